import type { Payload } from 'payload'
import type { StaffNotice, StaffNoticeMail } from '@/payload-types'
import { forgetRows } from '@/platform/forget-rows'
import type { Job } from '@/platform/jobs'
import { messageIdOf, sendMail } from '@/platform/mail'
import { asSystem } from '@/platform/system-payload'
import { caseWorkerAccounts } from '@/shared/directory/case-workers'
import { sendQueuedMails } from '@/shared/messages/mail-outbox'
import { senderOf } from '../mail-facts'
import { digestMail, singleNoticeMail } from './notice-mail'
import { currentNotices, lineOf } from './own-notices'

/** As many as a mail lists. */
const MOST = 60

/**
 * Mails staff what they are to be told of. Whether they may still see the case, and whether what is told still holds,
 * is asked at this moment. A mail about several things has one Message-ID for each person and hour, so that an attempt
 * that is repeated is the same mail.
 */
export const mailNotices: Job = {
  name: 'staff-notice-mails',
  run: (payload, now, round) =>
    sendQueuedMails<StaffNoticeMail>({
      payload,
      now,
      round,
      collection: 'staff-notice-mails',
      async send(mail) {
        const [account] = await caseWorkerAccounts(payload, [mail.recipient])
        if (!account) return false
        const { notices, total } = await noticesIn(payload, mail)
        const { current } = await currentNotices(payload, account, notices)
        const locale = account.language ?? 'ar'
        const lines = current.map((entry) => lineOf(payload, entry, locale))
        const [first] = lines
        if (!first) return false
        const frame = { locale, sender: await senderOf(payload, locale) }
        const text = mail.isDigest ? digestMail(lines, total - notices.length, frame) : singleNoticeMail(first, frame)
        const messageId = messageIdOf(`staff-notice:${mail.key}`)
        await sendMail({ ...text, to: account.email, language: locale, messageId })
        return true
      },
    }),
}

/** What was seen in the panel meanwhile needs no mail. */
async function noticesIn(
  payload: Payload,
  { key }: StaffNoticeMail,
): Promise<{ notices: StaffNotice[]; total: number }> {
  const { docs, totalDocs } = await payload.find({
    collection: 'staff-notices',
    where: { mailKey: { equals: key }, isUnseen: { equals: true } },
    sort: ['at', 'id'],
    limit: MOST,
    depth: 0,
    ...asSystem('job'),
  })
  return { notices: docs, total: totalDocs }
}

const DAY_MS = 86_400_000
const KEPT_MS = 90 * DAY_MS

/** Deletes notices and their mails after ninety days. */
export const forgetNotices: Job = {
  name: 'staff-notices-kept',
  async run(payload, now) {
    const before = { less_than: new Date(now.getTime() - KEPT_MS).toISOString() }
    return (
      (await forgetRows(payload, 'staff-notices', { at: before })) +
      (await forgetRows(payload, 'staff-notice-mails', { queuedAt: before }))
    )
  },
}
