import { causesOf, DatabaseError } from '@/platform/database-errors'
import { Connection, type Purpose, type StatementResult } from './connection'
import { isBusy, patiently, WAIT_MS } from './patience'
import { kindOf } from './statement-kind'
import { SqliteTransaction, type Statement } from './transaction'
import { Turns } from './turns'

/**
 * After any other failure the connection is reopened: it may date from a read-only volume, or hold an unfinished
 * statement, which would freeze reads at an old snapshot and block commits.
 */
const LEAVES_NOTHING = /^(BROKEN_CONSTRAINT|SQLITE_BUSY|SQLITE_FULL)/

/**
 * The SQLite client for drizzle (the interface of @libsql/client), with guarantees that the official client lacks:
 * settings on each connection, one write at a time, no reads of uncommitted data, and waiting for other processes'
 * locks without blocking this one. See docs/adr/0007.
 */
export class SqliteClient {
  readonly protocol = 'file'
  readonly #file: string
  readonly #transactions = new Turns()
  readonly #writes = new Turns()
  #reading: Connection | null = null
  #writing: Connection | null = null
  #isClosed = false

  constructor(file: string) {
    this.#file = file
  }

  get closed(): boolean {
    return this.#isClosed
  }

  /** Opens both connections. @throws when that fails; a later call tries again */
  async open(): Promise<void> {
    const deadline = performance.now() + WAIT_MS
    await patiently(() => this.#connection('writing'), deadline)
    await patiently(() => this.#connection('reading'), deadline)
  }

  async execute(statement: Statement | string, values: readonly unknown[] = []): Promise<StatementResult> {
    const { sql, args = [] } = typeof statement === 'string' ? { sql: statement, args: values } : statement
    switch (kindOf(sql)) {
      case 'read':
        return this.#read(sql, args)
      case 'explain':
        return this.#explain(sql, args)
      case 'write':
        return this.#alone((connection) => {
          connection.execute('BEGIN IMMEDIATE')
          const result = connection.run(sql, args)
          connection.execute('COMMIT')
          return result
        })
      default:
        return this.#alone((connection) => {
          // The statement may change the schema.
          connection.forgetStatements()
          this.#reading?.forgetStatements()
          try {
            return connection.run(sql, args)
          } catch (error) {
            // The statement stays open on the connection and would block every commit.
            if (isBusy(error)) this.#closeWriting()
            throw error
          }
        })
    }
  }

  /**
   * For a save with everything that belongs to it, for as long as its hooks take.
   * @throws DatabaseFault busy
   */
  async transaction(): Promise<SqliteTransaction> {
    return this.#begin(this.#transactions)
  }

  /** The same for one operation: nothing but its statements happens in it, so it counts as a single write. */
  readonly operations = {
    execute: (statement: Statement | string) => this.execute(statement),
    transaction: () => this.#begin(null),
  }

  #begin(transactions: Turns | null): Promise<SqliteTransaction> {
    return SqliteTransaction.begin({
      connection: () => this.#connection('writing'),
      discard: (error) => this.#discardAfter(error),
      transactions,
      writes: this.#writes,
    })
  }

  /** All of them or none. */
  async batch(statements: readonly (Statement | string)[]): Promise<StatementResult[]> {
    const transaction = await this.transaction()
    try {
      const results: StatementResult[] = []
      for (const statement of statements) results.push(await transaction.execute(statement))
      await transaction.commit()
      return results
    } finally {
      transaction.close()
    }
  }

  async executeMultiple(sql: string): Promise<void> {
    await this.#alone((connection) => connection.execute(sql))
  }

  /**
   * Brings the log (WAL) into the database and empties its file: deleted rows are then on the disk
   * nowhere any more.
   * @returns false when another process reads from the log at this moment
   */
  async truncateLog(): Promise<boolean> {
    const { rows } = await this.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    return rows[0]?.busy === 0
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#reading?.close()
    this.#writing?.close()
    this.#reading = null
    this.#writing = null
  }

  #connection(purpose: Purpose): Connection {
    if (this.#isClosed) throw new DatabaseError('away')
    if (purpose === 'reading') {
      this.#reading ??= new Connection(this.#file, purpose)
      return this.#reading
    }
    this.#writing ??= new Connection(this.#file, purpose)
    return this.#writing
  }

  async #read(sql: string, args: readonly unknown[]): Promise<StatementResult> {
    try {
      return await patiently(() => this.#connection('reading').run(sql, args), performance.now() + WAIT_MS)
    } catch (error) {
      if (!leavesNothing(error)) {
        this.#reading?.close()
        this.#reading = null
      }
      throw error
    }
  }

  /** An explained statement never ends, so it gets a connection of its own. */
  #explain(sql: string, args: readonly unknown[]): StatementResult {
    const connection = new Connection(this.#file, 'reading')
    try {
      return connection.run(sql, args)
    } finally {
      connection.close()
    }
  }

  /** Runs `work` on the writing connection while nobody else does. */
  async #alone<T>(work: (connection: Connection) => T): Promise<T> {
    const deadline = performance.now() + WAIT_MS
    const end = await this.#writes.take(deadline)
    try {
      return await patiently(() => {
        const connection = this.#connection('writing')
        try {
          return work(connection)
        } finally {
          if (connection.isInTransaction) connection.execute('ROLLBACK')
        }
      }, deadline)
    } catch (error) {
      this.#discardAfter(error)
      throw error
    } finally {
      end()
    }
  }

  #discardAfter(error: unknown): void {
    if (!leavesNothing(error)) this.#closeWriting()
  }

  #closeWriting(): void {
    this.#writing?.close()
    this.#writing = null
  }
}

const leavesNothing = (error: unknown): boolean => {
  const codes = [...causesOf(error)].flatMap(({ code }) => (typeof code === 'string' ? [code] : []))
  // Without a code it was refused before SQLite saw it.
  return codes.every((code) => LEAVES_NOTHING.test(code)) && (codes.length > 0 || error instanceof DatabaseError)
}
