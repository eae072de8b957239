import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionBeforeOperationHook } from 'payload'
import type { Edition } from '@/payload-types'
import { asSystemWithin } from '@/platform/system-payload'
import { mayPrepareEditions, refuseApproved } from './approved-edition'
import { idOf, type OperationArgs } from './operation-args'

/** Refuses before the access check, so that the error gives the reason and what to do instead of "not allowed". */
export const refuseTouchingApproved: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess = false,
  req,
}) => {
  if (!overrideAccess && !mayPrepareEditions(req)) return
  const { id, where } = args as OperationArgs
  if (operation === 'update' || operation === 'delete') {
    await refuseApproved(req, id ? { id: { equals: id } } : (where ?? {}))
  }
  if (operation === 'restoreVersion' && id) {
    const version = await req.payload.findVersionByID({
      collection: 'editions',
      id,
      depth: 0,
      disableErrors: true,
      ...asSystemWithin(req, 'keep-rules'),
    })
    const parent = idOf(version?.parent)
    if (parent) await refuseApproved(req, { id: { equals: parent } })
  }
}

/** A second check on the document itself, for anything that passes `refuseTouchingApproved`. */
export const refuseChangingApproved: CollectionBeforeChangeHook<Edition> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation === 'update' && originalDoc) await refuseApproved(req, { id: { equals: originalDoc.id } })
  return data
}

export const refuseDeletingApproved: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await refuseApproved(req, { id: { equals: id } })
}
