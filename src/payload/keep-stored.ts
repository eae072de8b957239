import type { CollectionSlug, FieldHook, PayloadRequest } from 'payload'
import { asSystemWithin } from '@/platform/system-payload'
import { type LocalizedText, localize } from '../platform/localize'
import { invalid } from './field-errors'
import { savingOf } from './hold-rights'

/**
 * What people may not change, said by comparing with what is stored. Field access can't say it:
 * Payload takes such a field out of a version that is restored, which then lacks it.
 */

type Stored = Record<string, unknown>

const storedDocument = async (req: PayloadRequest, collection: CollectionSlug, id: string): Promise<Stored | null> => {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystemWithin(req, 'keep-rules'),
  })
  return (docs[0] as Stored | undefined) ?? null
}

/** The newest form that visitors saw, also when it was taken off the site since. */
const publishedDocument = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<Stored | null> => {
  const stored = await storedDocument(req, collection, id)
  if (stored?._status === 'published') return stored
  const { docs } = await req.payload.findVersions({
    collection,
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystemWithin(req, 'keep-rules'),
  })
  return (docs[0]?.version as Stored | undefined) ?? null
}

/**
 * For `hooks.beforeValidate` of a field: from its publication or its creation on, a restored or
 * emptied value becomes what is stored, and another one is refused.
 */
export const keepStored =
  (since: 'publication' | 'creation', refusal: LocalizedText): FieldHook =>
  async ({ collection, field, operation, originalDoc, path, req, value }) => {
    if (operation !== 'update' || !collection || !('name' in field) || !field.name) return value
    const read = since === 'publication' ? publishedDocument : storedDocument
    const kept = (await read(req, collection.slug as CollectionSlug, String(originalDoc.id)))?.[field.name]
    if (kept === undefined || kept === null || kept === value) return value
    const isNothing = value === undefined || value === null || value === ''
    if (isNothing || savingOf(req, collection.slug).version) return kept
    throw invalid(req, { collection: collection.slug as CollectionSlug }, [
      { path: path.join('.'), message: localize(req, refusal) },
    ])
  }
