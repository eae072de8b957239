import type { FlattenedField, SanitizedConfig } from 'payload'
import { publishedEntities } from './addresses'

/** Whether anybody reads a field of a published document. */
export function isFieldPublished(field: FlattenedField): boolean {
  if ('hidden' in field && field.hidden) return false
  const read = 'access' in field ? field.access?.read : undefined
  return read === undefined || read({ req: { user: null } } as never) === true
}

/** By which it is decided what can be asked about a field; `parts` has nothing but its being there. */
export type FieldKind = 'text' | 'number' | 'date' | 'checkbox' | 'id' | 'parts'

/** Conditions lead into other documents too, an order does not. */
export type AskedFor = 'where' | 'sort'

/** What kind of field a path of names leads to; null when it may not be asked about, undefined when Payload is to say so. */
export type KindOf = (path: string, use: AskedFor) => FieldKind | null | undefined

function kindOf(field: FlattenedField): FieldKind {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
    case 'select':
    case 'radio':
      return 'text'
    case 'number':
    case 'date':
    case 'checkbox':
      return field.type
    case 'relationship':
    case 'upload':
      return Array.isArray(field.relationTo) ? 'parts' : 'id'
    default:
      return 'parts'
  }
}

const isComputed = (field: FlattenedField): boolean => 'virtual' in field && Boolean(field.virtual)

interface Walk {
  fieldsIn(slug: unknown): readonly FlattenedField[] | undefined
  mayAsk(field: FlattenedField): boolean
}

/** @returns undefined where the path leads to nothing that is known */
function walkTo(path: string, slug: string, use: AskedFor, { fieldsIn, mayAsk }: Walk): FieldKind | null | undefined {
  let fields = fieldsIn(slug)
  const names = path.split('.')
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1
    if (name === 'id') return isLast ? 'id' : undefined
    const field = fields?.find((candidate) => candidate.name === name)
    if (!field) return undefined
    if (!mayAsk(field)) return null
    if (isLast) return kindOf(field)
    const leadsElsewhere = field.type === 'relationship' || field.type === 'upload'
    if (leadsElsewhere)
      fields = use === 'where' && !Array.isArray(field.relationTo) ? fieldsIn(field.relationTo) : undefined
    else fields = 'flattenedFields' in field ? field.flattenedFields : undefined
  }
  return undefined
}

/** For anybody: published fields of published documents. Otherwise the number of answers would tell of the others. */
export function kindsForAnybody(slug: string, config: SanitizedConfig): KindOf {
  const { collections, globals } = publishedEntities(config)
  const walk: Walk = {
    fieldsIn: (name) => [...collections, ...globals].find((entity) => entity.slug === name)?.flattenedFields,
    mayAsk: (field) => isFieldPublished(field) && !isComputed(field),
  }
  return (path, use) => walkTo(path, slug, use, walk) ?? null
}

/** For staff: what a field can be asked; whether they may, Payload says by their roles. */
export function kindsForStaff(slug: string, config: SanitizedConfig): KindOf {
  const walk: Walk = {
    fieldsIn: (name) =>
      [...config.collections, ...config.globals].find((entity) => entity.slug === name)?.flattenedFields,
    mayAsk: () => true,
  }
  return (path, use) => walkTo(path, slug, use, walk)
}
