import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionConfig, DatabaseAdapterObj } from 'payload'

type Schema = MongooseAdapter['collections'][string]['schema']
type Fields = ReturnType<Schema['indexes']>[number][0]

const sameFields = (left: Fields, right: Fields) => JSON.stringify(left) === JSON.stringify(right)

/**
 * Appends the id to the indexes of a collection, because lists sort by it last and MongoDB sorts in memory unless the
 * index matches the order exactly. SQLite sorts the few equal rows itself.
 */
function endWithId(schema: Schema, { defaultSort }: Pick<CollectionConfig, 'defaultSort'>): void {
  const all = schema.indexes()
  schema.clearIndexes()
  const ofSingleFields = schema.indexes()
  const compound = all.filter(([fields]) => !ofSingleFields.some(([single]) => sameFields(fields, single)))
  for (const [fields, { unique }] of compound) {
    if (unique) schema.index(fields, { unique })
    else schema.index({ ...fields, _id: 1 })
  }
  const usual = typeof defaultSort === 'string' ? defaultSort.replace(/^-/, '') : null
  if (usual && ofSingleFields.some(([fields]) => sameFields(fields, { [usual]: 1 }))) {
    schema.index({ [usual]: 1, _id: 1 })
  }
}

/** Payload's adapter for MongoDB, whose lists have indexes in their order. */
export function withListIndexes(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...adapter,
    init(given) {
      const db = adapter.init(given) as unknown as MongooseAdapter
      const { init } = db
      db.init = async () => {
        await init?.call(db)
        for (const { slug, defaultSort } of given.payload.config.collections) {
          const model = db.collections[slug]
          if (model) endWithId(model.schema, { defaultSort })
        }
      }
      return db as unknown as ReturnType<DatabaseAdapterObj['init']>
    },
  }
}
