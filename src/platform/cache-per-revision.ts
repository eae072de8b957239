import { processState } from '@/platform/process-state'

/** For so long after a new revision its write may not be visible to every reader yet (src/delivery/page-cache.ts). */
const SETTLE_MS = 3000

const kept = new Map<string, { revision: number; value: unknown }>()
let seen: { revision: number | null; since: number } = { revision: null, since: 0 }

/**
 * Public content that every form asks for again though it rarely changes: read once a revision. What
 * depends on the day or on who asks must not come here.
 * @param key names the query and everything its answer depends on besides the content
 */
export async function cachePerRevision<T>(key: string, read: () => Promise<T>, now: number = Date.now()): Promise<T> {
  const state = processState()
  const { revision, databaseFailures } = state
  if (revision === null || state.isDatabaseAway) return read()
  if (seen.revision !== revision) seen = { revision, since: now }
  const found = kept.get(key)
  if (found?.revision === revision) return found.value as T
  const value = await read()
  // An answer made without the database, or of a write half visible, is for this caller alone.
  const isSettled = now - seen.since >= SETTLE_MS
  if (isSettled && state.databaseFailures === databaseFailures && !state.isDatabaseAway) {
    kept.set(key, { revision, value })
  }
  return value
}
