import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseError } from '@/platform/database-errors'

/** The longest wait of a write for its turn and for other processes; then the database is busy. */
export const WAIT_MS = 10_000

const SHORTEST_STEP_MS = 2
const LONGEST_STEP_MS = 40

export const isBusy = (error: unknown): boolean =>
  error instanceof Error && String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')

/**
 * Retries while another process holds the lock, without blocking other work in between.
 * @param deadline by `performance.now()`
 * @throws DatabaseFault busy, or what `work` throws otherwise
 */
export async function patiently<T>(work: () => T, deadline: number): Promise<T> {
  for (let step = SHORTEST_STEP_MS; ; step = Math.min(step * 2, LONGEST_STEP_MS)) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() >= deadline) throw new DatabaseError('busy', { cause: error })
    }
    // Randomised, so that two processes waiting for a third don't collide again.
    await pause(step * (0.5 + Math.random()))
  }
}
