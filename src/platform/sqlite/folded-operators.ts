import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite/drizzle'
import { betweenLetters, foldedGlob } from '@/platform/folded-search'

type Operator = SQLiteAdapter['operators']['like']
type Column = Parameters<Operator>[0]

/** The column without tashkeel and other ignored characters, which SQLite's patterns can't skip. */
const bare = (column: Column) =>
  betweenLetters.reduce(
    (text, mark) => sql`replace(${text}, char(${sql.raw(String(mark.codePointAt(0)))}), '')`,
    sql`${column}`,
  )

/** The text of a "contains" pattern, or null for another pattern. */
const wordIn = (value: unknown): string | null =>
  typeof value === 'string' && value.length > 2 && value.startsWith('%') && value.endsWith('%')
    ? value.slice(1, -1)
    : null

/** The word as typed, with literal percent signs and underscores. */
const holds = (column: Column, word: string) =>
  sql`${column} like ${`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} escape '\\'`

/** "Contains" and "like" find a word in any spelling (src/platform/folded-search.ts) as well as the one typed. */
export function foldOperators(adapter: SQLiteAdapter): void {
  const { like } = adapter.operators
  const folded: Operator = (column, value) => {
    const word = wordIn(value)
    if (word === null) return like(column, value)
    const glob = foldedGlob(word)
    return glob ? sql`(${holds(column, word)} or ${bare(column)} glob ${glob})` : holds(column, word)
  }
  // Payload passes the words as they are; none of them may occur in the text.
  const notFolded: Operator = (column, value) => {
    const words = String(value).split(' ').filter(Boolean)
    const none = words.map((word) => sql`not ${folded(column, `%${word}%`)}`)
    return sql`(${column} is null or (${sql.join([sql`true`, ...none], sql` and `)}))`
  }
  adapter.operators = { ...adapter.operators, like: folded, contains: folded, not_like: notFolded }
}
