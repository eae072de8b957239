import type { Payload, PayloadRequest } from 'payload'
import type { StaffMail } from '@/payload-types'
import { decryptText, encryptText } from '@/platform/crypto'
import { forgetRows } from '@/platform/forget-rows'
import type { Job } from '@/platform/jobs'
import { messageIdOf, sendMail } from '@/platform/mail'
import { asSystem } from '@/platform/system-payload'
import { sendQueuedMails } from '@/shared/messages/mail-outbox'
import { credentialContexts } from '../domain/credential-contexts'
import type { StaffMailKind } from '../domain/staff-mail-kinds'
import { accountById, accountEmail, findAccount } from './accounts'
import { credentialsOf } from './credentials'
import { passwordLink } from './password-links'
import { staffMail } from './staff-mail-templates'

interface QueuedMail {
  kind: StaffMailKind
  account?: string
  /** The recipient, where it isn't the account's current address. */
  recipient?: string
  now: Date
}

/** Queues a mail for the next round of background jobs, which retries until a server accepts it. */
export async function queueStaffMail(
  payload: Payload,
  { kind, account, recipient, now }: QueuedMail,
  req?: Partial<PayloadRequest>,
): Promise<void> {
  await payload.create({
    collection: 'staff-mails',
    data: {
      kind,
      account: account ?? null,
      recipient: recipient ? encryptText(recipient, credentialContexts.mailRecipient) : null,
      queuedAt: now.toISOString(),
      mailState: 'due',
      mailAttempts: 0,
      mailNextAt: now.toISOString(),
    },
    ...asSystem('sign-in'),
    ...(req && { req }),
  })
}

const recipientOf = ({ recipient }: StaffMail): string | null =>
  recipient ? decryptText(recipient, credentialContexts.mailRecipient) : null

/** The recipient and their address; null when the account does not exist (any more). */
async function addressee(payload: Payload, mail: StaffMail) {
  const recipient = recipientOf(mail)
  const user = mail.account
    ? await accountById(payload, mail.account)
    : recipient && (await findAccount(payload, accountEmail(recipient)))
  return user ? { user, to: (mail.account && recipient) || user.email } : null
}

/** Sends what is due. Links are made at this moment, from what is stored now. */
export const mailStaff: Job = {
  name: 'staff-mails',
  run: (payload, now) =>
    sendQueuedMails<StaffMail>({
      payload,
      now,
      collection: 'staff-mails',
      async send(mail) {
        const found = await addressee(payload, mail)
        if (!found) return false
        const { user, to } = found
        const purpose = mail.kind === 'invitation' ? 'invitation' : mail.kind === 'forgotten' ? 'reset' : null
        const link = purpose && passwordLink(user, await credentialsOf(payload, user.id), { purpose, now })
        await sendMail({
          ...(await staffMail(payload, { kind: mail.kind, user, link })),
          to,
          language: user.language ?? 'ar',
          messageId: messageIdOf(`staff-mail:${mail.id}`),
        })
        return true
      },
    }),
}

/** Whether the last mail to an account failed. */
export async function isLastMailFailed(payload: Payload, account: string): Promise<boolean> {
  const { docs } = await payload.find({
    collection: 'staff-mails',
    where: { account: { equals: account } },
    sort: '-queuedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('sign-in'),
  })
  return docs[0]?.mailState === 'failed'
}

const DAY_MS = 86_400_000
const KEPT_MS = 30 * DAY_MS

/** Deletes mails without a recipient at once, and others after thirty days. */
export const forgetStaffMails: Job = {
  name: 'staff-mails-kept',
  async run(payload, now) {
    const kept = new Date(now.getTime() - KEPT_MS).toISOString()
    // Each by an index of its own: MongoDB reads the whole collection for an "or" without one for every branch.
    return (
      (await forgetRows(payload, 'staff-mails', { mailState: { equals: 'none' } })) +
      (await forgetRows(payload, 'staff-mails', { queuedAt: { less_than: kept } }))
    )
  },
}
