import Database from 'libsql'
import { DatabaseError } from '@/platform/database-errors'
import { BrokenConstraint } from './broken-constraint'
import { ResultRow } from './result-row'

export interface StatementResult {
  columns: string[]
  columnTypes: string[]
  rows: ResultRow[]
  rowsAffected: number
  lastInsertRowid: bigint | undefined
}

type Prepared = ReturnType<Database.Database['prepare']>

interface CachedStatement {
  prepared: Prepared
  returnsRows: boolean
  columns: string[]
}

/** Preparing takes longer than running: a cached statement inserts and reads two to five times as fast (docs/adr/0007). */
const MAX_STATEMENTS = 200

const settings = {
  reading: ['busy_timeout = 0', 'query_only = ON'],
  writing: [
    // Waiting for other processes' locks is done outside, in steps; SQLite would block the whole process.
    'busy_timeout = 0',
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    // Deleted data is overwritten, in the database and its free pages.
    'secure_delete = ON',
    // The log is cut back to this at a checkpoint; the job empties it.
    'journal_size_limit = 4194304',
  ],
} as const

export type Purpose = keyof typeof settings

/** What the driver takes; of some other values it would end the process (a boolean) or cut them (a NUL). */
function storable(value: unknown): null | string | number | bigint | Buffer {
  switch (typeof value) {
    case 'string':
      if (value.includes('\0')) throw new DatabaseError('unstorable')
      return value
    case 'number':
      if (!Number.isFinite(value)) throw new DatabaseError('unstorable')
      return value
    case 'bigint':
      if (BigInt.asIntN(64, value) !== value) throw new DatabaseError('unstorable')
      return value
    case 'boolean':
      return value ? 1 : 0
    default:
      if (value === null) return null
      if (Buffer.isBuffer(value)) return value
      if (value instanceof Uint8Array) return Buffer.from(value)
      if (value instanceof ArrayBuffer) return Buffer.from(value)
      if (value instanceof Date) return value.valueOf()
      throw new DatabaseError('unstorable')
  }
}

/**
 * One connection to the SQLite database, with its settings and its prepared statements. Everything
 * here is synchronous, and nothing waits for a lock.
 */
export class Connection {
  readonly #database: Database.Database
  readonly #statements = new Map<string, CachedStatement>()

  /** @throws when the file can't be opened, or is locked while its settings are made */
  constructor(file: string, purpose: Purpose) {
    this.#database = new Database(file)
    try {
      for (const setting of settings[purpose]) this.#database.prepare(`PRAGMA ${setting}`).all()
    } catch (error) {
      this.#database.close()
      throw error
    }
  }

  get isInTransaction(): boolean {
    return this.#database.open && this.#database.inTransaction
  }

  /** Runs one statement to its end. */
  run(sql: string, args: readonly unknown[] = []): StatementResult {
    const values = args.map(storable)
    const statement = this.#statement(sql)
    try {
      return statement.returnsRows ? this.#read(statement, values) : this.#change(statement, values)
    } catch (error) {
      this.#statements.delete(sql)
      throw BrokenConstraint.of(error) ?? error
    }
  }

  /** Runs several statements without values, or one that nothing may stay open of: BEGIN, COMMIT. */
  execute(sql: string): void {
    this.#database.exec(sql)
  }

  /** After the schema changed. */
  forgetStatements(): void {
    this.#statements.clear()
  }

  close(): void {
    this.#statements.clear()
    if (this.#database.open) this.#database.close()
  }

  #statement(sql: string): CachedStatement {
    const known = this.#statements.get(sql)
    if (known) {
      // The one used longest ago is the first in the map.
      this.#statements.delete(sql)
      this.#statements.set(sql, known)
      return known
    }
    const prepared = this.#database.prepare(sql)
    const returnsRows = prepared.reader
    if (returnsRows) prepared.raw(true)
    const statement = { prepared, returnsRows, columns: prepared.columns().map(({ name }) => name) }
    this.#statements.set(sql, statement)
    const [oldest] = this.#statements.keys()
    if (this.#statements.size > MAX_STATEMENTS && oldest !== undefined) this.#statements.delete(oldest)
    return statement
  }

  #read(statement: CachedStatement, values: unknown[]): StatementResult {
    // Always to the last row: a statement left half-way keeps its transaction from being committed.
    const found = statement.prepared.all(values) as unknown[][]
    if (found[0] && found[0].length !== statement.columns.length) {
      statement.columns = statement.prepared.columns().map(({ name }) => name)
    }
    const { columns } = statement
    const rows = found.map((row) => new ResultRow(columns, row))
    return { columns, columnTypes: columns.map(() => ''), rows, rowsAffected: 0, lastInsertRowid: undefined }
  }

  #change(statement: CachedStatement, values: unknown[]): StatementResult {
    const { changes, lastInsertRowid } = statement.prepared.run(values)
    return { columns: [], columnTypes: [], rows: [], rowsAffected: changes, lastInsertRowid: BigInt(lastInsertRowid) }
  }
}
