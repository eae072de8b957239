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
import { attachmentsOf } from '@/shared/files/server/attachment-rows'
import { removeAttachment } from '@/shared/files/server/attachments'
import { erasableInquiries } from './erasable'
import { mailIdsOf } from './mail-jobs'
import { encryptPersonalFields } from './personal-fields'

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
      where: erasableInquiries(monthsBefore(now, months)),
      // By the index: an order of its own would have all that may go sorted first.
      sort: ['lastEventAt', 'id'],
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    let erased = 0
    for (const inquiry of docs) {
      if (!(await begin(payload, inquiry, now))) continue
      await erase(payload, inquiry, now)
      erased += 1
    }
    if (erased > 0) noteErasure()
    return erased
  },
})

/**
 * Takes a case out of use by one conditional statement: whoever wrote to it since it was found keeps
 * it, and from here on no step is taken any more (cms/event-hooks.ts).
 * @returns false when it is in use
 */
async function begin(payload: Payload, inquiry: Inquiry, now: Date): Promise<boolean> {
  // A round that was killed goes on where it was.
  if (inquiry.erasureStartedAt) return true
  const begun = await updateRow(payload, 'claim', {
    collection: 'inquiries',
    where: {
      and: [
        { id: { equals: inquiry.id } },
        { seq: { equals: inquiry.seq } },
        { isProjectionStale: { equals: false } },
        { erasureStartedAt: { exists: false } },
      ],
    },
    data: { erasureStartedAt: now.toISOString() },
  })
  return begun !== null
}

/** The row goes last and marks that all is gone: after a crash the next round begins again. */
async function erase(payload: Payload, inquiry: Inquiry, now: Date): Promise<void> {
  const { docs: events } = await payload.find({
    collection: 'inquiry-events',
    where: { inquiry: { equals: inquiry.id } },
    select: { submissionKey: true, key: true },
    limit: MAX_EVENTS,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  for (const { submissionKey } of [inquiry, ...events]) {
    for (const attachment of await attachmentsOf(payload, submissionKey)) await removeAttachment(payload, attachment)
  }
  await removeFromOutbox(mailIdsOf(inquiry, events))
  for (const { id } of events) await set(payload, 'inquiry-events', id, { text: null })
  const nothing = encryptPersonalFields({ subject: '', message: '', name: null, phone: null, email: null })
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
  await updateRow(payload, 'erase', { collection, where: { id: { equals: id } }, data })
}
