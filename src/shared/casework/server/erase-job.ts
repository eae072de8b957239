import type { Payload } from 'payload'
import type { Inquiry } from '@/payload-types'
import { monthsBefore } from '@/platform/calendar'
import { randomToken } from '@/platform/crypto'
import { noteErasure } from '@/platform/erased-from-disk'
import type { Job } from '@/platform/jobs'
import { removeFromOutbox } from '@/platform/mail'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { MAX_EVENTS } from '@/shared/casework/domain/timeline'
import { removeAttachmentsUnder } from '@/shared/files/server/attachments'
import { caseTypeOf } from '../case-type'
import { erasableCases } from './erasable'
import { mailIdsOf } from './mail-jobs'
import { erasedPersonalFields } from './personal-fields'

const BATCH = 50
/**
 * Erases what people wrote and who they are from inquiries that have been over for as long as the
 * association keeps them. What remains is what figures need: kind, channel, service and times.
 * @param keptMonths null while the association has set no period: then nothing is erased
 */
export const eraseJob = (keptMonths: (payload: Payload) => Promise<number | null>): Job => ({
  name: 'retention',
  async run(payload, now) {
    const months = await keptMonths(payload)
    if (months === null) return 0
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: erasableCases(monthsBefore(now, months)),
      // By the index: an order of its own would have all that may go sorted first.
      sort: ['lastEventAt', 'id'],
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    let erased = 0
    for (const row of docs) {
      if (!(await begin(payload, row, now))) continue
      await erase(payload, row, now)
      erased += 1
    }
    if (erased > 0) noteErasure()
    return erased
  },
})

/**
 * Claims a case for erasure by one conditional statement, which fails if a step was written since the
 * case was found. Afterwards no step is accepted (cms/event-hooks.ts).
 * @returns false when it is in use
 */
async function begin(payload: Payload, row: Inquiry, now: Date): Promise<boolean> {
  // A round that was killed goes on where it was.
  if (row.erasureStartedAt) return true
  const begun = await updateRow(payload, 'claim', {
    collection: 'inquiries',
    where: {
      and: [
        { id: { equals: row.id } },
        { seq: { equals: row.seq } },
        { isProjectionStale: { equals: false } },
        { erasureStartedAt: { exists: false } },
      ],
    },
    data: { erasureStartedAt: now.toISOString() },
  })
  return begun !== null
}

/** The row goes last and marks that all is gone: after a crash the next round begins again. */
async function erase(payload: Payload, row: Inquiry, now: Date): Promise<void> {
  const { docs: events } = await payload.find({
    collection: 'inquiry-events',
    where: { inquiry: { equals: row.id } },
    select: { submissionKey: true, key: true },
    limit: MAX_EVENTS,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  for (const { submissionKey } of [row, ...events]) {
    await removeAttachmentsUnder(payload, submissionKey)
  }
  await removeFromOutbox(mailIdsOf(row, events))
  for (const { id } of events) await set(payload, 'inquiry-events', id, { text: null })
  const nothing = erasedPersonalFields(caseTypeOf(payload, row).personalFields)
  await set(payload, 'inquiries', row.id, {
    ...nothing,
    // Neither the code nor a link opens it any more, and the words can't be recognised by their hash.
    codeHash: randomToken(),
    submissionKey: `erased:${randomToken()}`,
    dedupeKey: `erased:${randomToken()}`,
    // That of a recorded case holds its key.
    proof: `erased:${randomToken()}`,
    erasedAt: now.toISOString(),
  })
}

/** Past the hooks, which refuse every change of a submission. */
async function set(
  payload: Payload,
  collection: 'inquiries' | 'inquiry-events',
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  await updateRow(payload, 'erase', { collection, where: { id: { equals: id } }, data })
}
