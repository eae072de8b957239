import { processState } from '@/platform/process-state'

/** The time after a new revision in which its write may not be visible to every reader (src/delivery/page-cache.ts). */
const SETTLE_MS = 3000

const kept = new Map<string, { revision: number; value: unknown }>()
let seen: { revision: number | null; since: number } = { revision: null, since: 0 }

/**
 * Caches public content that rarely changes, once per revision. Not for data that depends on the day or on the
 * person.
 * @param key names the query and everything its result depends on besides the content
 */
export async function cachePerRevision<T>(key: string, read: () => Promise<T>, now: number = Date.now()): Promise<T> {
  const state = processState()
  const { revision, databaseFailures } = state
  if (revision === null || state.isDatabaseAway) return read()
  if (seen.revision !== revision) seen = { revision, since: now }
  const found = kept.get(key)
  if (found?.revision === revision) return found.value as T
  const value = await read()
  // A result made without the database, or while a write is not visible everywhere, is not cached.
  const isSettled = now - seen.since >= SETTLE_MS
  if (isSettled && state.databaseFailures === databaseFailures && !state.isDatabaseAway) {
    kept.set(key, { revision, value })
  }
  return value
}
