import { wait } from '../../e2e/setup/running-site'

/** A copy of a fresh revision is provisional and compressed in haste (src/delivery/page-cache.ts, settleMs). */
const SETTLING_MS = 3500

/** Has every page in the cache for good. */
export async function settle(urls: readonly string[]): Promise<void> {
  const askForAll = async () => {
    for (const url of urls) await (await fetch(url)).arrayBuffer()
  }
  await askForAll()
  await wait(SETTLING_MS)
  await askForAll()
}
