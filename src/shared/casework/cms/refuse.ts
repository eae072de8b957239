import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeDeleteHook } from 'payload'
import type { RefusalReason } from '@/shared/casework/domain/timeline'

/** What a hook throws when a change isn't allowed; `data` tells the use case which union to return. */
export const refusedTransition = (reason: RefusalReason | 'tooManyEvents') =>
  new APIError(`This can't be done with the case now: ${reason}.`, 422, { code: 'refused', reason }, true)

export const lostTheRace = () =>
  new APIError('Someone else changed this case in the meantime.', 409, { code: 'conflict' }, true)

/** What was sent, and what happened, stays as it was: through every entry point, the system's included. */
export const refuseUpdate: CollectionBeforeChangeHook = ({ operation, collection, data }) => {
  if (operation === 'update') throw new APIError(`${collection.slug} are never rewritten.`, 403, null, true)
  return data
}

export const refuseDelete: CollectionBeforeDeleteHook = ({ collection }) => {
  throw new APIError(`${collection.slug} are never deleted.`, 403, null, true)
}
