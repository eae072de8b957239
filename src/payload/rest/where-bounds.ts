import type { FieldKind } from './asked-fields'

export type Tree = Record<string, unknown>

export interface Bounds {
  /** Characters of the whole query. */
  length: number
  conditions: number
  /** In one list of values. */
  values: number
  /** Of fields, in all. */
  names: number
}

const MAX_NAME = 100
const MAX_VALUE = 500
const MAX_NESTING = 6

const lists = new Set(['in', 'not_in'])
const exact = ['equals', 'not_equals', 'exists', ...lists]
const words = ['like', 'not_like', 'contains']
const ordered = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']

/** The operators that both databases support for each kind of field. */
const operatorsOf: Record<FieldKind, ReadonlySet<string>> = {
  text: new Set([...exact, ...words, ...ordered]),
  number: new Set([...exact, ...ordered]),
  date: new Set([...exact, ...ordered]),
  checkbox: new Set(['equals', 'not_equals', 'exists']),
  id: new Set(exact),
  parts: new Set(['exists']),
}
const allOperators = new Set([...exact, ...words, ...ordered])

const isValueOf: Record<FieldKind, (text: string) => boolean> = {
  text: () => true,
  number: (text) => /^-?\d{1,15}(\.\d{1,6})?$/.test(text),
  date: (text) => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
  checkbox: (text) => text === 'true' || text === 'false',
  id: (text) => /^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(text),
  parts: () => false,
}

/** A plain object, as the parser of queries or JSON makes it. */
export const isOrdinary = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** A field name, with dots for groups, that is not an inherited property of every object. */
export const isName = (name: string): boolean =>
  name.length <= MAX_NAME &&
  name.split('.').every((part) => /^[A-Za-z0-9_][\w-]*$/.test(part) && !(part in Object.prototype))

const isValue = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.length <= MAX_VALUE && !value.includes('\0'))

function isOperand(kind: FieldKind | undefined, operator: string, value: unknown, { values }: Bounds): boolean {
  if (!(kind ? operatorsOf[kind] : allOperators).has(operator)) return false
  if (operator === 'exists') return ['true', 'false'].includes(String(value)) && !Array.isArray(value)
  const isOfKind = (item: unknown) => isValue(item) && (!kind || isValueOf[kind](String(item)))
  // The panel selects all documents by "id is not empty". For numbers `exists` is used.
  const isNothing = kind === 'id' && (value === null || value === 'null' || value === '')
  if (!lists.has(operator)) return isOfKind(value) || isNothing
  const items = typeof value === 'string' && value.length <= values * 50 ? value.split(',') : value
  return Array.isArray(items) && items.length <= values && items.every(isOfKind)
}

/**
 * Whether a condition is one that can be asked, within bounds: so many parts, so deep, values so long.
 * @param kindOf says of a field's path what can be asked about it, and null where nothing can
 */
export function checkWhere(
  where: unknown,
  bounds: Bounds,
  kindOf: (path: string) => FieldKind | null | undefined,
): boolean {
  let conditions = 0
  const isWhere = (node: unknown, level: number): boolean => {
    if (!isOrdinary(node) || level > MAX_NESTING) return false
    return Object.entries(node).every(([name, inner]) => {
      conditions += 1
      if (conditions > bounds.conditions) return false
      if (/^(and|or)$/i.test(name)) return isList(inner, level)
      if (!isName(name) || !isOrdinary(inner)) return false
      const kind = kindOf(name)
      if (kind === null) return false
      const asked = Object.entries(inner)
      conditions += asked.length
      return (
        conditions <= bounds.conditions && asked.every(([operator, value]) => isOperand(kind, operator, value, bounds))
      )
    })
  }
  const isList = (list: unknown, level: number): boolean =>
    Array.isArray(list) ? list.every((inner) => isWhere(inner, level + 1)) : list === ''
  return where === '' || isWhere(where, 0)
}
