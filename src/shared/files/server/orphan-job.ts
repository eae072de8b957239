import type { Payload } from 'payload'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { isReferredTo } from '../owners'
import { expireAttachment } from './attachment-rows'
import { removeAttachment } from './attachments'

/** How long a form that came back waits to be sent again with its files. */
const KEPT_MS = 3_600_000
const BATCH = 100

/**
 * Files wait an hour for the form they came with. Then a row of their owner refers to them, which is
 * noted, or they are deleted.
 */
export const removeOrphans = {
  name: 'attachment-orphans',
  async run(payload: Payload, now: Date): Promise<number> {
    const before = new Date(now.getTime() - KEPT_MS)
    const { docs } = await payload.find({
      collection: 'attachments',
      where: { isOwned: { equals: false }, storedAt: { less_than: before.toISOString() } },
      sort: ['storedAt', 'id'],
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    let removed = 0
    for (const attachment of docs) {
      if (await isReferredTo(payload, attachment.submissionKey)) {
        await updateRow(payload, 'mark', {
          collection: 'attachments',
          where: { id: { equals: attachment.id } },
          data: { isOwned: true },
        })
      } else if (await expireAttachment(payload, attachment, before)) {
        await removeAttachment(payload, attachment)
        removed += 1
      }
    }
    return removed
  },
}
