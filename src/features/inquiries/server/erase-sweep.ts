import type { Payload } from 'payload'
import type { Inquiry } from '@/payload-types'
import { monthsBefore } from '@/platform/calendar'
import { randomToken } from '@/platform/crypto'
import type { Sweep } from '@/platform/sweeps'
import { asSystem } from '@/platform/system-payload'
import { attachmentsOf, removeAttachment } from './attachments'
import { sealPersonalFields } from './personal-fields'

const BATCH = 50
/** A case has fewer; see cms/projection.ts. */
const MOST_EVENTS = 500

/**
 * Erases what people wrote and who they are from inquiries that have been over for as long as the
 * association keeps them. What remains is what figures need: kind, channel, service and times.
 * @param keptMonths null while the association has set no period: then nothing is erased
 */
export const eraseSweep = (keptMonths: (payload: Payload) => Promise<number | null>): Sweep => ({
  name: 'retention',
  async run(payload, now) {
    const months = await keptMonths(payload)
    if (months === null) return 0
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: {
        and: [
          { erasedAt: { exists: false } },
          { status: { in: ['answered', 'closed'] } },
          { lastEventAt: { less_than: monthsBefore(now, months).toISOString() } },
        ],
      },
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('sweep'),
    })
    for (const inquiry of docs) await erase(payload, inquiry, now)
    return docs.length
  },
})

/** The row goes last and marks that all is gone: after a crash the next round begins anew. */
async function erase(payload: Payload, inquiry: Inquiry, now: Date): Promise<void> {
  const { docs: events } = await payload.find({
    collection: 'inquiry-events',
    where: { inquiry: { equals: inquiry.id } },
    select: { submissionKey: true },
    limit: MOST_EVENTS,
    pagination: false,
    depth: 0,
    ...asSystem('sweep'),
  })
  for (const { submissionKey } of [inquiry, ...events]) {
    for (const attachment of await attachmentsOf(payload, submissionKey)) await removeAttachment(payload, attachment)
  }
  for (const { id } of events) await set(payload, 'inquiry-events', id, { text: null })
  const nothing = sealPersonalFields({ subject: '', message: '', name: null, phone: null, email: null })
  await set(payload, 'inquiries', inquiry.id, {
    ...nothing,
    // Neither the code nor a link opens it any more, and the words can't be recognised by their hash.
    codeHash: randomToken(),
    submissionKey: `erased:${randomToken()}`,
    dedupeKey: `erased:${randomToken()}`,
    erasedAt: now.toISOString(),
  })
}

/** Past the hooks, which let nobody rewrite what was sent. */
async function set(
  payload: Payload,
  collection: 'inquiries' | 'inquiry-events',
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  await payload.db.updateOne({ collection, where: { id: { equals: id } }, data, options: { atomic: true } })
}
