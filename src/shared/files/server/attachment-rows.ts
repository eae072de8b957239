import { type Payload, ValidationError } from 'payload'
import type { Attachment } from '@/payload-types'
import { updateRow } from '@/platform/raw-writes'
import { asSystem, type SystemReason } from '@/platform/system-payload'
import { attachmentLimits } from '../domain/attachment'
import { type FileOwner, requireRegistered } from '../owners'

/** All files of a form, or of several, in the order they came. */
export async function attachmentsOf(
  payload: Payload,
  submissionKeys: string | readonly string[],
  reason: SystemReason,
): Promise<Attachment[]> {
  const keys = [submissionKeys].flat()
  const { docs } = await payload.find({
    collection: 'attachments',
    where: { submissionKey: { in: keys } },
    sort: 'storedAt',
    limit: keys.length * attachmentLimits.files * 2,
    pagination: false,
    depth: 0,
    ...asSystem(reason),
  })
  return docs
}

/** Of the content of every file of a form, in an order that depends on nothing else. */
export const fingerprintsUnder = async (payload: Payload, submissionKey: string): Promise<string[]> =>
  (await attachmentsOf(payload, submissionKey, 'submit-inquiry')).map(({ fingerprint }) => fingerprint).sort()

type NewAttachment = Pick<
  Attachment,
  'submissionKey' | 'originalName' | 'mimeType' | 'size' | 'fingerprint' | 'storageKey' | 'storedAt'
>

const slotsOf = (submissionKey: string): string[] =>
  Array.from({ length: attachmentLimits.files }, (_, index) => `${submissionKey}:${index + 1}`)

export const contentKeyOf = (submissionKey: string, fingerprint: string): string => `${submissionKey}:${fingerprint}`

/** Whether another request took the slot, or stored the same file, at the same moment. */
const isTaken = (error: unknown): boolean =>
  error instanceof ValidationError && error.data.errors.some(({ path }) => ['slotKey', 'contentKey'].includes(path))

/**
 * Inserts a file's row at the first free place of its form. Places are unique in the database, so that
 * a form never has more files than it takes, however many come at once and over however many processes.
 * @returns `known` when the form has this file already, `full` when it takes no more
 */
export async function insertAttachment(
  payload: Payload,
  owner: FileOwner,
  row: NewAttachment,
): Promise<'stored' | 'known' | 'full'> {
  requireRegistered(payload, owner)
  const contentKey = contentKeyOf(row.submissionKey, row.fingerprint)
  let failure: unknown
  // Each try lost the free slot to another request; there are only three slots.
  for (let tried = 0; tried <= attachmentLimits.files; tried += 1) {
    const stored = await attachmentsOf(payload, row.submissionKey, 'submit-inquiry')
    if (stored.some((other) => other.contentKey === contentKey)) return 'known'
    const slotKey = slotsOf(row.submissionKey).find((slot) => !stored.some((other) => other.slotKey === slot))
    if (!slotKey || stored.length >= attachmentLimits.files) return 'full'
    try {
      const data = { ...row, contentKey, slotKey, isOwned: false }
      await payload.create({ collection: 'attachments', data, depth: 0, ...asSystem('submit-inquiry') })
      return 'stored'
    } catch (error) {
      if (!isTaken(error)) throw error
      failure = error
    }
  }
  throw failure
}

/**
 * Has a kept file wait for its form again, since the form has just come back.
 * @returns false when it was deleted meanwhile
 */
export async function keepWaiting(payload: Payload, { id, submissionKey }: Attachment, now: Date): Promise<boolean> {
  const kept = await updateRow(payload, 'claim', {
    collection: 'attachments',
    where: { and: [{ id: { equals: id } }, { submissionKey: { equals: submissionKey } }] },
    data: { storedAt: now.toISOString() },
  })
  return kept !== null
}

/**
 * Takes a file away from its form, if it still waits since before `before`: from then on no form can have it.
 * @returns false when the form came back meanwhile
 */
export async function expireAttachment(payload: Payload, { id }: Attachment, before: Date): Promise<boolean> {
  const expired = await updateRow(payload, 'claim', {
    collection: 'attachments',
    where: {
      and: [{ id: { equals: id } }, { isOwned: { equals: false } }, { storedAt: { less_than: before.toISOString() } }],
    },
    data: { submissionKey: `expired:${id}` },
  })
  return expired !== null
}
