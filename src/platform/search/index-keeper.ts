import { setTimeout as wait } from 'node:timers/promises'
import { logger } from '@/platform/logger'

/** What an index is made of: neither number nor day ever goes back. */
export interface ContentVersion {
  revision: number
  /** ISO instant of the start of the day: what is in force changes with it, without any write. */
  day: string
}

/** How long a question waits for the newest index while an older one could answer it. */
const REBUILD_WAIT_MS = 1500

/**
 * Keeps one index in memory and makes it again when the content has changed, once for all who ask
 * at the same time.
 * @param make reads what is public and indexes it; called after the version was read, so that what
 * changes meanwhile is of the next version
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
     * The index of the version or a newer one. Where that takes long or fails and there is an older
     * one, the older one.
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
