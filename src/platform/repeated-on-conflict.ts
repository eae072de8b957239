import { errorOf } from '@/platform/database-errors'

/** Long enough for other writers to finish, also on a busy machine. */
const GIVEN_UP_AFTER_MS = 4000
const FIRST_PAUSE_MS = 60
const LONGEST_PAUSE_MS = 480

/**
 * Repeats atomic database work after conflicts. The work must have no other effects.
 * @throws DatabaseFault `conflict` when it still conflicts at the end
 */
export async function repeatedOnConflict<T>(work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + GIVEN_UP_AFTER_MS
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await work()
    } catch (error) {
      if (errorOf(error)?.kind !== 'conflict' || Date.now() >= giveUpAt) throw error
      // Random, so that two conflicting writers don't collide again.
      await new Promise((later) => setTimeout(later, Math.random() * pause))
    }
  }
}
