import type { CollectionSlug, FieldHook, PayloadRequest } from 'payload'
import { asSystemWithin } from '@/platform/system-payload'
import { type LocalizedText, localize } from '../platform/localize'
import { invalid } from './field-errors'
import { savingOf } from './hold-rights'

/**
 * Protects fields from changes by comparing with the stored value. Field access can't do it: Payload strips such a
 * field from a restored version.
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

/** The newest version that was published, even if the document was unpublished since. */
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
 * For `hooks.beforeValidate` of a field. Once published or created, a restored or empty value is replaced by the
 * stored one, and any other is refused.
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
