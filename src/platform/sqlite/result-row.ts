/** A row with values by column name and by index, because drizzle uses both. */
export class ResultRow {
  readonly #values: readonly unknown[]
  readonly [column: string]: unknown

  constructor(columns: readonly string[], values: readonly unknown[]) {
    this.#values = values
    const named = this as Record<string, unknown>
    for (let place = 0; place < columns.length; place += 1) {
      const column = columns[place] ?? ''
      // Of two columns with one name the first counts, as in @libsql/client.
      if (!Object.hasOwn(named, column)) named[column] = values[place]
    }
  }

  // On the prototype, because defining each place on each row costs more than reading the row.
  static {
    const MAX_COLUMNS = 2000
    Object.defineProperty(ResultRow.prototype, 'length', {
      get(this: ResultRow) {
        return this.#values.length
      },
    })
    for (let place = 0; place < MAX_COLUMNS; place += 1) {
      Object.defineProperty(ResultRow.prototype, place, {
        get(this: ResultRow) {
          return this.#values[place]
        },
      })
    }
  }
}
