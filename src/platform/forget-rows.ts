import type { CollectionSlug, Payload, Where } from 'payload'
import { asSystem } from '@/platform/system-payload'

/**
 * Deletes rows that are kept for a while, in one statement and without hooks. `where` needs an index.
 * @returns how many there were
 */
export async function forgetRows(payload: Payload, collection: CollectionSlug, where: Where): Promise<number> {
  const { totalDocs } = await payload.count({ collection, where, ...asSystem('job') })
  if (totalDocs > 0) await payload.db.deleteMany({ collection, where })
  return totalDocs
}
