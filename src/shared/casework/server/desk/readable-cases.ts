import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { formatReference } from '@/shared/casework/domain/reference'

/** References of those among these cases that the person may read, by id. */
export async function readableCases(
  payload: Payload,
  user: User,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { id: { in: [...ids] } },
    select: { reference: true },
    limit: ids.length,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user,
  })
  return new Map(docs.map(({ id, reference }) => [id, formatReference(reference)]))
}
