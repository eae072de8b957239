import { getTranslation } from '@payloadcms/translations'
import type { CollectionSlug, FlattenedField, PayloadRequest, Where } from 'payload'
import { documentRights } from '@/platform/rights'
import { asSystemWithin } from '@/platform/system-payload'

/** Where public files are used, on the site and in drafts: by fields that refer to them, and by addresses in links. */

interface Paths {
  relations: string[]
  addresses: string[]
  texts: string[]
}

const isOfFiles = (field: FlattenedField): boolean =>
  (field.type === 'upload' || field.type === 'relationship') && [field.relationTo].flat().includes('media')

/** Found from the configuration, so that a field of tomorrow counts too. */
function pathsIn(fields: readonly FlattenedField[], before = ''): Paths {
  const found: Paths = { relations: [], addresses: [], texts: [] }
  for (const field of fields) {
    const path = `${before}${field.name}`
    if (isOfFiles(field)) found.relations.push(path)
    if (field.type === 'text' && field.name === 'url') found.addresses.push(path)
    if (field.type === 'richText') found.texts.push(path)
    if (!('flattenedFields' in field)) continue
    const inside = pathsIn(field.flattenedFields, `${path}.`)
    found.relations.push(...inside.relations)
    found.addresses.push(...inside.addresses)
    found.texts.push(...inside.texts)
  }
  return found
}

/** Of a collection; those that say nothing of a file are left out by the query. */
const MAX_DOCUMENTS = 10_000

type Found = Record<string, unknown>

/** A document or global as a text in which file names can be looked for. */
export interface FileUser {
  name: string
  text: string
}

async function documentsThatMay(req: PayloadRequest, slug: CollectionSlug): Promise<FileUser[]> {
  const { config } = req.payload.collections[slug]
  const { addresses, relations, texts } = pathsIn(config.flattenedFields)
  if (addresses.length + relations.length + texts.length === 0) return []
  const may: Where[] = [
    ...relations.map((path) => ({ [path]: { exists: true } })),
    ...addresses.map((path) => ({ [path]: { contains: '/media/' } })),
  ]
  const found: FileUser[] = []
  for (const draft of [false, true]) {
    const { docs } = await req.payload.find({
      collection: slug,
      // Links in formatted text can't be asked for.
      where: texts.length > 0 ? {} : { or: may },
      draft,
      limit: MAX_DOCUMENTS,
      locale: 'all' as 'ar',
      pagination: false,
      depth: 0,
      ...asSystemWithin(req, 'keep-rules'),
    })
    for (const doc of docs as unknown as Found[]) {
      const title = doc[config.admin.useAsTitle ?? 'id'] as string | { ar?: string } | undefined
      const name = typeof title === 'object' ? title?.ar : title
      const kind = getTranslation(config.labels.singular, req.i18n)
      found.push({ name: name ? `${kind} «${name}»` : kind, text: JSON.stringify(doc) })
    }
  }
  return found
}

/** Everything that may use a file, named in the reader's language. */
export async function fileUsers(req: PayloadRequest): Promise<FileUser[]> {
  const users: FileUser[] = []
  for (const slug of Object.keys(documentRights)) users.push(...(await documentsThatMay(req, slug as CollectionSlug)))
  for (const { label, slug } of req.payload.config.globals) {
    const said = await req.payload.findGlobal({
      slug: slug as 'navigation',
      locale: 'all' as 'ar',
      depth: 0,
      ...asSystemWithin(req, 'keep-rules'),
    })
    users.push({ name: getTranslation(label, req.i18n), text: JSON.stringify(said) })
  }
  return users
}

/** @returns whether a text has the file's id as a value, or a link to it; file names are random */
export const usesFile = (
  { text }: FileUser,
  { filename, id }: { id: string; filename: string },
  by: 'address' | 'any',
): boolean => text.includes(filename) || (by === 'any' && text.includes(`"${id}"`))
