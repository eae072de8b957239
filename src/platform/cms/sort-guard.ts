import { type CollectionBeforeOperationHook, type FlattenedField, type Plugin, QueryError } from 'payload'

/** `-updatedBy.hash` leads through a relationship to what another document holds; `decision.number` does not. */
function leavesTheDocument(fields: readonly FlattenedField[], path: string): boolean {
  const names = path
    .replace(/^-/, '')
    .replace(/__/g, '.')
    .replace(/^version\./, '')
    .split('.')
  let known = fields
  for (const name of names.slice(0, -1)) {
    const field = known.find((candidate) => candidate.name === name)
    if (!field) return false
    if (field.type === 'relationship' || field.type === 'upload' || field.type === 'join') return true
    known = 'flattenedFields' in field ? field.flattenedFields : []
  }
  return false
}

const refuseSort: CollectionBeforeOperationHook = ({ args, collection }) => {
  const isSystem = 'overrideAccess' in args && args.overrideAccess
  if (isSystem || !('sort' in args) || !args.sort) return
  const paths = Array.isArray(args.sort) ? args.sort : String(args.sort).split(',')
  const refused = paths.map(String).filter((path) => leavesTheDocument(collection.flattenedFields, path))
  if (refused.length > 0) throw new QueryError(refused.map((path) => ({ path })))
}

/**
 * Nobody sorts by another document's fields. Payload checks a sort by its own rules of reading, but
 * lets hidden fields behind a relationship pass: the order of pages would tell of password hashes.
 */
export const sortWithinDocuments: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: { ...collection.hooks, beforeOperation: [refuseSort, ...(collection.hooks?.beforeOperation ?? [])] },
  })),
})
