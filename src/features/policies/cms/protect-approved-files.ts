import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { hasRole } from '@/platform/access'
import { plainRights } from '@/platform/rights'
import { asSystemWithin } from '@/platform/system-payload'
import { ApprovedEditionError, isPrivilegedSystemWrite, refuseApproved } from './approved-edition'

/** A limit far above the number of approved editions. */
const MAX_EDITIONS = 100_000
const PORTION = 500

const offers = (id: string | number): Where => ({
  or: [{ attachedFile: { equals: id } }, { sourceText: { equals: id } }],
})

/** The files of an approved edition are part of it and can be neither replaced nor deleted. */
export const protectApprovedFiles: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess = false,
  req,
}) => {
  if ((operation !== 'update' && operation !== 'delete') || isPrivilegedSystemWrite(req)) return
  if (!overrideAccess && !hasRole(req.user, ...plainRights.media[operation].all)) return
  const { id, where } = args as { id?: string; where?: Where }
  if (id) return await refuseApproved(req, offers(id))
  for await (const kept of filesOfApproved(req)) {
    const { totalDocs } = await req.payload.count({
      collection: 'media',
      where: { and: [where ?? {}, { id: { in: kept } }] },
      ...asSystemWithin(req, 'keep-rules'),
    })
    if (totalDocs > 0) throw new ApprovedEditionError()
  }
}

/** In batches that fit into a query. */
async function* filesOfApproved(req: PayloadRequest): AsyncGenerator<string[]> {
  const { docs } = await req.payload.find({
    collection: 'editions',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { or: [{ attachedFile: { exists: true } }, { sourceText: { exists: true } }] },
      ],
    },
    limit: MAX_EDITIONS,
    pagination: false,
    depth: 0,
    select: { attachedFile: true, sourceText: true },
    ...asSystemWithin(req, 'keep-rules'),
  })
  const ids = docs.flatMap(({ attachedFile, sourceText }) => [attachedFile, sourceText].flatMap(idOf))
  for (let start = 0; start < ids.length; start += PORTION) yield ids.slice(start, start + PORTION)
}

const idOf = (file: unknown): string[] => {
  if (typeof file === 'string') return [file]
  return typeof file === 'object' && file !== null && 'id' in file ? [String(file.id)] : []
}
