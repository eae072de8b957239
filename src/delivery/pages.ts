import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasReadableAction } from '@/delivery/action-body'
import { type Content, compress, preferredEncoding, prepareAnswer, sendAnswer } from '@/delivery/answer'
import { bodyLimit, declaredLength, drainBody } from '@/delivery/body'
import {
  appendTyped,
  canRedisplay,
  currentActionFields,
  type Field,
  fillForm,
  isActionField,
  keepsTyped,
} from '@/delivery/forms'
import { cacheControl, type Header } from '@/delivery/headers'
import type { Render, Rendered } from '@/delivery/loopback'
import { boundaryOf, type Part, parseMultipart, type TypedPart, writeMultipart } from '@/delivery/multipart'
import {
  bareNotice,
  type FallbackKind,
  fallbackKinds,
  fallbackPages,
  fallbackStatus,
  formNotice,
  formStatus,
  type NotAcceptedReason,
} from '@/delivery/notices'
import type { CacheResult, PageCache, RenderedPage } from '@/delivery/page-cache'
import { PostProcessError, postProcess } from '@/delivery/post-process'
import type { BodyReceiver } from '@/delivery/receive-body'
import { QueueFullError, type Semaphore } from '@/delivery/semaphore'
import { pathsInSitemap } from '@/delivery/sitemap'
import { type Locale, locales } from '@/i18n/routing'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { logger } from '@/platform/logger'

export interface PagesOptions {
  render: Render
  pageCache: PageCache
  siteUrl: string
  /** Sent with every page. */
  headers: readonly Header[]
  /** How many reverse proxies stand in front and are believed. */
  trustedProxies: number
  bodies: BodyReceiver
  /** Bodies with files that are worked on at a time: each is copied several times on its way to the disk. */
  largeBodies: Semaphore
  /** The address of the visitor. */
  clientAddress(req: IncomingMessage): string
}

/** A page that is asked for. */
export interface PageRequest {
  locale: Locale
  path: string
  /** With its question mark, or empty. */
  query: string
}

/** A quick compression for bytes that are sent once. */
const ONCE_QUALITY = 4
const LARGE_BODY_BYTES = 256 * 1024
const RETRY_AFTER_SECONDS = '30'
/** Node refuses forms with a shorter one (Fetch standard, "multipart/form-data parser"). */
const SHORTEST_BOUNDARY = 27
const OWN_BOUNDARY = `----form-${randomBytes(16).toString('hex')}`

/** What of a visitor's request a page may see. Everything else, above all Next's own headers, stays outside. */
const forwarded = ['accept-language', 'content-type', 'cookie', 'host', 'origin', 'referer', 'user-agent'] as const
/** Believed only from a trusted proxy. */
const forwardedByProxy = ['x-forwarded-host', 'x-forwarded-proto'] as const

/** Public pages: from the cache, or rendered by Next and post-processed. */
export class Pages {
  private readonly canonical: Readonly<Record<string, string>>
  private readonly kept: readonly Header[]
  private readonly once: readonly Header[]
  private readonly answered: readonly Header[]

  constructor(private readonly options: PagesOptions) {
    const { host, protocol } = new URL(options.siteUrl)
    this.canonical = {
      host,
      'x-forwarded-proto': protocol.replace(':', ''),
      'user-agent': 'delivery',
      accept: 'text/html',
    }
    this.kept = [...options.headers, ['Cache-Control', cacheControl.revalidate]]
    this.once = [...options.headers, ['Cache-Control', cacheControl.private]]
    this.answered = [...options.headers, ['Cache-Control', cacheControl.answeredForm]]
  }

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
      return this.sendOnce(req, res, obtained.made.content)
    }
    try {
      const { failures } = this.options.pageCache
      const rendered = await this.options.render({
        method: 'GET',
        url: path + query,
        headers: this.visitorHeaders(req),
      })
      const finished = this.toRenderedPage(rendered, 'visitor')
      if (isDoubtful({ made: finished, isWithoutData: this.options.pageCache.failures !== failures })) {
        return await this.sendFallback(req, res, locale, 'failed', 503)
      }
      return await this.sendOnce(req, res, finished.content)
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

  /** Answers a form. @returns the status sent */
  async post(req: IncomingMessage, res: ServerResponse, asked: PageRequest): Promise<number> {
    const { locale, path } = asked
    const contentType = req.headers['content-type']
    const boundary = boundaryOf(contentType)
    const length = declaredLength(req)
    const limit = bodyLimit(path, contentType)
    if (boundary === null || length.kind === 'wrong') return this.refuse(req, res, locale, 'failed', 415)
    const address = this.options.clientAddress(req)
    const received = await this.options.bodies.receive(req, res, { limit, boundary, address })
    if (received.kind === 'aborted') return 499
    if (received.kind !== 'whole') {
      // Whatever is still on its way is let run out, so that the browser sees the answer.
      if (!req.readableEnded) {
        res.setHeader('Connection', 'close')
        drainBody(req)
      }
      return this.redisplayForm(req, res, asked, received.typed, received.kind)
    }
    const { body, release } = received
    try {
      const submit = () => this.submit(req, res, asked, body, boundary)
      return await (body.byteLength > LARGE_BODY_BYTES ? this.options.largeBodies.run(submit, address) : submit())
    } catch (error) {
      if (!(error instanceof QueueFullError)) throw error
      return await this.redisplayForm(req, res, asked, parseMultipart(body, boundary), 'busy')
    } finally {
      release()
    }
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
    return this.options.pageCache.get(path, () => this.renderForEverybody(path))
  }

  /** A page rendered without a visitor's request. */
  async renderForEverybody(path: string): Promise<RenderedPage> {
    return this.toRenderedPage(
      await this.options.render({ method: 'GET', url: path, headers: this.canonical }),
      'everybody',
    )
  }

  private async submit(
    req: IncomingMessage,
    res: ServerResponse,
    asked: PageRequest,
    body: Buffer,
    boundary: string,
  ): Promise<number> {
    const { path, query, locale } = asked
    const sent = this.visitorHeaders(req)
    // Next would refuse an origin that says nothing.
    const { origin, ...others } = sent
    const headers = origin === 'null' ? others : sent
    const parts = parseMultipart(body, boundary)
    if (parts === null) return this.sendFallback(req, res, locale, 'failed', 400)
    const post = (bytes: Buffer, type: string) =>
      this.options.render({
        method: 'POST',
        url: path + query,
        headers: { ...headers, 'content-type': type },
        body: bytes,
      })
    const postAnew = (fields: readonly Field[], typed: readonly Part[]) =>
      post(writeMultipart(fields, typed, OWN_BOUNDARY), `multipart/form-data; boundary=${OWN_BOUNDARY}`)
    const postAsIs = () =>
      boundary.length < SHORTEST_BOUNDARY ? postAnew([], parts) : post(body, String(req.headers['content-type']))
    // Next would answer a foreign origin with a bare error. Nothing is sent, nothing typed is lost.
    if (!isOwnOrigin(sent, req.headers['sec-fetch-site'])) return this.redisplayForm(req, res, asked, parts, 'foreign')
    try {
      let rendered = hasReadableAction(parts) ? await postAsIs() : null
      if (rendered === null || isUnknownAction(rendered)) {
        const page = await this.options.render({
          method: 'GET',
          url: path + query,
          headers: this.getHeaders(headers),
        })
        const fields = currentActionFields(page.body.toString(), parts)
        if (!fields) return await this.redisplayForm(req, res, asked, parts, 'outdated')
        const typed = parts.filter(({ name }) => !isActionField(name))
        rendered = await postAnew(fields, typed)
      }
      if (isUnknownAction(rendered)) return await this.redisplayForm(req, res, asked, parts, 'outdated')
      const { content } = this.toRenderedPage(rendered, 'form')
      // A form that was taken sends the browser on; any other answer must hold what was typed.
      if (isHtml(content) && !keepsTyped(content.body.toString(), parts)) {
        const reason = content.status === 503 ? 'unavailable' : 'outdated'
        return await this.redisplayForm(req, res, asked, parts, reason, content)
      }
      return await this.sendOnce(req, res, content)
    } catch (error) {
      logger.error({ err: error, locale }, 'a form could not be answered')
      return this.redisplayForm(req, res, asked, parts, 'unavailable')
    }
  }

  /**
   * Everything that was typed, on the nearest page that has a form for it, with a notice that says why
   * it was not taken; where there is none, on a page from which it can be copied.
   * @param answer what the page itself answered, when it had no place for it
   */
  private async redisplayForm(
    req: IncomingMessage,
    res: ServerResponse,
    { path, query, locale }: PageRequest,
    parts: readonly TypedPart[] | null,
    reason: NotAcceptedReason,
    answer?: Content,
  ): Promise<number> {
    const status = formStatus[reason]
    const fallback = reason === 'tooLarge' ? 'too-large' : reason === 'busy' || reason === 'slow' ? 'busy' : 'failed'
    if (!parts?.length) return this.sendFallback(req, res, locale, fallback, fallback === 'failed' ? 500 : status)
    const send = (html: string) =>
      this.sendOnce(req, res, this.page(status, Buffer.from(html), [...this.answered, ...retryAfter(status)]))
    for await (const page of this.pagesWithForms(req, path, query)) {
      const html = canRedisplay(page, parts) ? fillForm(page, parts, formNotice(locale, reason)) : null
      if (html) return send(html)
    }
    const last = answer?.body ?? (await this.fallbackBody(locale, fallback))
    return send(appendTyped(last.toString(), parts, formNotice(locale, 'typed')))
  }

  /** As text: the page as it is for everybody, rendered for the visitor, its last good copy, and the pages above it. */
  private async *pagesWithForms(req: IncomingMessage, path: string, query: string): AsyncGenerator<string> {
    const fresh = this.options.pageCache.fresh(path)
    if (fresh && !readsQuery(fresh.queryNames, query)) yield fresh.answer.plain.body.toString()
    const attempt = async (what: () => Promise<Content | undefined>): Promise<string[]> => {
      try {
        const content = await what()
        return content ? [content.body.toString()] : []
      } catch (error) {
        logger.warn({ err: error }, 'a page could not be had to give a form back on')
        return []
      }
    }
    const headers = this.getHeaders(this.visitorHeaders(req))
    yield* await attempt(async () => {
      const rendered = await this.options.render({ method: 'GET', url: path + query, headers })
      return this.toRenderedPage(rendered, 'visitor').content
    })
    const copied = async (from: string) => {
      const copy = await this.options.pageCache.lastGood(from)
      return copy && this.page(copy.answer.status, copy.answer.plain.body, [])
    }
    yield* await attempt(() => copied(path))
    for (const above of pathsAbove(path)) {
      yield* await attempt(async () => {
        const obtained = await this.getPage(above)
        return obtained.kind === 'once' ? obtained.made.content : copied(above)
      })
    }
  }

  /** Answers before the body has been read, and lets it run out so that the browser sees the answer. */
  private async refuse(
    req: IncomingMessage,
    res: ServerResponse,
    locale: Locale,
    kind: FallbackKind,
    status: number,
  ): Promise<number> {
    res.setHeader('Connection', 'close')
    drainBody(req)
    return this.sendFallback(req, res, locale, kind, status)
  }

  private getFallback(path: string): Promise<CacheResult> {
    return this.options.pageCache.get(path, async () => ({
      ...(await this.renderForEverybody(path)),
      isCacheable: true,
    }))
  }

  private async sendFallback(
    req: IncomingMessage,
    res: ServerResponse,
    locale: Locale,
    kind: FallbackKind,
    status: number,
  ): Promise<number> {
    const body = await this.fallbackBody(locale, kind)
    return this.sendOnce(req, res, this.page(status, body, [...this.once, ...retryAfter(status)]))
  }

  private async fallbackBody(locale: Locale, kind: FallbackKind): Promise<Buffer> {
    const fallback = await this.getFallback(fallbackPages(locale)[kind]).catch(() => null)
    const bare = kind === 'busy' ? 'busy' : kind === 'too-large' ? 'tooLarge' : 'failed'
    if (fallback?.kind === 'cached') return fallback.copy.answer.plain.body
    return fallback?.made.content.body ?? Buffer.from(bareNotice(locale, bare))
  }

  private page(status: number, body: Buffer, headers: readonly Header[]): Content {
    return { status, contentType: 'text/html; charset=utf-8', body, headers }
  }

  /** Turns an answer of Next into what visitors get. */
  private toRenderedPage({ status, headers, body }: Rendered, madeFor: 'everybody' | 'visitor' | 'form'): RenderedPage {
    // A page that says of itself that it can't serve now is a page; this is Next giving up.
    if (status >= 500) throw new PostProcessError(`Next answered ${status}.`)
    const contentType = String(headers['content-type'] ?? '')
    const passed = passedHeaders(headers)
    if (status >= 300 && status < 400) {
      return {
        content: {
          status,
          contentType: 'text/plain; charset=utf-8',
          body: Buffer.alloc(0),
          headers: [...this.once, ...passed],
        },
        isCacheable: false,
        queryNames: [],
      }
    }
    if (!contentType.startsWith('text/html')) {
      // Next calls every dynamic handler private; only those that are the same for everybody come here.
      const isPublic = madeFor === 'everybody' && status === 200 && headers['set-cookie'] === undefined
      return {
        content: { status, contentType, body, headers: [...(isPublic ? this.kept : this.once), ...passed] },
        isCacheable: isPublic,
        queryNames: [],
      }
    }
    const processed = postProcess(body.toString('utf8'), status)
    if (processed.droppedStyles > 0) logger.warn({ count: processed.droppedStyles }, 'inline styles were dropped')
    // A cookie is for one visitor.
    const isForEverybody = madeFor === 'everybody' && processed.isCacheable && headers['set-cookie'] === undefined
    const isCacheable = isForEverybody && processed.status === 200
    const visitors = madeFor === 'form' ? [...this.answered, ...retryAfter(processed.status)] : this.once
    return {
      content: this.page(processed.status, Buffer.from(processed.html), [
        ...(isCacheable ? this.kept : visitors),
        ...passed,
      ]),
      isCacheable: isCacheable,
      queryNames: processed.queryNames,
    }
  }

  private async sendOnce(req: IncomingMessage, res: ServerResponse, content: Content): Promise<number> {
    // Sent once, so only as this client wants it.
    const encoding = preferredEncoding(req.headers['accept-encoding'] as string | undefined)
    const compressed = await compress(content.body, content.contentType, ONCE_QUALITY, [encoding])
    return sendAnswer(req, res, prepareAnswer(content, compressed))
  }

  private visitorHeaders(req: IncomingMessage): Record<string, string> {
    const headers: Record<string, string> = { ...this.canonical }
    const names = this.options.trustedProxies > 0 ? [...forwarded, ...forwardedByProxy] : forwarded
    for (const name of names) {
      const value = req.headers[name]
      if (typeof value === 'string') headers[name] = value
    }
    const address = this.options.clientAddress(req)
    return { ...headers, [CLIENT_ADDRESS_HEADER]: address, 'x-forwarded-for': address }
  }

  private getHeaders(headers: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type' && name !== 'origin'))
  }
}

const isHtml = ({ status, contentType }: Content): boolean =>
  (status < 300 || status >= 400) && contentType.startsWith('text/html')

/** `/ar/contact` of `/ar/contact/meet-staff`; the language's first page has no form. */
function pathsAbove(path: string): string[] {
  const segments = path.split('/').slice(1)
  return segments.slice(2).map((_, index) => `/${segments.slice(0, segments.length - 1 - index).join('/')}`)
}

/** That there is nothing at an address is believed only of a page that had its data. */
const isDoubtful = ({ made, isWithoutData = false }: { made: RenderedPage; isWithoutData?: boolean }): boolean =>
  isWithoutData && made.content.status === 404

const retryAfter = (status: number): readonly Header[] => (status === 503 ? [['Retry-After', RETRY_AFTER_SECONDS]] : [])

/** Next's word for a form whose action it does not know (404 and 409 in different versions). */
const isUnknownAction = ({ headers }: Rendered): boolean => headers['x-nextjs-action-not-found'] === '1'

/**
 * Browsers name the origin with every form. Privacy tools and sandboxes make it `null`, which says
 * nothing; then it counts whether the browser knows of another site. Forms need no session, so that
 * nobody's rights depend on it.
 */
function isOwnOrigin(
  { origin, host, 'x-forwarded-host': proxied }: Record<string, string | undefined>,
  fetchSite: string | string[] | undefined,
): boolean {
  if (origin === undefined) return true
  if (origin === 'null') return fetchSite === undefined || fetchSite === 'same-origin'
  try {
    return new URL(origin).host === (proxied?.split(',')[0]?.trim() ?? host)
  } catch {
    return false
  }
}

function readsQuery(names: readonly string[], query: string): boolean {
  if (names.length === 0 || query.length < 2) return false
  const given = new URLSearchParams(query)
  return names.some((name) => given.has(name))
}

/** What of Next's headers means something to a visitor. */
function passedHeaders(headers: Rendered['headers']): Header[] {
  const names = ['location', 'set-cookie', 'content-disposition', 'retry-after', 'content-language']
  return names.flatMap((name) => [headers[name] ?? []].flat().map((value): Header => [name, value]))
}
