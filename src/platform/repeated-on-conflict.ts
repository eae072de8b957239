import { faultOf } from '@/platform/database-errors'

/** Attempts, and the longest pause before the next one: half a second in all, by when others have long written. */
const ATTEMPTS = 8
const PAUSE_MS = 120

/**
 * Does work that is all or nothing in the database, and nothing besides, and does it again while other
 * writers are in its way.
 * @throws DatabaseFault `conflict` when they still are at the end
 */
export async function repeatedOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === ATTEMPTS || faultOf(error)?.fault !== 'conflict') throw error
      // By chance, or those who met would meet again.
      await new Promise((later) => setTimeout(later, Math.random() * PAUSE_MS))
    }
  }
}
