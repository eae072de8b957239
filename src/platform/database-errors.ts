import { type AfterErrorHook, APIError, type PayloadRequest } from 'payload'
import { databaseErrors } from '@/platform/database-error-texts'
import { DatabaseUnavailableError } from '@/platform/database-unavailable'
import { localize } from '@/platform/localize'

/**
 * The one place where failures of both databases become answers. Broken constraints are reported beside their field
 * (`broken-constraints.ts`).
 */

export type DatabaseErrorCode = keyof typeof databaseErrors

/** An operation that the database refused. It had no effect, unless the kind is `unsure`. */
export class DatabaseError extends APIError {
  constructor(
    readonly kind: DatabaseErrorCode,
    options: { cause?: unknown } = {},
  ) {
    super(databaseErrors[kind].words.en, databaseErrors[kind].status, null, true)
    // Payload logs by name (`loggingLevels`): errors caused by a request are one line, without a stack.
    this.name = this.status < 500 ? 'QueryError' : 'DatabaseFault'
    this.cause = options.cause
  }

  /** Compares by property, because the bundler loads this module more than once and errors cross copies. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && 'kind' in value && String(value.kind) in databaseErrors
  }
}

type FoundError = Error & { code?: unknown; hasErrorLabel?: (label: string) => boolean }

/** The error and everything that it was made from, outermost first. */
export function* causesOf(error: unknown): Generator<FoundError> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause
}

/** By SQLite's result code (https://www.sqlite.org/rescode.html); longer codes are kinds of these. */
const errorsOfSqlite: readonly [prefix: string, error: DatabaseErrorCode][] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_CANTOPEN', 'away'],
  ['SQLITE_IOERR', 'away'],
  ['SQLITE_TOOBIG', 'tooMuch'],
]

/** Limits that a request can pass, and for which SQLite has no code of their own. */
const beyondLimits =
  /too many (SQL variables|terms|columns)|parser stack overflow|Expression tree is too large|pattern too complex|at most \d+ tables/

/** What the MongoDB driver calls it when no server answers, by name: its classes may be loaded twice in a process. */
const lostServer = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
])

/** NotWritablePrimary and its kin: the server answers, but is not the one that takes writes. */
const noPrimary = new Set<unknown>([91, 189, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436])

function errorOfMongo(error: FoundError): DatabaseErrorCode | null {
  if (error.hasErrorLabel?.('UnknownTransactionCommitResult')) return 'unsure'
  // The transaction was rolled back, by a conflict or a broken connection, and its caller should retry; if the server
  // is unavailable, that fails at once.
  if (error.hasErrorLabel?.('TransientTransactionError')) return 'conflict'
  if (lostServer.has(error.name) || (error.name === 'MongoServerError' && noPrimary.has(error.code))) return 'away'
  return null
}

/** What of a failure is the database's state or the request's size, or null when it is something else. */
export function errorOf(error: unknown): DatabaseError | null {
  for (const cause of causesOf(error)) {
    if (cause instanceof DatabaseError) return cause
    if (cause instanceof DatabaseUnavailableError) return new DatabaseError('away', { cause: error })
    const code = String(cause.code ?? '')
    const known = errorsOfSqlite.find(([prefix]) => code.startsWith(prefix))?.[1] ?? errorOfMongo(cause)
    if (known) return new DatabaseError(known, { cause: error })
    if (code === 'SQLITE_ERROR' && beyondLimits.test(cause.message))
      return new DatabaseError('tooMuch', { cause: error })
  }
  return null
}

/** Marks an answer as safe to repeat; removed before the answer is sent. */
export const CONFLICT_HEADER = 'x-write-conflict'

/** For a request of which nothing was done, because another writer was in the way. */
export function offerAgain(req: PayloadRequest): void {
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set(CONFLICT_HEADER, 'yes')
}

/** Answers a request in its reader's language, whatever layer the failure came through. */
export const answerDatabaseError: AfterErrorHook = ({ error, req }) => {
  const found = errorOf(error)
  if (!found) return
  if (found.kind === 'conflict') offerAgain(req)
  const { status, words } = databaseErrors[found.kind]
  return { status, response: { errors: [{ name: found.name, message: localize(req, words) }] } }
}
