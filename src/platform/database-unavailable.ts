import { processState } from '@/platform/process-state'

/** The database is unreachable. Pages fall back, forms say so and keep what was typed. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError'

  /** Compares by name, because the bundler loads this module more than once and errors cross copies. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DatabaseUnavailableError'
  }
}

/** Called in the `catch` of a query that falls back to a default, so that the page cache does not keep the page. */
export function noteDatabaseFailure(): void {
  processState().databaseFailures += 1
}

/** Records that the database is unreachable. */
export function unavailable(message: string, cause?: unknown): DatabaseUnavailableError {
  noteDatabaseFailure()
  return new DatabaseUnavailableError(message, { cause })
}
