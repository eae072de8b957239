import { APIError } from 'payload'
import type { RefusalReason } from '@/shared/casework/domain/timeline'

/** What a hook throws when a change isn't allowed; `data` tells the use case which union to return. */
export const refusedTransition = (reason: RefusalReason | 'tooManyEvents') =>
  new APIError(`This can't be done with the case now: ${reason}.`, 422, { code: 'refused', reason }, true)

export const lostTheRace = () =>
  new APIError('Someone else changed this case in the meantime.', 409, { code: 'conflict' }, true)
