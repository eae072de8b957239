import { getTranslation } from '@payloadcms/translations'
import {
  type AfterErrorHook,
  type CollectionSlug,
  type Field,
  type GlobalSlug,
  type PayloadRequest,
  type Plugin,
  type Tab,
  ValidationError,
  type ValidationFieldError,
} from 'payload'
import { localize } from '../platform/localize'
import { ownFieldNames } from './built-in-labels'

/** Validation errors of a document, with the labels of its fields instead of their paths. */

type Named = { field: Field | Tab; rows?: boolean }

/** Finds a field or tab by name, also inside unnamed rows, collapsibles and tabs. */
function fieldNamed(fields: readonly (Field | Tab)[], name: string): Named | null {
  for (const field of fields) {
    if ('name' in field && field.name === name) {
      return { field, rows: 'type' in field && (field.type === 'array' || field.type === 'blocks') }
    }
    if ('name' in field && field.name) continue
    const inside = 'tabs' in field ? field.tabs : 'fields' in field ? field.fields : []
    const found = fieldNamed(inside, name)
    if (found) return found
  }
  return null
}

const insideOf = (field: Field | Tab): readonly (Field | Tab)[] => {
  if ('tabs' in field) return field.tabs
  return 'fields' in field ? field.fields : []
}

/** @returns such as "Section 2 · Clause 1 · Text"; an arrow would point the wrong way in Arabic */
export function labelOf(fields: readonly Field[], path: string, req: Pick<PayloadRequest, 'i18n'>): string {
  const words: string[] = []
  let inside: readonly (Field | Tab)[] = fields
  let list: Field | Tab | null = null
  for (const part of path.split('.')) {
    if (list && /^\d+$/.test(part)) {
      const one = 'labels' in list ? list.labels?.singular : undefined
      if (one) words[words.length - 1] = getTranslation(one, req.i18n)
      words[words.length - 1] += ` ${Number(part) + 1}`
      list = null
      continue
    }
    const found = fieldNamed(inside, part)
    if (!found) {
      const own = ownFieldNames[part]
      words.push(own ? localize(req, own) : part)
      break
    }
    const label = 'label' in found.field ? found.field.label : undefined
    words.push(label ? getTranslation(label, req.i18n) : part)
    inside = insideOf(found.field)
    list = found.rows ? found.field : null
  }
  // The panel would split the label at a comma.
  return words.join(' · ').replaceAll(',', ' ')
}

type Where = { collection: CollectionSlug } | { global: GlobalSlug }

function fieldsOf({ payload }: PayloadRequest, { collection, global }: { collection?: string; global?: string }) {
  if (collection) return payload.collections[collection as CollectionSlug]?.config.fields ?? []
  return payload.config.globals.find(({ slug }) => slug === global)?.fields ?? []
}

/** What a hook throws: a 400 that says beside each field, and by its label, what is wrong. */
export function invalid(
  req: PayloadRequest,
  where: Where,
  errors: readonly Pick<ValidationFieldError, 'message' | 'path'>[],
): ValidationError {
  const fields = fieldsOf(req, where)
  const labelled = errors.map((error) => ({ ...error, label: labelOf(fields, error.path, req) }))
  return new ValidationError({ ...where, errors: labelled, req }, req.t)
}

/** Errors of Payload and of the database name fields by paths, or by labels that only Arabic can't read. */
const labelErrors: AfterErrorHook = ({ error, req, result }) => {
  if (!(error instanceof ValidationError) || !result) return
  const { data } = error as { data: { collection?: string; global?: string; errors: ValidationFieldError[] } }
  const fields = fieldsOf(req, data)
  const errors = data.errors.map((each) => ({ ...each, label: labelOf(fields, each.path, req) }))
  const intro = req.t('error:followingFieldsInvalid', { count: errors.length })
  const message = `${intro} ${[...new Set(errors.map(({ label }) => label))].join(', ')}`
  return { status: error.status, response: { errors: [{ name: error.name, data: { ...data, errors }, message }] } }
}

/** The panel reads the list of documents first, and without one says "unknown error" instead of the words. */
const listNoDocuments: AfterErrorHook = ({ req, result }) => {
  const isOfMany = Boolean(req.routeParams?.collection) && !req.routeParams?.id
  if (!isOfMany || !result || (req.method !== 'PATCH' && req.method !== 'DELETE')) return
  return { response: { ...result, docs: [] } as typeof result }
}

export const wordedErrors: Plugin = (config) => ({
  ...config,
  hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), labelErrors, listNoDocuments] },
})
