import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { asSystemWithin } from '@/platform/system-payload'

/** Deleting the policy would leave approved editions without title and address. */
export const refuseDeletingPolicyWithApprovedEdition: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'editions',
    where: { and: [{ policy: { equals: id } }, { _status: { equals: 'published' } }] },
    ...asSystemWithin(req, 'keep-rules'),
  })
  if (totalDocs > 0) {
    throw new APIError(
      'لهذه السياسة إصدار معتمد، فلا تُحذف. · This policy has an approved edition, so it can’t be deleted.',
      409,
      null,
      true,
    )
  }
}
