import { DatabaseUnavailableError, noteDatabaseFailure } from '@/platform/database-unavailable'
import { logger } from '@/platform/logger'

/**
 * The one place where a public request may continue without the database. It records the failure, so that neither the
 * page nor a "not found" is cached. A test refuses any other `catch` on public pages that doesn't throw
 * (tests/rules/swallowed-errors.test.ts).
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
    // getCms has recorded and logged its own failures.
    if (!(error instanceof DatabaseUnavailableError)) {
      noteDatabaseFailure()
      logger.error({ err: error, what }, 'a public query or form failed')
    }
    return fallback()
  }
}

/** The last good results of this process, used while the database is unavailable. */
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
