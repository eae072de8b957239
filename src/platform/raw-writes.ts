import type { CollectionSlug, DataFromCollectionSlug, GlobalSlug, Payload, PayloadRequest, Where } from 'payload'

/**
 * The only place that writes past the hooks and the access functions of a collection; a rule of the
 * source refuses any other. Each write is one statement and states its reason. Documents with
 * versions are never written here; of globals, versions can be deleted.
 */
export const rawWriteReasons = {
  claim: 'Several race for one row, and the condition of the statement decides who gets it.',
  derive: 'The columns are computed from the timeline, and nobody may set them.',
  mark: 'Notes that follow-up work is due or done; no content.',
  count: 'A number that several processes raise at the same time.',
  'sign-in': 'Credentials and sessions, which no access function opens to anybody.',
  erase: 'Personal data goes for good, and no version may keep it.',
  forget: 'Rows that are kept for a while only.',
  restore: 'Payload writes two versions for one restored global, and the first shows a state that never was.',
} as const
export type RawWriteReason = keyof typeof rawWriteReasons

interface RowWrite<Slug extends CollectionSlug> {
  collection: Slug
  where: Where
  /** The request whose transaction it belongs to. */
  req?: Partial<PayloadRequest>
}

/**
 * Changes one row in one statement that finds and writes it.
 * @param write.data columns by name; `{ $inc: 1 }` adds to a number
 * @returns the row as it is now, or null when none fulfils the condition
 */
export async function updateRow<Slug extends CollectionSlug>(
  payload: Payload,
  _reason: RawWriteReason,
  write: RowWrite<Slug> & { data: Record<string, unknown> },
): Promise<DataFromCollectionSlug<Slug> | null> {
  const row = await payload.db.updateOne({ ...write, options: { atomic: true } })
  return row as unknown as DataFromCollectionSlug<Slug> | null
}

/** Deletes all rows that fulfil a condition. The condition needs an index. */
export async function deleteRows<Slug extends CollectionSlug>(
  payload: Payload,
  _reason: RawWriteReason,
  where: RowWrite<Slug>,
): Promise<void> {
  await payload.db.deleteMany(where)
}

/** Deletes versions of a global, within the request's transaction. */
export async function deleteGlobalVersions(
  req: PayloadRequest,
  _reason: RawWriteReason,
  versions: { globalSlug: GlobalSlug; where: Where },
): Promise<void> {
  await req.payload.db.deleteVersions({ ...versions, req })
}
