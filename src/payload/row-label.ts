import type { LocalizedText } from '../platform/localize'

/** The label of an array row: its number and text, so that a collapsed row can be recognised. */
export interface RowWords {
  /** The fields that describe a row, in order. */
  shows: readonly string[]
  /** Labels of the values of a select. */
  names?: Readonly<Record<string, LocalizedText>>
  /** The label of an empty row. */
  empty: LocalizedText
}

/** For `admin.components.RowLabel` of an array. */
export const rowLabel = (words: RowWords) => ({ path: '/src/panel/row-label#RowLabel', clientProps: { words } })
