import { processState } from '@/platform/process-state'

/** The database can't be reached now. Pages fall back, forms say so and keep what was typed. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError'

  /** By its name: the bundler loads this module more than once, and one copy's error comes to another. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DatabaseUnavailableError'
  }
}

/**
 * A query that fell back to a default calls this in its `catch`, so that the page cache does not
 * keep a page that was made without its data.
 */
export function noteDatabaseFailure(): void {
  processState().databaseFailures += 1
}

/** That the database can't be reached, noted. */
export function unavailable(message: string, cause?: unknown): DatabaseUnavailableError {
  noteDatabaseFailure()
  return new DatabaseUnavailableError(message, { cause })
}
