import type { CollectionSlug, DataFromCollectionSlug, Payload } from 'payload'
import type { User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'

/** Collections whose rows keep the key of the form that they came by. */
type RowsOfForms = {
  [Slug in CollectionSlug]: 'submissionKey' extends keyof DataFromCollectionSlug<Slug> ? Slug : never
}[CollectionSlug]

/**
 * What files are kept for. Each owner is listed in payload.config.ts: files of one that isn't are
 * refused, because they would be taken for orphans and deleted.
 */
export interface FileOwner {
  /** Of its own; appears in errors. */
  purpose: string
  /** Where a row with the same form key refers to a file. */
  rows: readonly RowsOfForms[]
  /** Whether this person may open what came with a form; asked before the bytes are sent, and may note it. */
  open(payload: Payload, user: User, submissionKey: string): Promise<boolean>
}

/** For the collection's configuration, where {@link ownersIn} finds them. */
export const custom = (fileOwners: readonly FileOwner[]) => ({ fileOwners })

const ownersIn = (payload: Payload): readonly FileOwner[] =>
  (payload.collections.attachments.config.custom as ReturnType<typeof custom>).fileOwners

/** @throws when the owner is not listed */
export function requireRegistered(payload: Payload, { purpose }: FileOwner): void {
  if (ownersIn(payload).some((owner) => owner.purpose === purpose)) return
  throw new Error(`Files of ${purpose} would be deleted: payload.config.ts lists no such owner.`)
}

const rowsIn = (payload: Payload) => [...new Set(ownersIn(payload).flatMap(({ rows }) => rows))]

/** Whether a row of any owner refers to what came with a form. */
export async function isReferredTo(payload: Payload, submissionKey: string): Promise<boolean> {
  const where = { submissionKey: { equals: submissionKey } }
  const counts = await Promise.all(
    rowsIn(payload).map((collection) => payload.count({ collection, where, ...asSystem('job') })),
  )
  return counts.some(({ totalDocs }) => totalDocs > 0)
}

/** Whether an owner lets this person open what came with a form. */
export async function mayOpen(payload: Payload, user: User, submissionKey: string): Promise<boolean> {
  for (const owner of ownersIn(payload)) {
    if (await owner.open(payload, user, submissionKey)) return true
  }
  return false
}
