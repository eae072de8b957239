import type { IncomingMessage, ServerResponse } from 'node:http'
import { readAddress } from '@/edition/address'
import { sendAnswer } from '@/edition/answer'
import { bodyLimit, declaredLength, drainBody, type Gate } from '@/edition/body'
import { type Files, sendUpload } from '@/edition/files'
import { type HeaderSets, setWhereUnsaid } from '@/edition/headers'
import type { Pages } from '@/edition/pages'
import { panelLocaleOf, panelNotice } from '@/edition/panel-notice'
import type { RequestLog } from '@/edition/request-log'
import type { Route, Routes } from '@/edition/routes'
import type { Shelf } from '@/edition/shelf'
import { preferredLocale } from '@/i18n/preferred-locale'
import type { Locale } from '@/i18n/routing'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { databaseFaults } from '@/platform/database-faults'
import { logger } from '@/platform/logger'

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

export interface EditionOptions {
  shelf: Shelf
  pages: Pages
  files: Files
  routes: Routes
  headers: HeaderSets
  log: RequestLog
  gate: Gate
  /** Where uploads lie that staff published. */
  mediaDir: string
  /** How many reverse proxies stand in front and are believed. */
  trustedProxies: number
  /** Whether there is no database to open, or its server is away: Payload would make an empty one, or wait. Waits for the CMS to be loaded. */
  isDatabaseMissing(): Promise<boolean>
  /** Next, for the panel and the API. */
  next: Handler
  clientAddress(req: IncomingMessage): string
  /** Whether the database answers and the revision is known. */
  readiness(): Promise<{ isDatabaseReachable: boolean; revision: number | null }>
}

/** What was answered, for the log. */
interface Outcome {
  route: string
  status: number
}

/** Handlers of the application that are the same for everybody: they are shelved like pages. */
const isShelvableHandler = (pattern: string): boolean =>
  /\.(xml|txt|webmanifest|json|ico|png|svg)$|\/(opengraph-image|twitter-image|icon|apple-icon)\b/.test(pattern)

const CATCH_ALL = '/[locale]/[...rest]'

/** What Next answers by itself: the panel, and handlers. Everything else of it is a page of the site. */
const isNextOwn = (route: Route | null): route is Route =>
  route !== null && (route.kind === 'handler' || /^\/admin(\/|$)/.test(route.pattern))

/** The methods that an address has. */
function methodsOf({ pattern, kind }: Route): readonly string[] {
  if (pattern.startsWith('/api/')) return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
  return kind === 'handler' ? ['GET', 'HEAD'] : ['GET', 'HEAD', 'POST']
}
const LARGE_BODY_BYTES = 1024 * 1024

/** The listener of the HTTP server: the edition first, then Next. */
export function createEdition(options: EditionOptions): (req: IncomingMessage, res: ServerResponse) => void {
  const { shelf, pages, files, routes, headers, log, gate } = options

  const isKnown = (path: string): boolean => {
    if (files.has(path)) return true
    const route = routes.match(path)
    return route?.kind === 'handler' && route.pattern !== '/' && !route.pattern.startsWith('/[')
  }

  /** Notes the route on the finished bytes, which from now on are sent without looking it up. */
  function shelved(path: string, outcome: Outcome): Outcome {
    const finished = shelf.fresh(path)?.answer
    if (finished) finished.route = outcome.route
    return outcome
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<Outcome> {
    const { method = 'GET', url = '/' } = req
    const isReading = method === 'GET' || method === 'HEAD'
    const address = readAddress(url, isKnown)
    switch (address.kind) {
      case 'malformed':
        return { route: '(malformed)', status: await malformed(req, res) }
      case 'moved':
        drainBody(req)
        return { route: '(moved)', status: redirect(res, 308, address.location) }
      case 'unlocalized':
        return unlocalized(req, res, address.path, address.query)
      case 'page': {
        const route = routes.match(address.path)
        const outcome = (status: number): Outcome => ({ route: route?.pattern ?? CATCH_ALL, status })
        if (route?.kind === 'handler' && !isShelvableHandler(route.pattern))
          return outcome(await passOn(req, res, address, route))
        if (method === 'POST' && route && route.pattern !== CATCH_ALL)
          return outcome(await pages.post(req, res, address))
        if (!isReading) return outcome(methodNotAllowed(req, res))
        if (!route || route.pattern === CATCH_ALL) return outcome(await pages.notFound(req, res, address.locale))
        return shelved(address.path, outcome(await pages.get(req, res, address)))
      }
      case 'other':
        return other(req, res, address.path, address.query)
    }
  }

  async function unlocalized(req: IncomingMessage, res: ServerResponse, path: string, query: string): Promise<Outcome> {
    const isReading = req.method === 'GET' || req.method === 'HEAD'
    if (!isReading) return { route: '(no language)', status: methodNotAllowed(req, res) }
    const locale = preferredLocale(req.headers['accept-language'])
    res.setHeader('Vary', 'Accept-Language')
    const target = path === '/' ? `/${locale}` : `/${locale}${path}`
    const route = routes.match(target)
    if (!route || route.pattern === CATCH_ALL) {
      return { route: '(no language)', status: await pages.notFound(req, res, locale) }
    }
    return { route: path === '/' ? '/' : '(no language)', status: redirect(res, 307, target + query) }
  }

  async function other(req: IncomingMessage, res: ServerResponse, path: string, query: string): Promise<Outcome> {
    const isReading = req.method === 'GET' || req.method === 'HEAD'
    const locale: Locale = preferredLocale(req.headers['accept-language'])
    if (files.has(path)) {
      const route = path.startsWith('/_next/static/') ? '/_next/static/*' : path
      if (!isReading) return { route, status: methodNotAllowed(req, res) }
      const file = await files.answer(path)
      if (file) file.route = route
      return { route, status: file ? sendAnswer(req, res, file) : await pages.notFound(req, res, locale) }
    }
    if (path.startsWith('/media/')) {
      const route = '/media/*'
      if (!isReading) return { route, status: methodNotAllowed(req, res) }
      const upload = { directory: options.mediaDir, encodedName: path.slice('/media/'.length), headers: headers.upload }
      return { route, status: (await sendUpload(req, res, upload)) ?? (await pages.notFound(req, res, locale)) }
    }
    const route = routes.match(path)
    // What the build made for browsers is in the list above, and Next would answer the rest with a page of its own.
    if (!isNextOwn(route)) {
      if (!isReading) return { route: '(unknown)', status: methodNotAllowed(req, res, ['GET', 'HEAD']) }
      return { route: '(unknown)', status: await pages.notFound(req, res, locale) }
    }
    if (isReading && isShelvableHandler(route.pattern)) {
      return shelved(path, { route: route.pattern, status: await pages.get(req, res, { locale, path, query }) })
    }
    return { route: route.pattern, status: await passOn(req, res, { path, query }, route) }
  }

  /** An address that two readers could read differently is answered by neither of them. */
  async function malformed(req: IncomingMessage, res: ServerResponse): Promise<number> {
    const isPage = (req.method === 'GET' || req.method === 'HEAD') && !/^\/(api|_next)\b/.test(req.url ?? '')
    if (isPage) return pages.notFound(req, res, preferredLocale(req.headers['accept-language']), 400)
    drainBody(req)
    return sendText(res, 400, 'Bad request')
  }

  /** Hands a request to Next under its one spelling, within the limits of its body. */
  async function passOn(
    req: IncomingMessage,
    res: ServerResponse,
    { path, query }: { path: string; query: string },
    route: Route,
  ): Promise<number> {
    const methods = methodsOf(route)
    if (!methods.includes(req.method ?? '')) return methodNotAllowed(req, res, methods)
    const length = declaredLength(req)
    const refuse = (status: number, message: string, more?: Record<string, string>) => {
      res.setHeader('Connection', 'close')
      drainBody(req)
      return path.startsWith('/api') ? sendError(res, status, message, more) : sendText(res, status, message, more)
    }
    // Next reads these bodies itself, so their length must be known: the parser then enforces it.
    if (length.kind === 'chunked') return refuse(411, 'Length required')
    if (length.kind === 'wrong') return refuse(400, 'Bad request')
    // Forms of the panel that call the server say so themselves, where the person is typing.
    const isCall = req.method === 'POST' && req.headers['next-action'] !== undefined
    if (!isCall && (await options.isDatabaseMissing())) {
      const locale = panelLocaleOf(req.headers)
      const retry = { 'Retry-After': '5' }
      const isPage = req.method !== 'POST' && /^\/admin(-files)?(\/|$)/.test(path)
      if (!isPage) return refuse(503, databaseFaults.away.words[locale], retry)
      for (const [name, value] of headers.panel) res.setHeader(name, value)
      return send(res, 503, 'text/html; charset=utf-8', panelNotice(locale), retry)
    }
    const bytes = length.kind === 'known' ? length.bytes : 0
    if (bytes > bodyLimit(path, req.headers['content-type'])) return refuse(413, 'The request is too large.')
    const leave = bytes > LARGE_BODY_BYTES ? gate.enter() : () => undefined
    if (leave === null) return refuse(503, 'Too many uploads at once. Please try again.', { 'Retry-After': '30' })
    const address = options.clientAddress(req)
    if (options.trustedProxies === 0) {
      for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port']) delete req.headers[name]
    }
    req.headers[CLIENT_ADDRESS_HEADER] = address
    req.headers['x-forwarded-for'] = address
    req.url = path + query
    setWhereUnsaid(res, headers.panel)
    try {
      await options.next(req, res)
    } finally {
      leave()
    }
    return res.statusCode
  }

  async function health(res: ServerResponse, url: string): Promise<Outcome> {
    if (url === '/healthz') return { route: url, status: sendJson(res, 200, { status: 'ok' }) }
    const { isDatabaseReachable, revision } = await options.readiness()
    const isReady = isDatabaseReachable && revision !== null
    const body = {
      status: isReady ? 'ready' : 'not ready',
      database: isDatabaseReachable ? 'reachable' : 'unreachable',
      revision,
    }
    return { route: url, status: sendJson(res, isReady ? 200 : 503, body) }
  }

  async function handle(req: IncomingMessage, res: ServerResponse, started: number): Promise<void> {
    const { method = 'GET', url = '/' } = req
    let outcome: Outcome
    try {
      const isHealth = (url === '/healthz' || url === '/readyz') && (method === 'GET' || method === 'HEAD')
      outcome = isHealth ? await health(res, url) : await answer(req, res)
    } catch (error) {
      logger.error({ err: error, method }, 'a request failed')
      if (res.headersSent) res.destroy()
      else sendText(res, 500, 'Internal error')
      outcome = { route: '(failed)', status: 500 }
    }
    log.add({ method, ...outcome, ms: performance.now() - started })
  }

  return (req, res) => {
    const started = performance.now()
    const { method = 'GET', url = '/' } = req
    // Finished bytes under this very address: no parsing, no waiting.
    if (method === 'GET' || method === 'HEAD') {
      const finished = shelf.fresh(url)?.answer ?? files.ready(url)
      if (finished) {
        const status = sendAnswer(req, res, finished)
        log.add({ method, route: finished.route ?? '(shelved)', status, ms: performance.now() - started })
        return
      }
    }
    void handle(req, res, started)
  }
}

function methodNotAllowed(
  req: IncomingMessage,
  res: ServerResponse,
  methods: readonly string[] = ['GET', 'HEAD', 'POST'],
): number {
  drainBody(req)
  return sendText(res, 405, 'Method not allowed', { Allow: methods.join(', ') })
}

function redirect(res: ServerResponse, status: number, location: string): number {
  res.writeHead(status, { Location: location, 'Cache-Control': 'no-cache', 'Content-Length': '0' }).end()
  return status
}

function send(res: ServerResponse, status: number, type: string, body: string, more: Record<string, string>): number {
  res
    .writeHead(status, {
      'Content-Type': type,
      'Content-Length': String(Buffer.byteLength(body)),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...more,
    })
    .end(body)
  return status
}

const sendText = (res: ServerResponse, status: number, message: string, more: Record<string, string> = {}): number =>
  send(res, status, 'text/plain; charset=utf-8', `${message}\n`, more)

const sendJson = (res: ServerResponse, status: number, body: unknown, more: Record<string, string> = {}): number =>
  send(res, status, 'application/json; charset=utf-8', JSON.stringify(body), more)

/** In the form in which Payload's panel shows errors. */
const sendError = (res: ServerResponse, status: number, message: string, more?: Record<string, string>): number =>
  sendJson(res, status, { errors: [{ message }] }, more)
