import { type Answer, type Content, compress, prepareAnswer } from '@/delivery/answer'
import { logger } from '@/platform/logger'
import { PageStore, type StoredHead } from './page-store'

/** What has just been made for a key. */
export interface RenderedPage {
  content: Content
  /** False when it depends on the request, or is not there: it goes to one visitor and is forgotten. */
  isCacheable: boolean
  queryNames: readonly string[]
}

/** A page in the cache. */
export interface CachedPage {
  answer: Answer
  queryNames: readonly string[]
  /** The revision of public content it was made of, or STALE. */
  revision: number
  /** The day in Riyadh it was made on: what is in force changes with the date, without any write. */
  day: string
  /** Used since the last eviction, which spares it once. */
  isUsed: boolean
}

export type CacheResult =
  | { kind: 'cached'; copy: CachedPage }
  /** `isWithoutData`: the database failed meanwhile, so the page may lack content that exists. */
  | { kind: 'once'; made: RenderedPage; isShared: boolean; isWithoutData?: boolean }

/** What a copy must agree with to be fresh. */
export interface CurrentState {
  /** Null before the first reading. */
  revision: number | null
  day: string
  /** Nothing can be made well now: the last good copy is what there is. */
  isAway: boolean
  /** Rises whenever the database could not be reached. */
  failures: number
}

export interface PageCacheOptions {
  /** Holds one folder for each build. */
  directory: string
  buildId: string
  /** Memory for finished bytes. */
  maxBytes: number
  present(): CurrentState
  /** Rejects when the database can't be read: what was made meanwhile is not kept. */
  verify(): Promise<unknown>
  /** Milliseconds after a new revision in which its write may not be visible to every reader yet. */
  settleMs?: number
}

const STALE = -1

/** Measured on the policy's page, 30 KB: quality 5 makes 6095 bytes in 1 ms, 9 5948 in 17 ms, 11 5377 in 64 ms. */
const BROTLI_QUALITY = { forSeconds: 5, forGood: 11 } as const

/**
 * The site's finished pages: in memory within a budget, and on disk so that a restart without
 * a database still has them.
 */
export class PageCache {
  private readonly pages = new Map<string, CachedPage>()
  private readonly rendering = new Map<string, Promise<CacheResult>>()
  private readonly store: PageStore
  private readonly settleMs: number
  private bytes = 0
  private seen: { revision: number | null; since: number } = { revision: null, since: 0 }

  constructor(private readonly options: PageCacheOptions) {
    this.store = new PageStore(options.directory, options.buildId)
    this.settleMs = options.settleMs ?? 3000
  }

  /** A copy that may be sent as it is. Called for every request: nothing here may be slow. */
  fresh(key: string): CachedPage | undefined {
    const copy = this.pages.get(key)
    if (copy === undefined) return undefined
    const { revision, day, isAway } = this.options.present()
    if (!isAway && (copy.revision !== revision || copy.day !== day)) return undefined
    copy.isUsed = true
    return copy
  }

  /**
   * The page of `key`: a fresh copy, or rendered again; when that fails, the last good copy.
   * Callers that want the same page at the same time share one making, except that what depends
   * on the request is marked `isShared` for those who did not start it.
   * @throws what `make` threw when there is no copy at all
   */
  async get(key: string, render: () => Promise<RenderedPage>): Promise<CacheResult> {
    const copy = this.fresh(key)
    if (copy) return { kind: 'cached', copy }
    // A reader of a new revision must not be given what was begun under the old one.
    const flight = `${this.options.present().revision} ${key}`
    const running = this.rendering.get(flight)
    if (running) {
      const obtained = await running
      return obtained.kind === 'once' ? { ...obtained, isShared: true } : obtained
    }
    const started = this.refresh(key, render).finally(() => this.rendering.delete(flight))
    this.rendering.set(flight, started)
    return started
  }

  /** The last good copy, however old: memory, then this build's disk, then an earlier build's. */
  async lastGood(key: string): Promise<CachedPage | undefined> {
    const inMemory = this.pages.get(key)
    if (inMemory) return inMemory
    const stored = await this.store.read(key)
    if (!stored) return undefined
    if (!stored.isOfThisBuild) stored.copy.revision = STALE
    this.insert(key, stored.copy)
    return stored.copy
  }

  /** How often the database has failed: what is made while it rises is made without its data. */
  get failures(): number {
    return this.options.present().failures
  }

  /** Number of copies and their bytes in memory. */
  get load(): { copies: number; bytes: number } {
    return { copies: this.pages.size, bytes: this.bytes }
  }

  /** Removes old builds and half-written files from the disk. */
  prune(): Promise<void> {
    return this.store.prune()
  }

  private async refresh(key: string, make: () => Promise<RenderedPage>): Promise<CacheResult> {
    const before = { ...this.options.present() }
    if (before.isAway || !this.pages.has(key)) {
      const copy = await this.lastGood(key)
      if (copy && (before.isAway || (copy.revision === before.revision && copy.day === before.day))) {
        return { kind: 'cached', copy }
      }
    }
    let made: RenderedPage
    try {
      made = await make()
    } catch (error) {
      return this.serveLastGood(key, error)
    }
    if (made.content.status >= 500 && !made.isCacheable) {
      // The page reports 503: an old copy serves better.
      const copy = await this.lastGood(key)
      return copy ? { kind: 'cached', copy } : { kind: 'once', made, isShared: false }
    }
    try {
      if (made.isCacheable || made.content.status === 404) await this.options.verify()
      if (this.options.present().failures !== before.failures) throw new Error('The database was away meanwhile.')
    } catch (error) {
      const copy = await this.lastGood(key)
      logger.warn({ err: error, key }, 'a page was made without its data and is not kept')
      return copy ? { kind: 'cached', copy } : { kind: 'once', made, isShared: false, isWithoutData: true }
    }
    if (!made.isCacheable) {
      // What has gone or turned private must not come back when the database is away.
      await this.remove(key)
      return { kind: 'once', made, isShared: false }
    }
    return { kind: 'cached', copy: await this.put(key, made, before) }
  }

  private async serveLastGood(key: string, error: unknown): Promise<CacheResult> {
    const copy = await this.lastGood(key)
    if (!copy) throw error
    logger.error({ err: error, key }, 'rendering failed: the last good copy is served')
    return { kind: 'cached', copy }
  }

  private async put(
    key: string,
    { content, queryNames }: RenderedPage,
    { revision, day }: CurrentState,
  ): Promise<CachedPage> {
    const settlesIn = this.settlesIn(revision)
    const quality = settlesIn > 0 ? BROTLI_QUALITY.forSeconds : BROTLI_QUALITY.forGood
    const compressed = await compress(content.body, content.contentType, quality)
    const answer = prepareAnswer(content, compressed)
    const copy: CachedPage = { answer, queryNames, revision: revision ?? STALE, day, isUsed: false }
    const newer = this.pages.get(key)
    if (newer && newer.revision > copy.revision) return newer
    this.insert(key, copy)
    if (settlesIn > 0) {
      // The write behind this revision may have been read half: once it is surely whole, look again.
      setTimeout(() => {
        copy.revision = STALE
      }, settlesIn).unref()
    }
    const stored: StoredHead = {
      key,
      content: { status: content.status, contentType: content.contentType, headers: content.headers },
      queryNames,
      revision: settlesIn > 0 ? STALE : copy.revision,
      day,
      lengths: [content.body.byteLength, compressed.br?.byteLength ?? 0, compressed.gzip?.byteLength ?? 0],
      renderedAt: new Date().toISOString(),
    }
    await this.store.write(stored, content.body, compressed).catch((error: unknown) => {
      // A full disk must not take the site down: the page is in memory.
      logger.error({ err: error, key }, 'the page cache could not be written to disk')
    })
    return copy
  }

  private settlesIn(revision: number | null): number {
    const now = Date.now()
    if (this.seen.revision !== revision) this.seen = { revision, since: now }
    return this.seen.since + this.settleMs - now
  }

  private insert(key: string, copy: CachedPage): void {
    this.forget(key)
    this.pages.set(key, copy)
    this.bytes += copy.answer.size
    for (const [oldKey, old] of this.pages) {
      if (this.bytes <= this.options.maxBytes) break
      if (oldKey === key) continue
      this.pages.delete(oldKey)
      if (old.isUsed) {
        // Spared once: to the end of the row.
        old.isUsed = false
        this.pages.set(oldKey, old)
      } else {
        this.bytes -= old.answer.size
      }
    }
  }

  private forget(key: string): void {
    const copy = this.pages.get(key)
    if (!copy) return
    this.pages.delete(key)
    this.bytes -= copy.answer.size
  }

  private async remove(key: string): Promise<void> {
    this.forget(key)
    await this.store.remove(key)
  }
}
