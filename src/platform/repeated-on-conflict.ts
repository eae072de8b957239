import { errorOf } from '@/platform/database-errors'

/** By then others have long written, on a busy machine too. */
const GIVEN_UP_AFTER_MS = 4000
const FIRST_PAUSE_MS = 60
const LONGEST_PAUSE_MS = 480

/**
 * Does work that is all or nothing in the database, and nothing besides, and does it again while other
 * writers are in its way.
 * @throws DatabaseFault `conflict` when they still are at the end
 */
export async function repeatedOnConflict<T>(work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + GIVEN_UP_AFTER_MS
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await work()
    } catch (error) {
      if (errorOf(error)?.kind !== 'conflict' || Date.now() >= giveUpAt) throw error
      // By chance, or those who met would meet again.
      await new Promise((later) => setTimeout(later, Math.random() * pause))
    }
  }
}
