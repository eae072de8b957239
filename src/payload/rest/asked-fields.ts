import type { FlattenedField, SanitizedConfig } from 'payload'
import { publishedEntities } from './addresses'

/** Whether everybody may read a field of a published document. */
export function isFieldPublished(field: FlattenedField): boolean {
  if ('hidden' in field && field.hidden) return false
  const read = 'access' in field ? field.access?.read : undefined
  return read === undefined || read({ req: { user: null } } as never) === true
}

/** Decides which operators a field accepts; `parts` accepts `exists` only. */
export type FieldKind = 'text' | 'number' | 'date' | 'checkbox' | 'id' | 'parts'

/** Conditions may cross relationships, a sort may not. */
export type AskedFor = 'where' | 'sort'

/** The kind of field at a path; null when it must not be queried, undefined when Payload decides. */
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

/** @returns undefined for an unknown path */
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

/**
 * For anonymous clients: published fields of published documents. Otherwise the number of results would reveal other
 * fields.
 */
export function kindsForAnybody(slug: string, config: SanitizedConfig): KindOf {
  const { collections, globals } = publishedEntities(config)
  const walk: Walk = {
    fieldsIn: (name) => [...collections, ...globals].find((entity) => entity.slug === name)?.flattenedFields,
    mayAsk: (field) => isFieldPublished(field) && !isComputed(field),
  }
  return (path, use) => walkTo(path, slug, use, walk) ?? null
}

/** For staff: the kind of field; Payload checks access by role. */
export function kindsForStaff(slug: string, config: SanitizedConfig): KindOf {
  const walk: Walk = {
    fieldsIn: (name) =>
      [...config.collections, ...config.globals].find((entity) => entity.slug === name)?.flattenedFields,
    mayAsk: () => true,
  }
  return (path, use) => walkTo(path, slug, use, walk)
}
