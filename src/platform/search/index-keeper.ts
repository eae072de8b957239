import { setTimeout as wait } from 'node:timers/promises'
import { logger } from '@/platform/logger'

/** The version of an index; neither number nor day decreases. */
export interface ContentVersion {
  revision: number
  /** ISO instant of the start of the day, because the editions in force change with it. */
  day: string
}

/** How long a search waits for the newest index while an older one is available. */
const REBUILD_WAIT_MS = 1500

/**
 * Keeps one index in memory and rebuilds it when the content has changed, once for concurrent callers.
 * @param make reads and indexes the public content; called after the version was read, so that changes in between
 * belong to the next version
 */
export function createIndexKeeper<Index>(make: (version: ContentVersion) => Promise<Index>) {
  let built: { version: ContentVersion; index: Index } | null = null
  let building: Promise<void> | null = null

  const isNew = (version: ContentVersion) =>
    built !== null && built.version.revision >= version.revision && built.version.day >= version.day

  const build = async (version: ContentVersion) => {
    built = { version, index: await make(version) }
  }

  const renew = async (version: ContentVersion) => {
    while (!isNew(version)) {
      building ??= build(version).finally(() => {
        building = null
      })
      await building
    }
  }

  return {
    /**
     * The index of the version or a newer one; an older one if rebuilding takes long or fails.
     * @throws what `make` throws while there is none
     */
    async current(version: ContentVersion): Promise<Index> {
      const renewal = renew(version)
      if (!built) await renewal
      else {
        const renewed = renewal.catch((error: unknown) => {
          logger.error({ err: error }, 'the search index could not be renewed')
        })
        await Promise.race([renewed, wait(REBUILD_WAIT_MS, undefined, { ref: false })])
      }
      if (!built) throw new Error('There is no index after it was built.')
      return built.index
    },
  }
}
