import {
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type GlobalConfig,
  type Payload,
  type Plugin,
  QueryError,
} from 'payload'

/** Whether a sort crosses a relationship: `-updatedBy.hash` does, `decision.number` does not. */
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

/** @throws QueryError, a 400 */
function refuseSort(fields: readonly FlattenedField[], sort: unknown): void {
  if (!sort) return
  const paths = (Array.isArray(sort) ? sort : [sort]).flatMap((path) => String(path).split(','))
  const refused = paths.filter((path) => leavesTheDocument(fields, path.trim()))
  if (refused.length > 0) throw new QueryError(refused.map((path) => ({ path })))
}

const inCollection: CollectionBeforeOperationHook = ({ args, collection }) => {
  const isSystem = 'overrideAccess' in args && args.overrideAccess
  if (!isSystem && 'sort' in args) refuseSort(collection.flattenedFields, args.sort)
}

/** Listing a global's versions runs no hook, but its access function. */
function guarded(global: GlobalConfig): GlobalConfig {
  const readVersions = global.access?.readVersions
  if (!readVersions) return global
  const fieldsOf = (payload: Payload) =>
    payload.config.globals.find(({ slug }) => slug === global.slug)?.flattenedFields ?? []
  return {
    ...global,
    access: {
      ...global.access,
      readVersions: (args) => {
        refuseSort(fieldsOf(args.req.payload), args.req.query?.sort)
        return readVersions(args)
      },
    },
  }
}

/**
 * Refuses sorting by fields of related documents. Payload does not check hidden fields behind a relationship, so that
 * the order of a list could reveal password hashes.
 */
export const forbidRelationSort: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: { ...collection.hooks, beforeOperation: [inCollection, ...(collection.hooks?.beforeOperation ?? [])] },
  })),
  globals: config.globals?.map(guarded),
})
