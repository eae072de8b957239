import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendAnswer } from '@/delivery/answer'
import { bareNotice, type FallbackKind, fallbackKinds, fallbackPages, fallbackStatus } from '@/delivery/notices'
import type { CacheResult, PageCache, RenderedPage } from '@/delivery/page-cache'
import { type PageRenderer, retryAfter } from '@/delivery/renderer'
import { QueueFullError } from '@/delivery/semaphore'
import { pathsInSitemap } from '@/delivery/sitemap'
import { type Locale, locales } from '@/i18n/routing'
import { logger } from '@/platform/logger'

export interface PagesOptions {
  renderer: PageRenderer
  pageCache: PageCache
  siteUrl: string
}

/** A page that is asked for. */
export interface PageRequest {
  locale: Locale
  path: string
  /** With its question mark, or empty. */
  query: string
}

/** Public pages: from the cache, or rendered by Next and post-processed. */
export class Pages {
  constructor(private readonly options: PagesOptions) {}

  /** Answers GET and HEAD. @returns the status sent */
  async get(req: IncomingMessage, res: ServerResponse, asked: PageRequest): Promise<number> {
    const { path, query, locale } = asked
    const fallback = fallbackPages(locale)
    for (const kind of fallbackKinds) {
      if (fallback[kind] === path) return this.sendFallback(req, res, locale, kind, fallbackStatus[kind])
    }
    let obtained: CacheResult
    try {
      obtained = await this.getPage(path)
    } catch (error) {
      if (error instanceof QueueFullError) return this.sendFallback(req, res, locale, 'busy', 503)
      logger.error({ err: error, locale }, 'a page failed and there is no copy of it')
      return this.sendFallback(req, res, locale, 'failed', 500)
    }
    if (obtained.kind === 'cached' && !readsQuery(obtained.copy.queryNames, query)) {
      return sendAnswer(req, res, obtained.copy.answer)
    }
    if (obtained.kind === 'once' && isDoubtful(obtained)) return this.sendFallback(req, res, locale, 'failed', 503)
    // What was rendered without the visitor's request serves only a visitor whose request says nothing more.
    if (obtained.kind === 'once' && !obtained.isShared && query === '' && req.headers.cookie === undefined) {
      return this.options.renderer.sendOnce(req, res, obtained.made.content)
    }
    try {
      const { failures } = this.options.pageCache
      const finished = await this.options.renderer.forVisitor(req, path + query)
      if (isDoubtful({ made: finished, isWithoutData: this.options.pageCache.failures !== failures })) {
        return await this.sendFallback(req, res, locale, 'failed', 503)
      }
      return await this.options.renderer.sendOnce(req, res, finished.content)
    } catch (error) {
      if (error instanceof QueueFullError) return this.sendFallback(req, res, locale, 'busy', 503)
      logger.error({ err: error, locale }, 'a page that depends on the request failed')
      return this.sendFallback(req, res, locale, 'failed', 500)
    }
  }

  /** The page that says that there is nothing at this address: one for each language. */
  async notFound(
    req: IncomingMessage,
    res: ServerResponse,
    locale: Locale,
    status = fallbackStatus['not-found'],
  ): Promise<number> {
    return this.sendFallback(req, res, locale, 'not-found', status)
  }

  /**
   * Renders what must be there when nothing else is: the fallback pages, and every page of the
   * sitemap that nobody has asked for yet, so that a later start without a database has it too.
   */
  async prepare(): Promise<void> {
    const attempt = async (path: string, get: () => Promise<CacheResult>): Promise<CacheResult | null> => {
      try {
        return await get()
      } catch (error) {
        logger.warn({ err: error, path }, 'a page could not be prepared')
        return null
      }
    }
    for (const locale of locales) {
      for (const path of Object.values(fallbackPages(locale))) await attempt(path, () => this.getFallback(path))
    }
    const sitemap = await attempt('/sitemap.xml', () => this.getPage('/sitemap.xml'))
    if (sitemap?.kind !== 'cached') return
    for (const path of pathsInSitemap(sitemap.copy.answer.plain.body.toString(), this.options.siteUrl)) {
      if (!(await this.options.pageCache.lastGood(path))) await attempt(path, () => this.getPage(path))
    }
  }

  /** A page as it is for everybody, from the cache or made for it. */
  getPage(path: string): Promise<CacheResult> {
    return this.options.pageCache.get(path, () => this.options.renderer.forEverybody(path))
  }

  private getFallback(path: string): Promise<CacheResult> {
    return this.options.pageCache.get(path, async () => ({
      ...(await this.options.renderer.forEverybody(path)),
      isCacheable: true,
    }))
  }

  /** Sends a page that was made before it was needed. @returns the status sent */
  async sendFallback(
    req: IncomingMessage,
    res: ServerResponse,
    locale: Locale,
    kind: FallbackKind,
    status: number,
  ): Promise<number> {
    const body = await this.fallbackBody(locale, kind)
    const { renderer } = this.options
    return renderer.sendOnce(req, res, renderer.page(status, body, [...renderer.once, ...retryAfter(status)]))
  }

  /** The bytes of such a page, or what can be said without any page. */
  async fallbackBody(locale: Locale, kind: FallbackKind): Promise<Buffer> {
    const fallback = await this.getFallback(fallbackPages(locale)[kind]).catch(() => null)
    const bare = kind === 'busy' ? 'busy' : kind === 'too-large' ? 'tooLarge' : 'failed'
    if (fallback?.kind === 'cached') return fallback.copy.answer.plain.body
    return fallback?.made.content.body ?? Buffer.from(bareNotice(locale, bare))
  }
}

/** That there is nothing at an address is believed only of a page that had its data. */
const isDoubtful = ({ made, isWithoutData = false }: { made: RenderedPage; isWithoutData?: boolean }): boolean =>
  isWithoutData && made.content.status === 404

/** Whether a page reads a parameter that the query has. */
export function readsQuery(names: readonly string[], query: string): boolean {
  if (names.length === 0 || query.length < 2) return false
  const given = new URLSearchParams(query)
  return names.some((name) => given.has(name))
}
