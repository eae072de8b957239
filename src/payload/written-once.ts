import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeDeleteHook } from 'payload'

/** What was sent, and what happened, stays as it was: through every entry point, the system's included. */
export const refuseUpdate: CollectionBeforeChangeHook = ({ operation, collection, data }) => {
  if (operation === 'update') throw new APIError(`${collection.slug} are never rewritten.`, 403, null, true)
  return data
}

export const refuseDelete: CollectionBeforeDeleteHook = ({ collection }) => {
  throw new APIError(`${collection.slug} are never deleted.`, 403, null, true)
}
