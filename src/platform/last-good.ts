import { DatabaseUnavailableError, noteDatabaseFailure } from '@/platform/cms'
import { logger } from '@/platform/logger'

/** The last good answers of this process: what a page is made of while the database is away. */
const lastGood = new Map<string, unknown>()

/**
 * Runs a query; when the database fails, the last good answer or `fallback`. The edition is told,
 * so that it doesn't keep a page made that way.
 * @param key names the query and everything that its answer depends on: few, for answers stay in memory
 */
export async function orLastGood<T>(key: string, query: () => Promise<T>, fallback: () => Promise<T>): Promise<T> {
  try {
    const answer = await query()
    lastGood.set(key, answer)
    return answer
  } catch (error) {
    // getCms has noted and logged its own failures.
    if (!(error instanceof DatabaseUnavailableError)) {
      noteDatabaseFailure()
      logger.error({ err: error, query: key }, 'a public query failed')
    }
    return lastGood.has(key) ? (lastGood.get(key) as T) : fallback()
  }
}
