import { getTranslation } from '@payloadcms/translations'
import type { CollectionSlug, FlattenedField, Payload, PayloadRequest, Where } from 'payload'
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

/** Documents in one query. */
const PORTION = 500

type Found = Record<string, unknown>

/** A document or global as a text in which file names can be looked for. */
export interface FileUser {
  name: string
  text: string
}

/** Those that say nothing of a file are left out by the query. */
async function* documentsThatMay(req: PayloadRequest, slug: CollectionSlug, draft: boolean): AsyncGenerator<Found> {
  const { addresses, relations, texts } = pathsIn(req.payload.collections[slug].config.flattenedFields)
  const may: Where[] = [
    ...relations.map((path) => ({ [path]: { exists: true } })),
    ...addresses.map((path) => ({ [path]: { contains: '/media/' } })),
  ]
  for (let afterCursor: Where[] = []; ; ) {
    const { docs } = await req.payload.find({
      collection: slug,
      // Links in formatted text can't be asked for.
      where: { and: [...(texts.length > 0 ? [] : [{ or: may }]), ...afterCursor] },
      draft,
      sort: 'id',
      limit: PORTION,
      locale: 'all' as 'ar',
      pagination: false,
      depth: 0,
      ...asSystemWithin(req, 'keep-rules'),
    })
    yield* docs as unknown as Found[]
    const last = docs.at(-1)
    if (!last || docs.length < PORTION) return
    afterCursor = [{ id: { greater_than: last.id } }]
  }
}

async function usersIn(req: PayloadRequest, slug: CollectionSlug): Promise<FileUser[]> {
  const { config } = req.payload.collections[slug]
  const kind = getTranslation(config.labels.singular, req.i18n)
  const found: FileUser[] = []
  for (const draft of config.versions?.drafts ? [false, true] : [false]) {
    for await (const doc of documentsThatMay(req, slug, draft)) {
      const title = doc[config.admin.useAsTitle ?? 'id'] as string | { ar?: string } | undefined
      const name = typeof title === 'object' ? title?.ar : title
      found.push({ name: name ? `${kind} «${name}»` : kind, text: JSON.stringify(doc) })
    }
  }
  return found
}

/** Every collection of ours with a field for files, links or formatted text; the files themselves are none. */
const collectionsThatMay = ({ collections }: Payload): CollectionSlug[] =>
  Object.values(collections).flatMap(({ config }) => {
    const { addresses, relations, texts } = pathsIn(config.flattenedFields)
    const isOurs = config.slug !== 'media' && !config.slug.startsWith('payload-')
    return isOurs && addresses.length + relations.length + texts.length > 0 ? [config.slug as CollectionSlug] : []
  })

/**
 * Everything that may use a public file, named in the reader's language.
 * @param req of the operation; a job makes one by `createLocalReq({}, payload)`
 */
export async function fileUsers(req: PayloadRequest): Promise<FileUser[]> {
  const users: FileUser[] = []
  for (const slug of collectionsThatMay(req.payload)) users.push(...(await usersIn(req, slug)))
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
