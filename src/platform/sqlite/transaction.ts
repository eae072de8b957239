import { DatabaseError } from '@/platform/database-errors'
import type { Connection, StatementResult } from './connection'
import { patiently, WAIT_MS } from './patience'
import { kindOf } from './statement-kind'
import type { Turns } from './turns'

/** A transaction idle for this long belongs to a request that died. */
const IDLE_MS = 15_000
/** How long a transaction that has written nothing keeps single writes waiting. */
const GIVE_WAY_MS = 20

export interface Statement {
  sql: string
  args?: readonly unknown[]
}

interface Surroundings {
  /** The writing connection, opened if necessary. */
  connection(): Connection
  /** Closes the connection after a failure that may have left it in an unknown state. */
  discard(error: unknown): void
  /** The queue of transactions; null for a single operation, which may run between the statements of others. */
  transactions: Turns | null
  /** The queue for the writing connection: a transaction or a single write. */
  writes: Turns
}

/**
 * A transaction that may write, from BEGIN IMMEDIATE on the only one of all processes. Ends by
 * commit or rollback, by a failed write (then it can only be rolled back), or when nothing happens.
 *
 * While it has written nothing, it gives way to single writes that wait: a picture is made smaller
 * or a password hashed before the first write, and Payload counts and reserves outside of the
 * transaction that it has begun. What it read is true until the end all the same: other
 * transactions of this process don't come in between, single writes are conditional, and if another
 * process wrote meanwhile it ends as a conflict.
 */
export class SqliteTransaction {
  readonly #surroundings: Surroundings
  readonly #connection: Connection
  readonly #endTransaction: () => void
  #endWrite: (() => void) | null
  #resuming: Promise<void> | null = null
  #hasWritten = false
  #error: unknown = null
  #isOver = false
  #idle: NodeJS.Timeout
  #givingWay: NodeJS.Timeout | undefined
  #foreignWrites: unknown

  /** @throws DatabaseFault busy */
  static async begin(surroundings: Surroundings): Promise<SqliteTransaction> {
    const deadline = performance.now() + WAIT_MS
    const endTransaction = (await surroundings.transactions?.take(deadline)) ?? (() => {})
    let endWrite: (() => void) | null = null
    try {
      endWrite = await surroundings.writes.take(deadline)
      const connection = await patiently(() => {
        const opened = surroundings.connection()
        opened.execute('BEGIN IMMEDIATE')
        return opened
      }, deadline)
      return new SqliteTransaction(surroundings, connection, endTransaction, endWrite)
    } catch (error) {
      if (endWrite) surroundings.discard(error)
      endWrite?.()
      endTransaction()
      throw error
    }
  }

  private constructor(
    surroundings: Surroundings,
    connection: Connection,
    endTransaction: () => void,
    endWrite: () => void,
  ) {
    this.#surroundings = surroundings
    this.#connection = connection
    this.#endTransaction = endTransaction
    this.#endWrite = endWrite
    this.#idle = setTimeout(() => this.#abandon(), IDLE_MS).unref()
    if (!surroundings.transactions) return
    this.#foreignWrites = this.#countForeignWrites()
    this.#giveWayToWaiting()
  }

  get closed(): boolean {
    return this.#isOver
  }

  /** @throws what the statement throws, or DatabaseFault when the transaction is over */
  async execute(statement: Statement | string): Promise<StatementResult> {
    const { sql, args } = typeof statement === 'string' ? { sql: statement, args: [] } : statement
    await this.#continue()
    const kind = kindOf(sql)
    const isWrite = kind !== 'read'
    if (kind === 'other') this.#connection.forgetStatements()
    if (isWrite) {
      this.#hasWritten = true
      clearTimeout(this.#givingWay)
    }
    try {
      return this.#connection.run(sql, args)
    } catch (error) {
      // The transaction is incomplete: as in PostgreSQL and MongoDB it can only be rolled back.
      if (isWrite) this.#error ??= error
      throw error
    }
  }

  /** @throws when it could not be committed; then nothing of it was */
  async commit(): Promise<void> {
    if (this.#isOver || this.#error) {
      await this.rollback()
      throw this.#reason()
    }
    try {
      if (this.#resuming) await this.#resuming
      if (this.#endWrite) {
        this.#checkConnection()
        await patiently(() => this.#connection.execute('COMMIT'), performance.now() + WAIT_MS)
      }
    } catch (error) {
      this.#error = error
      await this.rollback()
      throw error
    }
    this.#end()
  }

  async rollback(): Promise<void> {
    if (this.#isOver) return
    try {
      if (this.#connection.isInTransaction && this.#endWrite) this.#connection.execute('ROLLBACK')
    } catch (error) {
      this.#error ??= error
    }
    if (this.#error) this.#surroundings.discard(this.#error)
    this.#end()
  }

  close(): void {
    void this.rollback()
  }

  #end(): void {
    this.#isOver = true
    clearTimeout(this.#idle)
    clearTimeout(this.#givingWay)
    if (this.#surroundings.transactions) this.#surroundings.writes.onWaiting = null
    this.#endWrite?.()
    this.#endWrite = null
    this.#endTransaction()
  }

  #reason(): DatabaseError {
    return this.#error instanceof DatabaseError ? this.#error : new DatabaseError('interrupted', { cause: this.#error })
  }

  /** What a statement needs before it may run. */
  async #continue(): Promise<void> {
    if (this.#isOver || this.#error) throw this.#reason()
    this.#idle.refresh()
    if (!this.#endWrite) {
      this.#resuming ??= this.#resume().finally(() => {
        this.#resuming = null
      })
      await this.#resuming
    }
    this.#checkConnection()
  }

  /** SQLite may end a transaction by itself, as on a full disk; what followed would be written alone. */
  #checkConnection(): void {
    if (this.#connection.isInTransaction) return
    this.#error ??= new DatabaseError('interrupted')
    throw this.#error
  }

  #countForeignWrites(): unknown {
    return this.#connection.run('PRAGMA data_version').rows[0]?.data_version
  }

  #giveWayToWaiting(): void {
    const { writes } = this.#surroundings
    const giveWaySoon = () => {
      clearTimeout(this.#givingWay)
      this.#givingWay = setTimeout(() => this.#giveWay(), GIVE_WAY_MS)
    }
    writes.onWaiting = giveWaySoon
    if (writes.isAwaited) giveWaySoon()
  }

  #giveWay(): void {
    if (this.#isOver || this.#hasWritten || !this.#endWrite || this.#error) return
    this.#connection.execute('ROLLBACK')
    this.#surroundings.writes.onWaiting = null
    this.#endWrite()
    this.#endWrite = null
  }

  async #resume(): Promise<void> {
    const deadline = performance.now() + WAIT_MS
    const endWrite = await this.#surroundings.writes.take(deadline, { isNext: true })
    try {
      if (this.#isOver) throw new DatabaseError('interrupted')
      await patiently(() => this.#connection.execute('BEGIN IMMEDIATE'), deadline)
    } catch (error) {
      endWrite()
      this.#error ??= error
      throw error
    }
    this.#endWrite = endWrite
    if (this.#countForeignWrites() !== this.#foreignWrites) {
      this.#error = new DatabaseError('conflict')
      throw this.#error
    }
    this.#giveWayToWaiting()
  }

  #abandon(): void {
    this.#error ??= new DatabaseError('interrupted')
    void this.rollback()
  }
}
