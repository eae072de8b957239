import type { CollectionBeforeOperationHook, Where } from 'payload'
import { asSystemWithin } from '@/platform/system-payload'
import { refuseApproved } from './approved-edition'

const MOST_FILES = 200

/** A file that an approved edition offers is part of it: neither replaced nor deleted. */
export const keepFilesOfApproved: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'update' && operation !== 'delete') return
  const { id, where } = args as { id?: string; where?: Where }
  const ids = id ? [id] : await matching(where ?? {}, req)
  if (ids.length === 0) return
  await refuseApproved(req, { or: [{ attachedFile: { in: ids } }, { sourceText: { in: ids } }] })
}

async function matching(where: Where, req: Parameters<typeof asSystemWithin>[0]): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'media',
    where,
    limit: MOST_FILES,
    depth: 0,
    pagination: false,
    select: {},
    ...asSystemWithin(req, 'keep-rules'),
  })
  return docs.map((file) => file.id)
}
