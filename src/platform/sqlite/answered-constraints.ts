import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import {
  APIError,
  buildVersionCollectionFields,
  buildVersionGlobalFields,
  type CollectionSlug,
  type FlattenedField,
  type PayloadRequest,
  type StaticLabel,
  ValidationError,
  type ValidationFieldError,
} from 'payload'
import { causesOf, DatabaseError } from '@/platform/database-errors'
import { type LocalizedText, localize } from '@/platform/localize'
import { labelText, sayTaken } from '@/platform/taken-values'
import { BrokenConstraint } from './broken-constraint'
import { type FieldOfColumn, fieldsOfColumns, referencesIn, rowIdsAt } from './fields-of-columns'

/** How each operation of the adapter names the collection or global and the data. */
interface Arguments {
  collection?: string
  collectionSlug?: string
  globalSlug?: string
  global?: string
  slug?: string
  id?: string
  data?: Record<string, unknown>
  versionData?: Record<string, unknown>
  req?: Partial<PayloadRequest>
}
type Operation = (this: SQLiteAdapter, args: Arguments) => Promise<unknown>

const writes = [
  'create',
  'updateOne',
  'updateMany',
  'createVersion',
  'updateVersion',
  'createGlobal',
  'updateGlobal',
  'createGlobalVersion',
  'updateGlobalVersion',
] as const
const deletions = ['deleteOne', 'deleteMany', 'deleteVersions'] as const

const words = {
  rowId: {
    ar: 'معرّف هذا الصف مستعمل في مكان آخر. إن حُذف المعرّف أُعطي الصف معرّفًا جديدًا.',
    en: 'The id of this row is already used elsewhere. Left out, the row is given a new one.',
  },
  missing: { ar: 'ما اختير هنا لم يعد موجودًا.', en: 'What was chosen here no longer exists.' },
  required: { ar: 'لا بد من قيمة هنا.', en: 'This can’t be empty.' },
  other: { ar: 'هذه القيمة غير مقبولة.', en: 'This value isn’t accepted.' },
} satisfies Record<string, LocalizedText>

/**
 * Answers what the schema refuses as an error of the field, in the reader's language, whichever
 * operation of whichever collection or global it came from.
 */
export function answerConstraints(adapter: SQLiteAdapter): void {
  const operations = adapter as unknown as Record<(typeof writes)[number] | (typeof deletions)[number], Operation>
  const wrap = (
    name: keyof typeof operations,
    answer: (broken: BrokenConstraint, args: Arguments) => Promise<Error>,
  ) => {
    const operation = operations[name]
    operations[name] = async function answered(args) {
      try {
        return await operation.call(this, args)
      } catch (error) {
        const broken = [...causesOf(error)].find((cause) => cause instanceof BrokenConstraint)
        throw broken instanceof BrokenConstraint ? await answer(broken, args) : error
      }
    }
  }
  for (const name of writes) wrap(name, (broken, args) => answerWrite(adapter, broken, args))
  for (const name of deletions) wrap(name, async (broken, args) => answerDeletion(adapter, broken, args))
}

interface Entity {
  names: { collection: string } | { global: string }
  fields: readonly FlattenedField[]
  columns: readonly FieldOfColumn[]
  uniqueTogether: readonly (readonly string[])[]
}

function entityOf(adapter: SQLiteAdapter, args: Arguments): Entity | null {
  const { config, collections, globals } = adapter.payload
  const collection = collections[(args.collection ?? args.collectionSlug) as CollectionSlug]?.config
  const global = globals.config.find(({ slug }) => slug === (args.globalSlug ?? args.global ?? args.slug))
  const entity = collection ?? global
  if (!entity) return null
  const table = snakeOf(entity.slug)
  const versions = collection
    ? buildVersionCollectionFields(config, collection, true)
    : buildVersionGlobalFields(config, global as NonNullable<typeof global>, true)
  return {
    names: collection ? { collection: collection.slug } : { global: entity.slug },
    fields: entity.flattenedFields,
    columns: [
      ...fieldsOfColumns(table, entity.flattenedFields),
      ...fieldsOfColumns(`_${table}${adapter.versionsSuffix}`, versions).map((field) => ({
        ...field,
        path: field.path.replace(/^version\./, ''),
      })),
    ],
    uniqueTogether: (collection?.indexes ?? []).filter(({ unique }) => unique).map(({ fields }) => fields),
  }
}

const snakeOf = (slug: string) => slug.replaceAll('-', '_')

const asLabel = (label: unknown): StaticLabel | undefined =>
  typeof label === 'string' || (typeof label === 'object' && label !== null) ? (label as StaticLabel) : undefined

/** A request without a language, such as a program's, is answered in Arabic. */
const reader = (req: Arguments['req']) => ({ i18n: req?.i18n }) as Parameters<typeof localize>[0]

async function answerWrite(adapter: SQLiteAdapter, broken: BrokenConstraint, args: Arguments): Promise<Error> {
  const entity = entityOf(adapter, args)
  if (!entity) return broken
  const errors = await errorsOf(adapter, entity, broken, args)
  // Another request has removed the referenced row meanwhile.
  if (errors.length === 0) return new DatabaseError('conflict', { cause: broken })
  const { req } = args
  return new ValidationError(
    { ...entity.names, id: args.id, errors, ...(req?.i18n ? { req: req as PayloadRequest } : {}) },
    req?.t,
  )
}

async function errorsOf(
  adapter: SQLiteAdapter,
  entity: Entity,
  broken: BrokenConstraint,
  args: Arguments,
): Promise<ValidationFieldError[]> {
  const fields = broken.columns.map(
    ({ table, column }) =>
      entity.columns.find((field) => field.table === table && field.column === column) ?? {
        table,
        column,
        path: column,
        label: undefined,
      },
  )
  const language = reader(args.req)
  // Of several columns the last tells one document from another: the number of an edition, not its policy.
  const named = fields.at(-1)
  const error = ({ path, label }: { path: string; label: unknown }, message: string): ValidationFieldError => ({
    path,
    message,
    label: asLabel(label),
  })
  switch (broken.kind) {
    case 'reference':
      return (await missingReferences(adapter, entity, args)).map((found) =>
        error(found, localize(language, words.missing)),
      )
    case 'rowId': {
      if (!named) return []
      const taken = await takenRows(adapter, entity, named, args)
      return (taken.length > 0 ? taken : [named]).map((found) => error(found, localize(language, words.rowId)))
    }
    case 'unique':
      return named
        ? [
            error(
              named,
              sayTaken(
                fields.slice(0, -1).map(({ path, label }) => labelText(label, path, args.req)),
                args.req,
              ),
            ),
          ]
        : []
    case 'required':
      return named ? [error(named, args.req?.t?.('validation:required') ?? localize(language, words.required))] : []
    case 'other':
      return [error(named ?? { path: '', label: undefined }, localize(language, words.other))]
  }
}

const written = ({ data, versionData }: Arguments): Record<string, unknown> => {
  const all = data ?? versionData ?? {}
  return typeof all.version === 'object' && all.version !== null ? (all.version as Record<string, unknown>) : all
}

const languagesOf = (adapter: SQLiteAdapter): readonly string[] => {
  const { localization } = adapter.payload.config
  return localization ? localization.localeCodes : []
}

async function missingReferences(adapter: SQLiteAdapter, { fields }: Entity, args: Arguments) {
  const found = referencesIn({ fields, data: written(args), languages: languagesOf(adapter) })
  const missing = await Promise.all(
    found.map(async ({ value }) => {
      const where = { id: { equals: value.id } }
      return !(await adapter.findOne({ collection: value.collection as CollectionSlug, where, select: {} }))
    }),
  )
  return found.filter((_, index) => missing[index])
}

/** Which rows of a list have ids that another row has: of this document, or of another one. */
async function takenRows(adapter: SQLiteAdapter, { fields }: Entity, list: FieldOfColumn, args: Arguments) {
  const rows = rowIdsAt(list.path, { fields, data: written(args), languages: languagesOf(adapter) })
  const twice = rows.filter(({ value }, index) => rows.findIndex((other) => other.value === value) < index)
  if (twice.length > 0) return twice
  const stored =
    args.collection && args.id
      ? await adapter.findOne({ collection: args.collection as CollectionSlug, where: { id: { equals: args.id } } })
      : null
  const own = new Set(
    rowIdsAt(list.path, { fields, data: stored ?? {}, languages: languagesOf(adapter) }).map(({ value }) => value),
  )
  const foreign = rows.filter(({ value }) => !own.has(value)).slice(0, 500)
  const { rows: existing } = await adapter.client.execute({
    sql: `SELECT id FROM "${list.table}" WHERE id IN (${foreign.map(() => '?').join(', ')})`,
    args: foreign.map(({ value }) => value),
  })
  const known = new Set(existing.map(({ id }) => String(id)))
  return foreign.filter(({ value }) => known.has(value))
}

/** Something that must name what is to be deleted would name nothing. */
function answerDeletion(adapter: SQLiteAdapter, broken: BrokenConstraint, { req }: Arguments): Error {
  const dependent = adapter.payload.config.collections.find(({ slug }) =>
    broken.columns.some(({ table }) => table === snakeOf(slug)),
  )
  const name = dependent && labelText(dependent.labels.plural, dependent.slug, req)
  return new APIError(
    localize(reader(req), {
      ar: name ? `لا يُحذف، لأن في «${name}» ما يعتمد عليه.` : 'لا يُحذف، لأن غيره يعتمد عليه.',
      en: name
        ? `This can’t be deleted: entries in “${name}” depend on it.`
        : 'This can’t be deleted: others depend on it.',
    }),
    409,
    null,
    true,
  )
}
