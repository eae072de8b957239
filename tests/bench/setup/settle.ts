import { setTimeout as pause } from 'node:timers/promises'

/** A copy of a fresh revision is provisional and compressed in haste (src/delivery/page-cache.ts, settleMs). */
const SETTLING_MS = 3500

/** Has every page in the cache for good. */
export async function settle(urls: readonly string[]): Promise<void> {
  const askForAll = async () => {
    for (const url of urls) await (await fetch(url)).arrayBuffer()
  }
  await askForAll()
  // Pause: nothing tells that a copy has settled.
  await pause(SETTLING_MS)
  await askForAll()
}
