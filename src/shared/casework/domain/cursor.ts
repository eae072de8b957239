/**
 * A position in an ordered list: the values its rows are sorted by, and the row's id. A page begins
 * after a cursor or ends before one, so that the millionth row costs as much as the first.
 */
export interface Cursor {
  /** ISO 8601, one for each column of the order. */
  instants: readonly string[]
  id: string
}

const BETWEEN = '~'

/** As an address carries it. */
export const formatCursor = ({ instants, id }: Cursor): string => [...instants, id].join(BETWEEN)

const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text))

/**
 * @param columns how many columns the list is sorted by
 * @returns null for text that is no cursor of such a list
 */
export function parseCursor(text: string, columns: number): Cursor | null {
  const parts = text.split(BETWEEN)
  const id = parts.at(-1) ?? ''
  const instants = parts.slice(0, -1)
  if (instants.length !== columns || !instants.every(isInstant) || !/^[\w-]{1,64}$/.test(id)) return null
  return { instants, id }
}
