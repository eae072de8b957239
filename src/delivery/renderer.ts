import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Content, compress, preferredEncoding, prepareAnswer, sendAnswer } from '@/delivery/answer'
import { cacheControl, type Header } from '@/delivery/headers'
import type { Render, Rendered } from '@/delivery/loopback'
import type { RenderedPage } from '@/delivery/page-cache'
import { PostProcessError, postProcess } from '@/delivery/post-process'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { logger } from '@/platform/logger'

export interface RendererOptions {
  render: Render
  siteUrl: string
  /** Sent with every page. */
  headers: readonly Header[]
  /** How many reverse proxies stand in front and are believed. */
  trustedProxies: number
  /** The address of the visitor. */
  clientAddress(req: IncomingMessage): string
}

/** A quick compression for bytes that are sent once. */
const ONCE_QUALITY = 4
const RETRY_AFTER_SECONDS = '30'

/** What of a visitor's request a page may see. Everything else, above all Next's own headers, stays outside. */
const forwarded = ['accept-language', 'content-type', 'cookie', 'host', 'origin', 'referer', 'user-agent'] as const
/** Believed only from a trusted proxy. */
const forwardedByProxy = ['x-forwarded-host', 'x-forwarded-proto'] as const

/** Has Next render pages, and makes of its answers what visitors get. */
export class PageRenderer {
  private readonly canonical: Readonly<Record<string, string>>
  private readonly kept: readonly Header[]
  readonly once: readonly Header[]
  readonly answered: readonly Header[]

  constructor(private readonly options: RendererOptions) {
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

  /** A page rendered without a visitor's request. */
  async forEverybody(path: string): Promise<RenderedPage> {
    return this.finish(await this.options.render({ method: 'GET', url: path, headers: this.canonical }), 'everybody')
  }

  /** A page rendered for the request of one visitor. */
  async forVisitor(req: IncomingMessage, url: string): Promise<RenderedPage> {
    return this.finish(await this.renderAsked(req, url), 'visitor')
  }

  /** As Next renders it, with the ids of its actions. */
  async renderAsked(req: IncomingMessage, url: string): Promise<Rendered> {
    return this.options.render({ method: 'GET', url, headers: this.headersOfGet(this.visitorHeaders(req)) })
  }

  /** Posts a form to Next. */
  post(url: string, headers: Record<string, string>, body: Buffer): Promise<Rendered> {
    return this.options.render({ method: 'POST', url, headers, body })
  }

  page(status: number, body: Buffer, headers: readonly Header[]): Content {
    return { status, contentType: 'text/html; charset=utf-8', body, headers }
  }

  /** Makes of an answer of Next what visitors get. */
  finish({ status, headers, body }: Rendered, madeFor: 'everybody' | 'visitor' | 'form'): RenderedPage {
    // A page may report 503 itself; this is Next's own failure.
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

  /** Sends what isn't cached. @returns the status sent */
  async sendOnce(req: IncomingMessage, res: ServerResponse, content: Content): Promise<number> {
    // Sent once, so only as this client wants it.
    const encoding = preferredEncoding(req.headers['accept-encoding'] as string | undefined)
    const compressed = await compress(content.body, content.contentType, ONCE_QUALITY, [encoding])
    return sendAnswer(req, res, prepareAnswer(content, compressed))
  }

  /** The headers of a visitor's request that a page may see. */
  visitorHeaders(req: IncomingMessage): Record<string, string> {
    const headers: Record<string, string> = { ...this.canonical }
    const names = this.options.trustedProxies > 0 ? [...forwarded, ...forwardedByProxy] : forwarded
    for (const name of names) {
      const value = req.headers[name]
      if (typeof value === 'string') headers[name] = value
    }
    const address = this.options.clientAddress(req)
    return { ...headers, [CLIENT_ADDRESS_HEADER]: address, 'x-forwarded-for': address }
  }

  private headersOfGet(headers: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type' && name !== 'origin'))
  }
}

export const retryAfter = (status: number): readonly Header[] =>
  status === 503 ? [['Retry-After', RETRY_AFTER_SECONDS]] : []

/** What of Next's headers means something to a visitor. */
function passedHeaders(headers: Rendered['headers']): Header[] {
  const names = ['location', 'set-cookie', 'content-disposition', 'retry-after', 'content-language']
  return names.flatMap((name) => [headers[name] ?? []].flat().map((value): Header => [name, value]))
}
