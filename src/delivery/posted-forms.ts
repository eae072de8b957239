import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasReadableAction } from '@/delivery/action-body'
import type { Content } from '@/delivery/answer'
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
import type { Rendered } from '@/delivery/loopback'
import { boundaryOf, type Part, parseMultipart, type TypedPart, writeMultipart } from '@/delivery/multipart'
import { type FallbackKind, formNotice, formStatus, type NotAcceptedReason } from '@/delivery/notices'
import type { PageCache } from '@/delivery/page-cache'
import { type PageRequest, type Pages, readsQuery } from '@/delivery/pages'
import type { BodyReceiver } from '@/delivery/receive-body'
import { type PageRenderer, retryAfter } from '@/delivery/renderer'
import { QueueFullError, type Semaphore } from '@/delivery/semaphore'
import type { Locale } from '@/i18n/routing'
import { logger } from '@/platform/logger'

export interface PostedFormsOptions {
  renderer: PageRenderer
  pages: Pages
  pageCache: PageCache
  bodies: BodyReceiver
  /** Bodies with files that are worked on at a time: each is copied several times on its way to the disk. */
  largeBodies: Semaphore
  /** The address of the visitor. */
  clientAddress(req: IncomingMessage): string
}

const LARGE_BODY_BYTES = 256 * 1024
/** Node refuses forms with a shorter one (Fetch standard, "multipart/form-data parser"). */
const SHORTEST_BOUNDARY = 27
const OWN_BOUNDARY = `----form-${randomBytes(16).toString('hex')}`

/** Forms that people post: whatever becomes of one, what was typed is not lost. */
export class PostedForms {
  constructor(private readonly options: PostedFormsOptions) {}

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

  private async submit(
    req: IncomingMessage,
    res: ServerResponse,
    asked: PageRequest,
    body: Buffer,
    boundary: string,
  ): Promise<number> {
    const { path, query, locale } = asked
    const { renderer, pages } = this.options
    const sent = renderer.visitorHeaders(req)
    // Next would refuse an origin that says nothing.
    const { origin, ...others } = sent
    const headers = origin === 'null' ? others : sent
    const parts = parseMultipart(body, boundary)
    if (parts === null) return pages.sendFallback(req, res, locale, 'failed', 400)
    const post = (bytes: Buffer, type: string) =>
      renderer.post(path + query, { ...headers, 'content-type': type }, bytes)
    const postAnew = (fields: readonly Field[], typed: readonly Part[]) =>
      post(writeMultipart(fields, typed, OWN_BOUNDARY), `multipart/form-data; boundary=${OWN_BOUNDARY}`)
    const postAsIs = () =>
      boundary.length < SHORTEST_BOUNDARY ? postAnew([], parts) : post(body, String(req.headers['content-type']))
    // Next would answer a foreign origin with a bare error. Nothing is sent, nothing typed is lost.
    if (!isOwnOrigin(sent, req.headers['sec-fetch-site'])) return this.redisplayForm(req, res, asked, parts, 'foreign')
    try {
      let rendered = hasReadableAction(parts) ? await postAsIs() : null
      if (rendered === null || isUnknownAction(rendered)) {
        const page = await renderer.renderAsked(req, path + query)
        const fields = currentActionFields(page.body.toString(), parts)
        if (!fields) return await this.redisplayForm(req, res, asked, parts, 'outdated')
        const typed = parts.filter(({ name }) => !isActionField(name))
        rendered = await postAnew(fields, typed)
      }
      if (isUnknownAction(rendered)) return await this.redisplayForm(req, res, asked, parts, 'outdated')
      const { content } = renderer.finish(rendered, 'form')
      // A form that was taken sends the browser on; any other answer must hold what was typed.
      if (isHtml(content) && !keepsTyped(content.body.toString(), parts)) {
        const reason = content.status === 503 ? 'unavailable' : 'outdated'
        return await this.redisplayForm(req, res, asked, parts, reason, content)
      }
      return await renderer.sendOnce(req, res, content)
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
    const { renderer, pages } = this.options
    if (!parts?.length) return pages.sendFallback(req, res, locale, fallback, fallback === 'failed' ? 500 : status)
    const send = (html: string) =>
      renderer.sendOnce(
        req,
        res,
        renderer.page(status, Buffer.from(html), [...renderer.answered, ...retryAfter(status)]),
      )
    for await (const page of this.pagesWithForms(req, path, query)) {
      const html = canRedisplay(page, parts) ? fillForm(page, parts, formNotice(locale, reason)) : null
      if (html) return send(html)
    }
    const last = answer?.body ?? (await pages.fallbackBody(locale, fallback))
    return send(appendTyped(last.toString(), parts, formNotice(locale, 'typed')))
  }

  /** As text: the page as it is for everybody, rendered for the visitor, its last good copy, and the pages above it. */
  private async *pagesWithForms(req: IncomingMessage, path: string, query: string): AsyncGenerator<string> {
    const { renderer, pages, pageCache } = this.options
    const fresh = pageCache.fresh(path)
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
    yield* await attempt(async () => (await renderer.forVisitor(req, path + query)).content)
    const copied = async (from: string) => {
      const copy = await pageCache.lastGood(from)
      return copy && renderer.page(copy.answer.status, copy.answer.plain.body, [])
    }
    yield* await attempt(() => copied(path))
    for (const above of pathsAbove(path)) {
      yield* await attempt(async () => {
        const obtained = await pages.getPage(above)
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
    return this.options.pages.sendFallback(req, res, locale, kind, status)
  }
}

const isHtml = ({ status, contentType }: Content): boolean =>
  (status < 300 || status >= 400) && contentType.startsWith('text/html')

/** `/ar/contact` of `/ar/contact/meet-staff`; the language's first page has no form. */
function pathsAbove(path: string): string[] {
  const segments = path.split('/').slice(1)
  return segments.slice(2).map((_, index) => `/${segments.slice(0, segments.length - 1 - index).join('/')}`)
}

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
