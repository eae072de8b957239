import type { FlattenedField } from 'payload'
import { readEmail } from '@/platform/email-address'
import { cleanLine, cleanPart, cleanText } from '@/platform/typed-text'

/** The length limit of a text whose field sets none. */
export const defaultLengths = { text: 300, textarea: 5000, email: 254, richText: 100_000 } as const

export interface LengthError {
  path: string
  label: FlattenedField['label']
  longest: number
}

/** Marks a field whose text is not typed, such as an envelope. */
export const notTyped = { isTyped: false } as const

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** Deeper than any rich text that a person writes. */
const DEEPEST = 60

/** Cleans the text nodes of a rich text, keeping leading and trailing spaces. */
function cleanRichText(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return value
  if (Array.isArray(value)) return value.map((part) => cleanRichText(part, depth + 1))
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (typeof part !== 'string') return [name, cleanRichText(part, depth + 1)]
      return [name, name === 'text' ? cleanPart(part) : name === 'url' ? cleanLine(part) : part]
    }),
  )
}

function lengthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return 0
  return Object.entries(value).reduce(
    (sum, [name, part]) =>
      sum + (name === 'text' && typeof part === 'string' ? part.length : lengthOf(part, depth + 1)),
    0,
  )
}

function cleanEmail(typed: string): string {
  const read = readEmail(typed)
  return read.status === 'ok' ? read.address : cleanLine(typed)
}

type Note = (path: string, field: FlattenedField, length: number, longest: number) => void

/** One value, or one per language if all are sent at once. */
function cleanValueOf(field: FlattenedField, value: unknown, path: string, note: Note): unknown {
  const each = (clean: (one: unknown, path: string) => unknown): unknown =>
    'localized' in field && field.localized && isPlain(value) && !('root' in value)
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, clean(one, `${path}.${name}`)]))
      : clean(value, path)
  const typed = (clean: (text: string) => string, longest: number) =>
    each((one, at) => {
      const cleaned = (text: unknown): unknown => {
        if (typeof text !== 'string') return text
        const short = clean(text)
        note(at, field, short.length, longest)
        return short
      }
      return Array.isArray(one) ? one.map(cleaned) : cleaned(one)
    })
  switch (field.type) {
    case 'text':
      return typed(cleanLine, field.maxLength ?? defaultLengths.text)
    case 'textarea':
      return typed(cleanText, field.maxLength ?? defaultLengths.textarea)
    case 'email':
      return typed(cleanEmail, defaultLengths.email)
    case 'richText':
      return each((one, at) => {
        const cleaned = cleanRichText(one)
        note(at, field, lengthOf(cleaned), defaultLengths.richText)
        return cleaned
      })
    case 'group':
    case 'tab':
      return each((one, at) => (isPlain(one) ? cleanFields(field.flattenedFields, one, `${at}.`, note) : one))
    case 'array':
      return each((rows, at) =>
        Array.isArray(rows)
          ? rows.map((row, index) =>
              isPlain(row) ? cleanFields(field.flattenedFields, row, `${at}.${index}.`, note) : row,
            )
          : rows,
      )
    default:
      return value
  }
}

function cleanFields(
  fields: readonly FlattenedField[],
  data: Record<string, unknown>,
  before: string,
  note: Note,
): Record<string, unknown> {
  const cleaned = { ...data }
  for (const field of fields) {
    if (!Object.hasOwn(data, field.name) || field.custom?.isTyped === false) continue
    cleaned[field.name] = cleanValueOf(field, data[field.name], `${before}${field.name}`, note)
  }
  return cleaned
}

/**
 * Cleans every text sent to a collection or global (src/platform/typed-text.ts). Values without a field, such as a
 * password, stay as they are.
 */
export function cleanData(
  fields: readonly FlattenedField[],
  data: Record<string, unknown>,
): { data: Record<string, unknown>; errors: LengthError[] } {
  const errors: LengthError[] = []
  const note: Note = (path, { label }, length, longest) => {
    if (length > longest) errors.push({ path, label, longest })
  }
  return { data: cleanFields(fields, data, '', note), errors }
}
