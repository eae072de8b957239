import type { LocalizedText } from '../platform/localize'

/** What the panel calls a row of an array: its number, and its own words, so that a closed row is read too. */
export interface RowWords {
  /** The fields that say what a row is about, in the order in which they are read. */
  shows: readonly string[]
  /** What the values of a select are called. */
  names?: Readonly<Record<string, LocalizedText>>
  /** A row in which nothing is written yet. */
  empty: LocalizedText
}

/** For `admin.components.RowLabel` of an array. */
export const rowLabel = (words: RowWords) => ({ path: '/src/panel/row-label#RowLabel', clientProps: { words } })
