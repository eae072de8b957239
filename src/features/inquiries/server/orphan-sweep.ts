import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { removeAttachment } from './attachments'

const KEPT_MS = 24 * 3_600_000
const BATCH = 100

/**
 * Files wait a day for the form they came with. Then they belong to a submission or a reply, which
 * is noted, or they are deleted.
 */
export const sweepOrphans = {
  name: 'attachment-orphans',
  async run(payload: Payload, now: Date): Promise<number> {
    const { docs } = await payload.find({
      collection: 'attachments',
      where: {
        isOwned: { equals: false },
        storedAt: { less_than: new Date(now.getTime() - KEPT_MS).toISOString() },
      },
      sort: ['storedAt', 'id'],
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('sweep'),
    })
    let removed = 0
    for (const attachment of docs) {
      const where = { submissionKey: { equals: attachment.submissionKey } }
      const [inquiries, replies] = await Promise.all([
        payload.count({ collection: 'inquiries', where, ...asSystem('sweep') }),
        payload.count({ collection: 'inquiry-events', where, ...asSystem('sweep') }),
      ])
      if (inquiries.totalDocs + replies.totalDocs > 0) {
        await payload.db.updateOne({
          collection: 'attachments',
          where: { id: { equals: attachment.id } },
          data: { isOwned: true },
          options: { atomic: true },
        })
      } else {
        await removeAttachment(payload, attachment)
        removed += 1
      }
    }
    return removed
  },
}
