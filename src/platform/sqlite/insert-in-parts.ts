import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

/** SQLite accepts 32,766 values per statement. */
const MAX_VALUES = 32_000

/** A document with very many rows is written by several statements. */
export function insertInParts(adapter: SQLiteAdapter): void {
  const insert = adapter.insert
  adapter.insert = async function insertParts(args) {
    const { values } = args
    if (!Array.isArray(values)) return insert.call(this, args)
    const widest = values.reduce((most, row) => Math.max(most, Object.keys(row).length), 1)
    const rows = Math.max(1, Math.floor(MAX_VALUES / widest))
    if (values.length <= rows) return insert.call(this, args)
    const inserted: Awaited<ReturnType<typeof insert>> = []
    for (let from = 0; from < values.length; from += rows) {
      inserted.push(...(await insert.call(this, { ...args, values: values.slice(from, from + rows) })))
    }
    return inserted
  }
}
