import type { Payload } from 'payload'
import type { Inquiry, User } from '@/payload-types'

/**
 * The cases among these that a person may see, by id, asked as that person: the access of the collection is the one
 * rule of who sees which case. Whatever tells somebody of a case asks here first.
 */
export async function casesSeenBy(
  payload: Payload,
  user: User,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Inquiry>> {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { id: { in: [...ids] } },
    // By the index: the collection's own order would be sorted in memory.
    sort: 'id',
    limit: ids.length,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user,
    // Without access the result is the same as for cases that don't exist.
    disableErrors: true,
  })
  return new Map(docs.map((row) => [row.id, row]))
}

export const maySeeCase = async (payload: Payload, user: User, id: string): Promise<boolean> =>
  (await casesSeenBy(payload, user, [id])).has(id)
