import {
  type CollectionBeforeOperationHook,
  type EmailFieldValidation,
  type Field,
  type FlattenedField,
  type GlobalBeforeOperationHook,
  type PayloadRequest,
  type Plugin,
  ValidationError,
} from 'payload'
import { type EmailError, readEmail } from '@/platform/email-address'
import { cleanValue } from '@/platform/typed-text'
import { type LocalizedText, localize } from '../platform/localize'
import { cleanData, defaultLengths } from './typed-data'

const emailErrors: Record<EmailError, LocalizedText> = {
  noAt: { ar: 'تنقص البريد علامة @، مثل name@example.com', en: 'It lacks the @ sign, as in name@example.com' },
  several: { ar: 'في هذا الحقل أكثر من بريد؛ يكفي واحد.', en: 'There is more than one address here; one is enough.' },
  spaces: { ar: 'في البريد مسافة؛ يُكتب متصلًا.', en: 'There is a space in the address.' },
  comma: { ar: 'في البريد فاصلة مكان النقطة.', en: 'There is a comma where a full stop belongs.' },
  letters: {
    ar: 'ما قبل علامة @ يُكتب بأحرف لاتينية.',
    en: 'What stands before the @ is written in Latin letters.',
  },
  tooLong: { ar: 'البريد أطول من المعتاد.', en: 'This address is too long.' },
  invalid: { ar: 'البريد غير مكتمل، مثل name@example.com', en: 'The address is not complete, as name@example.com is.' },
}

/** Accepts any deliverable address; Payload's own check rejects Arabic domains. */
const emailAddress: EmailFieldValidation = (value, { req, required }) => {
  if (!value) return required ? req.t('validation:required') : true
  const read = readEmail(value)
  return read.status === 'ok' || localize(req, emailErrors[read.error])
}

/** The same field with a length limit, and with our own check of e-mail addresses. */
function bounded(field: Field): Field {
  switch (field.type) {
    case 'text':
    case 'textarea':
      return { ...field, maxLength: field.maxLength ?? defaultLengths[field.type] }
    case 'email':
      return { ...field, validate: field.validate ?? emailAddress }
    case 'tabs':
      return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(bounded) })) }
    case 'array':
    case 'collapsible':
    case 'group':
    case 'row':
      return { ...field, fields: field.fields.map(bounded) }
    default:
      return field
  }
}

interface Sent {
  data?: unknown
}

interface Target {
  fields: readonly FlattenedField[]
  /** The collection or global, as in Payload's own errors. */
  named: { collection: string } | { global: string }
}

/** Operations that carry data. */
function cleaned<Args>(
  args: Args,
  { fields, named }: Target,
  req: PayloadRequest,
  isTrusted: boolean,
): Args | undefined {
  const { data } = args as Sent
  if (typeof data !== 'object' || data === null) return undefined
  const read = cleanData(fields, data as Record<string, unknown>)
  // Anonymous clients are refused by the access rules, without learning about fields first.
  if (read.errors.length > 0 && (isTrusted || req.user)) {
    const errors = read.errors.map(({ path, label, longest }) => ({
      path,
      ...(label && { label }),
      message: req.t('validation:shorterThanMax', { label: req.t('general:value'), maxLength: longest }),
    }))
    throw new ValidationError({ ...named, errors, req }, req.t)
  }
  return { ...args, data: read.data }
}

/** A question of a list is no longer than a title: what is beyond is not looked for. */
const LONGEST_QUESTION = 200
const MAX_WORDS = 20
const looksIn = new Set(['like', 'contains', 'not_like'])

function shortQuestion(operator: string, asked: unknown): unknown {
  // Payload splits what is "like" something into words, and fails on a number.
  const value = operator === 'like' && typeof asked === 'number' ? String(asked) : asked
  if (typeof value !== 'string') return value
  return cleanValue(value).slice(0, LONGEST_QUESTION).split(' ').slice(0, MAX_WORDS).join(' ')
}

/** The same question, what it looks for read as a value that somebody typed or pasted. */
export function readableWhere(where: unknown): unknown {
  if (Array.isArray(where)) return where.map(readableWhere)
  if (typeof where !== 'object' || where === null) return where
  return Object.fromEntries(
    Object.entries(where).map(([name, asked]) => [
      name,
      looksIn.has(name) && typeof asked !== 'object' ? shortQuestion(name, asked) : readableWhere(asked),
    ]),
  )
}

const inCollection: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const isTrusted = 'overrideAccess' in args && args.overrideAccess === true
  const named = { collection: collection.slug }
  const read = cleaned(args, { fields: collection.flattenedFields, named }, req, isTrusted) ?? args
  if (isTrusted || !('where' in read) || !read.where) return read
  return { ...read, where: readableWhere(read.where) } as typeof read
}

const inGlobal: GlobalBeforeOperationHook = ({ args, global, req }) => {
  const isTrusted = args.overrideAccess === true
  return cleaned(args, { fields: global.flattenedFields, named: { global: global.slug } }, req, isTrusted) ?? args
}

/**
 * Reads every text that is saved, by the panel, REST or a program and in drafts too, as typed text, and limits its length
 * by its field. The same holds for searches of lists.
 */
export const typedFields: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    fields: collection.fields.map(bounded),
    hooks: { ...collection.hooks, beforeOperation: [inCollection, ...(collection.hooks?.beforeOperation ?? [])] },
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    fields: global.fields.map(bounded),
    hooks: { ...global.hooks, beforeOperation: [inGlobal, ...(global.hooks?.beforeOperation ?? [])] },
  })),
})
