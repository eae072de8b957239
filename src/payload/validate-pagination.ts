import { APIError, type CollectionBeforeOperationHook, type Plugin } from 'payload'
import { localize } from '../platform/localize'

const isPossible = (value: unknown): value is number =>
  value === undefined || value === null || (Number.isSafeInteger(value) && Number(value) >= 0)

/** @throws a 400, instead of a database error, which any anonymous client could cause */
const refuseImpossiblePages: CollectionBeforeOperationHook = ({ args, req }) => {
  const { limit, page } = args as { limit?: unknown; page?: unknown }
  if (isPossible(limit) && isPossible(page) && Number.isSafeInteger((limit ?? 0) * (page ?? 0))) return
  throw new APIError(localize(req, { ar: 'لا توجد صفحة كهذه.', en: 'There is no such page.' }), 400, null, true)
}

/** Pages are counted from 1 and have a whole number of rows. */
export const validatePagination: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [refuseImpossiblePages, ...(collection.hooks?.beforeOperation ?? [])],
    },
  })),
})
