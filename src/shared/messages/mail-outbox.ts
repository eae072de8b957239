import type { CollectionSlug, Payload, Where } from 'payload'
import { momentaryRound, type Round } from '@/platform/jobs'
import { logger } from '@/platform/logger'
import { isRefusedForGood } from '@/platform/mail'
import { updateRow } from '@/platform/raw-writes'
import { SmsRefused } from '@/platform/sms/sms'
import { asSystem } from '@/platform/system-payload'

/**
 * Sends one mail for every row of a collection that is marked as due (see cms/mail-fields.ts).
 * A row is claimed by one conditional statement that pushes its next attempt into the future: two
 * workers never hold the same one, and after a crash the time comes again by itself.
 */

const BATCH = 50
const MINUTE_MS = 60_000
/** About a day in all; then it is given up. What the server refuses for good is given up at once. */
const MAX_ATTEMPTS = 12

/** After so long a mail whose time has not come is looked at again. */
const LATER_MS = 60 * MINUTE_MS

/** 1, 2, 4 … minutes, at most four hours. */
const backoffMs = (attempts: number): number => Math.min(2 ** attempts, 240) * MINUTE_MS

interface MailRow {
  id: string
  mailNextAt?: string | null
  mailAttempts: number
  /** Where a row may need another mail while one is sent: its number of changes. Only the mail of the latest one counts. */
  seq?: number
}

export interface MailQueue<Row extends MailRow> {
  payload: Payload
  now: Date
  round?: Round | undefined
  collection: CollectionSlug
  /** The row's mail is of its present `seq`: a change meanwhile has a mail of its own, which stays due. */
  versioned?: boolean
  /** Sends the row's mail. @returns false when there is nobody to send it to any more, `later` when it is not the time */
  send(row: Row): Promise<boolean | 'later'>
  /** What follows when the mail was given up: refused for good, or tried too often. It may be called again after a crash. */
  givenUp?(row: Row): Promise<void>
}

/** @returns how many mails were sent */
export async function sendQueuedMails<Row extends MailRow>({
  payload,
  now,
  round = momentaryRound(now),
  collection,
  versioned = false,
  send,
  givenUp = async () => undefined,
}: MailQueue<Row>): Promise<number> {
  const { docs } = await payload.find({
    collection,
    where: { mailState: { equals: 'due' }, mailNextAt: { less_than_equal: now.toISOString() } } as Where,
    sort: ['mailNextAt', 'id'],
    limit: BATCH,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  let sent = 0
  for (const row of docs as unknown as Row[]) {
    if (!(await round.keep())) break
    const unchanged: Where[] = [
      { id: { equals: row.id } },
      ...(versioned && row.seq !== undefined ? [{ seq: { equals: row.seq } }] : []),
    ]
    const mark = (data: Record<string, unknown>) =>
      updateRow(payload, 'mark', { collection, where: { and: unchanged }, data })
    const attempts = row.mailAttempts + 1
    const claimed = await updateRow(payload, 'claim', {
      collection,
      where: {
        and: [...unchanged, { mailState: { equals: 'due' } }, { mailAttempts: { equals: row.mailAttempts } }],
      },
      data: {
        mailAttempts: attempts,
        mailNextAt: new Date(round.clock().getTime() + backoffMs(attempts)).toISOString(),
      },
    })
    if (!claimed) continue
    try {
      const isSent = await send(row)
      if (isSent === 'later') {
        const mailNextAt = new Date(round.clock().getTime() + LATER_MS).toISOString()
        await mark({ mailAttempts: row.mailAttempts, mailNextAt })
        continue
      }
      await mark(isSent ? { mailState: 'sent', mailSentAt: round.clock().toISOString() } : { mailState: 'none' })
      if (isSent) sent += 1
    } catch (error) {
      const isRefused = isRefusedForGood(error) || error instanceof SmsRefused
      logger.warn({ err: error, collection, id: row.id, attempts, isRefused }, 'a mail could not be sent')
      if (!isRefused && attempts < MAX_ATTEMPTS) continue
      // First what staff see: after a crash in between the mail is tried, and given up, once more.
      await givenUp(row)
      await mark({ mailState: isRefused ? 'refused' : 'failed' })
    }
  }
  return sent
}
