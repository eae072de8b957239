import type { CollectionSlug, Payload, Where } from 'payload'
import { logger } from '@/platform/logger'
import { asSystem } from '@/platform/system-payload'

/**
 * Sends one mail for every row of a collection that is marked as due (see cms/mail-fields.ts).
 * A row is claimed by one conditional statement that pushes its next attempt into the future: two
 * workers never hold the same one, and after a crash the time comes again by itself.
 */

const BATCH = 50
const MINUTE_MS = 60_000
/** About a day in all; then it is marked as failed and stays visible to staff. */
const MOST_ATTEMPTS = 12

/** 1, 2, 4 … minutes, at most four hours. */
const backoffMs = (attempts: number): number => Math.min(2 ** attempts, 240) * MINUTE_MS

interface MailRow {
  id: string
  mailNextAt?: string | null
  mailAttempts: number
}

export interface MailSweep<Row extends MailRow> {
  payload: Payload
  now: Date
  collection: CollectionSlug
  /** Sends the row's mail. @returns false when there is nobody to send it to any more */
  send(row: Row): Promise<boolean>
}

/** @returns how many mails were sent */
export async function sweepMails<Row extends MailRow>({
  payload,
  now,
  collection,
  send,
}: MailSweep<Row>): Promise<number> {
  const { docs } = await payload.find({
    collection,
    where: { mailState: { equals: 'due' }, mailNextAt: { less_than_equal: now.toISOString() } } as Where,
    sort: 'mailNextAt',
    limit: BATCH,
    pagination: false,
    depth: 0,
    ...asSystem('sweep'),
  })
  let sent = 0
  for (const row of docs as unknown as Row[]) {
    const mark = (data: Record<string, unknown>) =>
      payload.db.updateOne({ collection, where: { id: { equals: row.id } }, data, options: { atomic: true } })
    const attempts = row.mailAttempts + 1
    const claimed = await payload.db.updateOne({
      collection,
      where: {
        and: [
          { id: { equals: row.id } },
          { mailState: { equals: 'due' } },
          { mailAttempts: { equals: row.mailAttempts } },
        ],
      },
      data: { mailAttempts: attempts, mailNextAt: new Date(now.getTime() + backoffMs(attempts)).toISOString() },
      options: { atomic: true },
    })
    if (!claimed) continue
    try {
      const isSent = await send(row)
      await mark(isSent ? { mailState: 'sent', mailSentAt: now.toISOString() } : { mailState: 'none' })
      if (isSent) sent += 1
    } catch (error) {
      logger.warn({ err: error, collection, id: row.id, attempts }, 'a mail could not be sent')
      if (attempts >= MOST_ATTEMPTS) await mark({ mailState: 'failed' })
    }
  }
  return sent
}
