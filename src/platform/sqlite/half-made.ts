import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, FlattenedField, GlobalSlug, Payload, SanitizedCollectionConfig, Where } from 'payload'
import { type Data, placed } from './fields-of-columns'

/**
 * Finds incomplete saves from before transactions (docs/adr/0007): documents and versions without their texts or
 * lists, and orphaned rows. Read only; `repair.ts` repairs them.
 */
export type HalfMade =
  | { kind: 'document'; collection: CollectionSlug; id: string; name: string; lacks: Lack; remedy: Remedy }
  | { kind: 'version'; collection: CollectionSlug; id: string; document: string; name: string; lacks: Lack }
  | { kind: 'global'; slug: GlobalSlug; lacks: 'rows'; remedy: Extract<Remedy, { do: 'restore' }> }
  | { kind: 'rows'; table: string; count: number }

export type Lack = 'texts' | 'rows' | 'versions'

export type Remedy =
  /** Its newest complete version is written over it. */
  | { do: 'restore'; version: string }
  /** Its current state becomes its first version. */
  | { do: 'keepAsVersion' }
  /** The same, and it is unpublished, because staff must check whether it is complete. */
  | { do: 'keepAsDraft' }
  /** No complete version is left. */
  | { do: 'delete' }

const PAGE = 100

interface Stored extends Data {
  id: string
  _status?: string
}

const languagesOf = (payload: Payload): readonly string[] => {
  const { localization } = payload.config
  return localization ? localization.localeCodes : []
}

/** The number of rows of each list, by path. */
function listsOf(fields: readonly FlattenedField[], data: Data, languages: readonly string[]): Map<string, number> {
  const lists = new Map<string, number>()
  for (const { field, path, value } of placed(fields, data, languages)) {
    if (field.type !== 'array' || !Array.isArray(value)) continue
    const list = path.replace(/\.\d+/g, '')
    lists.set(list, (lists.get(list) ?? 0) + value.length)
  }
  return lists
}

const total = (lists: Map<string, number>): number => [...lists.values()].reduce((sum, rows) => sum + rows, 0)

/** Whether a text that every document has is missing in all languages. */
function lacksTexts(fields: readonly FlattenedField[], data: Data, languages: readonly string[]): boolean {
  const required = fields.filter(
    (field) => 'localized' in field && field.localized && 'required' in field && field.required,
  )
  if (required.length === 0) return false
  const names = new Set(required.map(({ name }) => name))
  return ![...placed(fields, data, languages)].some(
    ({ field, path, value }) => names.has(path) && names.has(field.name) && typeof value === 'string' && value !== '',
  )
}

const nameOf = (config: SanitizedCollectionConfig, doc: Data): string => {
  const title = doc[config.admin.useAsTitle ?? 'id']
  const text = typeof title === 'object' && title !== null ? Object.values(title).find(Boolean) : title
  return String(text ?? doc.slug ?? doc.id)
}

interface Version {
  id: string
  updatedAt: string
  version: Stored
}

/**
 * All incomplete documents, by collection.
 * @param wholeSince saves since then are complete; null for never
 */
export async function findHalfMade(payload: Payload, wholeSince: Date | null): Promise<HalfMade[]> {
  const found: HalfMade[] = []
  const isOld = ({ updatedAt }: Data) => !wholeSince || new Date(String(updatedAt)) < wholeSince
  for (const { config } of Object.values(payload.collections)) {
    if (config.versions) found.push(...(await inCollection(payload, config, isOld)))
  }
  found.push(...(await behindGlobals(payload, isOld)), ...(await rowsOfNothing(payload)))
  return found
}

async function inCollection(
  payload: Payload,
  config: SanitizedCollectionConfig,
  isOld: (saved: Data) => boolean,
): Promise<HalfMade[]> {
  const collection = config.slug as CollectionSlug
  const found: HalfMade[] = []
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.db.find<Stored>({ collection, page, limit: PAGE, sort: 'id' })
    for (const doc of docs) {
      const halves = await halvesOf(payload, collection, doc, isOld)
      const half = isOld(doc) ? await halfOf(payload, config, doc, halves) : null
      found.push(...halves, ...(half ? [half] : []))
    }
    if (!hasNextPage) return found
  }
}

/** Compares the document with its complete versions. */
async function halfOf(
  payload: Payload,
  config: SanitizedCollectionConfig,
  doc: Stored,
  halves: readonly { id: string }[],
): Promise<HalfMade | null> {
  const collection = config.slug as CollectionSlug
  const { flattenedFields: fields } = config
  const languages = languagesOf(payload)
  const newestVersion = async (where: Where): Promise<Version | null> => {
    const { docs } = await payload.db.findVersions<Stored>({
      collection,
      where: { and: [{ parent: { equals: doc.id } }, where, { id: { not_in: halves.map(({ id }) => id) } }] },
      sort: '-updatedAt',
      limit: 1,
      pagination: false,
    })
    return (docs[0] ?? null) as Version | null
  }
  const hasDrafts = Boolean(typeof config.versions === 'object' && config.versions.drafts)
  const newest = await newestVersion(hasDrafts ? { 'version._status': { equals: doc._status } } : {})
  const isTextless = lacksTexts(fields, doc, languages)
  // A published document and its newest published version are written by one save.
  const isOut = doc._status === 'published'
  const isBehind = (!hasDrafts || isOut) && newest !== null && isShorter(fields, doc, newest.version, languages)
  const lacks = isTextless ? 'texts' : isBehind ? 'rows' : newest || (await newestVersion({})) ? null : 'versions'
  if (!lacks) return null
  const hasNoRows = hasLists(fields) && total(listsOf(fields, doc, languages)) === 0
  const remedyWithoutVersion = isTextless ? 'delete' : isOut && hasNoRows ? 'keepAsDraft' : 'keepAsVersion'
  const remedy: Remedy = newest ? { do: 'restore', version: String(newest.id) } : { do: remedyWithoutVersion }
  return { kind: 'document', collection, id: doc.id, name: nameOf(config, doc), lacks, remedy }
}

/** Whether a list has fewer rows than it should. */
function isShorter(fields: readonly FlattenedField[], doc: Data, whole: Data, languages: readonly string[]): boolean {
  const rows = listsOf(fields, doc, languages)
  return [...listsOf(fields, whole, languages)].some(([list, count]) => count > (rows.get(list) ?? 0))
}

async function behindGlobals(payload: Payload, isOld: (saved: Data) => boolean): Promise<HalfMade[]> {
  const languages = languagesOf(payload)
  const found: HalfMade[] = []
  for (const config of payload.globals.config) {
    if (!config.versions) continue
    const slug = config.slug as GlobalSlug
    const { docs } = await payload.db.findGlobalVersions<Stored>({ global: slug, sort: '-updatedAt', limit: 1 })
    const newest = docs[0] as Version | undefined
    if (!newest) continue
    const doc = await payload.db.findGlobal({ slug })
    if (isOld(doc) && isShorter(config.flattenedFields, doc, newest.version, languages)) {
      found.push({ kind: 'global', slug, lacks: 'rows', remedy: { do: 'restore', version: String(newest.id) } })
    }
  }
  return found
}

const hasLists = (fields: readonly FlattenedField[]) => fields.some(({ type }) => type === 'array')

/** Versions of a document that have no texts, or none of the rows that the versions around them have. */
async function halvesOf(payload: Payload, collection: CollectionSlug, doc: Stored, isOld: (saved: Data) => boolean) {
  const { config } = payload.collections[collection]
  const { flattenedFields: fields } = config
  const languages = languagesOf(payload)
  const found: Extract<HalfMade, { kind: 'version' }>[] = []
  const own = total(listsOf(fields, doc, languages))
  let before: number | null = null
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage, totalDocs } = await payload.db.findVersions<Stored>({
      collection,
      where: { parent: { equals: doc.id } },
      sort: 'updatedAt',
      page,
      limit: PAGE,
    })
    for (const { id, version, updatedAt } of docs as unknown as Version[]) {
      const rows = total(listsOf(fields, version, languages))
      const isTextless = lacksTexts(fields, version, languages)
      // The only version was written with the document.
      const expected = totalDocs === 1 ? own : (before ?? 0)
      if (isOld({ updatedAt }) && (isTextless || (rows === 0 && expected > 0))) {
        const name = nameOf(config, isTextless ? doc : version)
        const lacks = isTextless ? 'texts' : 'rows'
        found.push({ kind: 'version', collection, id: String(id), document: doc.id, name, lacks })
      } else before = rows
    }
    if (!hasNextPage) return found
  }
}

/** Rows whose document, or whose list, is not there. */
async function rowsOfNothing(payload: Payload): Promise<HalfMade[]> {
  const { client } = payload.db as unknown as SQLiteAdapter
  const { rows } = await client.execute('PRAGMA foreign_key_check')
  const counts = new Map<string, number>()
  for (const { table } of rows) counts.set(String(table), (counts.get(String(table)) ?? 0) + 1)
  return [...counts].map(([table, count]) => ({ kind: 'rows', table, count }))
}
