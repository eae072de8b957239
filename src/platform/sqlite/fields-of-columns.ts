import type { FlattenedField } from 'payload'

/** A column of an entity's tables and its field. */
export interface FieldOfColumn {
  table: string
  column: string
  /** The path of the field, without row numbers: `sections.clauses.text`. */
  path: string
  label: unknown
}

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()

/**
 * Follows how Payload names tables and columns: lists have their own tables, groups a prefix, languages a separate
 * table, and the id of a list's row stands for the list.
 */
export function fieldsOfColumns(table: string, fields: readonly FlattenedField[]): FieldOfColumn[] {
  const walk = (
    { table, prefix, path }: { table: string; prefix: string; path: string },
    within: readonly FlattenedField[],
  ): FieldOfColumn[] =>
    within.flatMap((field): FieldOfColumn[] => {
      const column = `${prefix}${snake(field.name)}`
      const own = `${path}${field.name}`
      const label = 'label' in field ? field.label : undefined
      if (field.type === 'group' || field.type === 'tab') {
        return walk({ table, prefix: `${column}_`, path: `${own}.` }, field.flattenedFields)
      }
      if (field.type === 'array') {
        const rows = `${table}_${column}`
        return [
          { table: rows, column: 'id', path: own, label },
          ...walk({ table: rows, prefix: '', path: `${own}.` }, field.flattenedFields),
        ]
      }
      const isReference = field.type === 'relationship' || field.type === 'upload'
      return [table, `${table}_locales`].map((of) => ({
        table: of,
        column: isReference ? `${column}_id` : column,
        path: own,
        label,
      }))
    })
  return walk({ table, prefix: '', path: '' }, fields)
}

interface Found<T> {
  /** With the numbers of rows: `sections.0.clauses.2`. */
  path: string
  label: unknown
  value: T
}

export type Data = Record<string, unknown>
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Every field of a document being written, with its path; localized ones once per language. */
export function* placed(
  fields: readonly FlattenedField[],
  data: Data,
  languages: readonly string[],
  path = '',
): Generator<{ field: FlattenedField; path: string; value: unknown }> {
  for (const field of fields) {
    const stored = data[field.name]
    const isByLanguage = 'localized' in field && field.localized && isData(stored)
    const values = isByLanguage ? languages.map((language) => stored[language]) : [stored]
    for (const value of values) {
      const own = `${path}${field.name}`
      yield { field, path: own, value }
      if ((field.type === 'group' || field.type === 'tab') && isData(value)) {
        yield* placed(field.flattenedFields, value, languages, `${own}.`)
      }
      if (field.type === 'array' && Array.isArray(value)) {
        for (const [index, row] of value.entries()) {
          if (isData(row)) yield* placed(field.flattenedFields, row, languages, `${own}.${index}.`)
        }
      }
    }
  }
}

/** The ids of all rows of the lists at `path`, with their paths. */
export function rowIdsAt(
  path: string,
  { fields, data, languages }: { fields: readonly FlattenedField[]; data: Data; languages: readonly string[] },
): Found<string>[] {
  const found: Found<string>[] = []
  for (const { field, path: place, value } of placed(fields, data, languages)) {
    if (field.type !== 'array' || place.replace(/\.\d+/g, '') !== path || !Array.isArray(value)) continue
    for (const [index, row] of value.entries()) {
      if (isData(row) && row.id) found.push({ path: `${place}.${index}`, label: field.label, value: String(row.id) })
    }
  }
  return found
}

export interface Reference {
  collection: string
  id: string | number
}

/** All references of a document. */
export function referencesIn({
  fields,
  data,
  languages,
}: {
  fields: readonly FlattenedField[]
  data: Data
  languages: readonly string[]
}): Found<Reference>[] {
  const found: Found<Reference>[] = []
  for (const { field, path, value } of placed(fields, data, languages)) {
    if (field.type !== 'relationship' && field.type !== 'upload') continue
    for (const [index, one] of (Array.isArray(value) ? value : [value]).entries()) {
      const place = Array.isArray(value) ? `${path}.${index}` : path
      const isPolymorphic = isData(one) && 'relationTo' in one
      const collection = isPolymorphic ? one.relationTo : field.relationTo
      const id = isPolymorphic ? one.value : isData(one) ? one.id : one
      if (typeof collection !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) continue
      found.push({ path: place, label: field.label, value: { collection, id } })
    }
  }
  return found
}
