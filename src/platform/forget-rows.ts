import type { CollectionSlug, Payload, Where } from 'payload'
import { deleteRows } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'

/**
 * Deletes expired rows in one statement and without hooks. `where` needs an index.
 * @returns how many there were
 */
export async function forgetRows(payload: Payload, collection: CollectionSlug, where: Where): Promise<number> {
  const { totalDocs } = await payload.count({ collection, where, ...asSystem('job') })
  if (totalDocs > 0) await deleteRows(payload, 'forget', { collection, where })
  return totalDocs
}
