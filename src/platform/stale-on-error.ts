import { DatabaseUnavailableError, noteDatabaseFailure } from '@/platform/database-unavailable'
import { logger } from '@/platform/logger'

/**
 * The one place where what a visitor asks for may go on without the database: the failure is noted,
 * so that no page made that way is kept and no "not found" made that way is believed. A test refuses
 * any other `catch` on public pages that doesn't throw (tests/rules/swallowed-errors.test.ts).
 * @param what names the query or form in the log
 */
export async function fallbackWhenAway<T>(
  what: string,
  query: () => Promise<T>,
  fallback: () => T | Promise<T>,
): Promise<T> {
  try {
    return await query()
  } catch (error) {
    // getCms has noted and logged its own failures.
    if (!(error instanceof DatabaseUnavailableError)) {
      noteDatabaseFailure()
      logger.error({ err: error, what }, 'a public query or form failed')
    }
    return fallback()
  }
}

/** The last good answers of this process: what a page is made of while the database is away. */
const lastGood = new Map<string, unknown>()

/**
 * Runs a query; when the database fails, the last good answer or `fallback`.
 * @param key names the query and everything that its answer depends on: few, for answers stay in memory
 */
export async function staleOnError<T>(key: string, query: () => Promise<T>, fallback: () => Promise<T>): Promise<T> {
  const ask = async () => {
    const answer = await query()
    lastGood.set(key, answer)
    return answer
  }
  return fallbackWhenAway(key, ask, () => (lastGood.has(key) ? (lastGood.get(key) as T) : fallback()))
}
