import type { CollectionSlug, Payload } from 'payload'

/** Takes every row out of these collections, and every version, past hooks and rules: in this order. */
export async function empty(payload: Payload, ...collections: readonly CollectionSlug[]): Promise<void> {
  for (const collection of collections) {
    if (payload.collections[collection].config.versions) await payload.db.deleteVersions({ collection, where: {} })
    await payload.db.deleteMany({ collection, where: {} })
  }
}
