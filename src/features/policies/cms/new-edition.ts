import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import type { Edition } from '@/payload-types'
import { asSystemWithin } from '@/platform/system-payload'
import { idOf, type OperationArgs } from './operation-args'

/** A duplicate starts an amendment: it keeps the text and drops the data of the old decision. */
export const resetForAmendment: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { duplicateFromID, data } = args as OperationArgs
  if (operation !== 'create' || !duplicateFromID) return undefined
  return {
    ...args,
    draft: true,
    data: {
      number: null,
      decision: { meetingDate: null, hijri: '', gregorian: '', weekday: null, session: null, resolution: null },
      effectiveFrom: null,
      coverYear: { hijri: null, gregorian: null },
      errata: [],
      attachedFile: null,
      sourceText: null,
      ...data,
      _status: 'draft',
    },
  }
}

/** The next number of the policy, unless one was typed. */
export const numberEdition: CollectionBeforeValidateHook<Edition> = async ({ data, operation, req }) => {
  const policy = idOf(data?.policy)
  if (operation !== 'create' || !data || data.number || !policy) return data
  const { docs } = await req.payload.find({
    collection: 'editions',
    where: { policy: { equals: policy } },
    sort: '-number',
    limit: 1,
    depth: 0,
    pagination: false,
    select: { number: true },
    ...asSystemWithin(req, 'keep-rules'),
  })
  data.number = (docs[0]?.number ?? 0) + 1
  return data
}
