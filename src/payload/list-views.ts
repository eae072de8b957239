import type { Where } from 'payload'
import { stringify } from 'qs-esm'
import type { LocalizedText } from '../platform/localize'

/** A saved view of a list, shown as a link above it. */
export interface ListView {
  label: LocalizedText
  /** The filter, as Payload's list reads it from its address. */
  where: (now: Date) => Where
}

/** For `admin.components.beforeListTable` of a collection. */
export const listViews = (views: readonly ListView[]) => [
  { path: '/src/panel/list-views#ListViews', serverProps: { views } },
]

/** Documents whose newest version isn't published, and the others. */
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

/** A filter as query parameters of a list. */
export const listQuery = (where: Where): string => stringify({ where })

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/**
 * Whether the address of a list has this filter. Instants are not compared, because a view relative to now is the
 * same a minute later.
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
