import { stringify } from 'csv-stringify/sync'

export type Cell = string | number

/**
 * A sign that begins a formula, where a spreadsheet may see the beginning of a cell: at the start of a
 * text, after a line break, and after a semicolon or tab, which divide cells in many languages' Excel.
 * Spaces and invisible characters in front don't hide it; the wide signs count as the narrow ones.
 */
const blankBefore = '[\\s\\p{Cf}\\0;]'
/** Anchored at the first leading space, so that a long run of them is read once. */
const sign = new RegExp(`(?<!${blankBefore})(${blankBefore}*)([=+\\-@＝＋－＠])`, 'gu')
const beginning = /[\n\r\t;]/

/** Escapes a text so that no spreadsheet runs it as a formula (OWASP, CSV injection). */
const plain = (text: string): string =>
  text.replace(sign, (found: string, before: string, first: string, at: number) =>
    at === 0 || beginning.test(before) ? `${before}'${first}` : found,
  )

/**
 * A CSV file for spreadsheets: UTF-8 with BOM, Windows line ends, every text quoted, so that line breaks in it don't
 * begin a row.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? plain(cell) : cell))),
    { bom: true, quoted_string: true, record_delimiter: 'windows' },
  )
