import type { Where } from 'payload'
import { stringify } from 'qs-esm'
import type { LocalizedText } from '../platform/localize'

/** A question that a person asks of a list day by day, kept as a link above it. */
export interface ListView {
  label: LocalizedText
  /** What the list is narrowed to: what Payload's list reads from its address. */
  where: (now: Date) => Where
}

/** For `admin.components.beforeListTable` of a collection. */
export const listViews = (views: readonly ListView[]) => [
  { path: '/src/panel/list-views#ListViews', serverProps: { views } },
]

/** Whose newest form isn't published, and the rest. */
export const drafts: ListView = {
  label: { ar: 'مسودات', en: 'Drafts' },
  where: () => ({ _status: { equals: 'draft' } }),
}
export const published: ListView = {
  label: { ar: 'منشورة', en: 'Published' },
  where: () => ({ _status: { equals: 'published' } }),
}
export const untranslated: ListView = {
  label: { ar: 'دون ترجمة', en: 'Not translated' },
  where: () => ({ 'title.en': { exists: false } }),
}

/** A question as the address of a list says it. */
export const listQuery = (where: Where): string => stringify({ where })

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/**
 * Whether the address of a list asks this question, whenever it was asked: a view that is about now
 * is still itself a minute later.
 */
export function isAsked(where: Where, searchParams: Readonly<Record<string, string | string[] | undefined>>): boolean {
  const canonical = (entries: Iterable<readonly [string, unknown]>) =>
    [...entries]
      .filter(([name]) => name.startsWith('where['))
      .map(([name, value]) => `${name}=${instant.test(String(value)) ? 'instant' : String(value)}`)
      .sort()
      .join('&')
  return canonical(Object.entries(searchParams)) === canonical(new URLSearchParams(listQuery(where)))
}
