import type { IncomingMessage, ServerResponse } from 'node:http'
import { readAddress } from '@/delivery/address'
import { sendAnswer } from '@/delivery/answer'
import { drainBody } from '@/delivery/body'
import type { Files } from '@/delivery/files'
import { handToNext, isNextOwn, type NextOptions } from '@/delivery/hand-to-next'
import type { PageCache } from '@/delivery/page-cache'
import type { Pages } from '@/delivery/pages'
import type { PostedForms } from '@/delivery/posted-forms'
import type { RequestLog } from '@/delivery/request-log'
import type { Routes } from '@/delivery/routes'
import { methodNotAllowed, redirect, sendJson, sendText } from '@/delivery/small-answers'
import { sendUpload } from '@/delivery/uploads'
import { preferredLocale } from '@/i18n/preferred-locale'
import type { Locale } from '@/i18n/routing'
import { logger } from '@/platform/logger'

export interface DeliveryOptions extends NextOptions {
  pageCache: PageCache
  pages: Pages
  forms: PostedForms
  files: Files
  routes: Routes
  log: RequestLog
  /** Where uploads lie that staff published. */
  mediaDir: string
  /** Whether the database answers and the revision is known. */
  readiness(): Promise<{ isDatabaseReachable: boolean; revision: number | null }>
}

/** What was answered, for the log. */
interface Outcome {
  route: string
  status: number
}

/** Handlers of the application that are the same for everybody: they are cached like pages. */
const isShelvableHandler = (pattern: string): boolean =>
  /\.(xml|txt|webmanifest|json|ico|png|svg)$|\/(opengraph-image|twitter-image|icon|apple-icon)\b/.test(pattern)

const CATCH_ALL = '/[locale]/[...rest]'

/** The listener of the HTTP server: finished pages first, then Next. */
export function createDelivery(options: DeliveryOptions): (req: IncomingMessage, res: ServerResponse) => void {
  const { pageCache, pages, forms, files, routes, headers, log } = options
  const toNext = handToNext(options)

  const isKnown = (path: string): boolean => {
    if (files.has(path)) return true
    const route = routes.match(path)
    return route?.kind === 'handler' && route.pattern !== '/' && !route.pattern.startsWith('/[')
  }

  /** Notes the route on the finished bytes, which from now on are sent without looking it up. */
  function withRoute(path: string, outcome: Outcome): Outcome {
    const finished = pageCache.fresh(path)?.answer
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
          return outcome(await toNext(req, res, address, route))
        if (method === 'POST' && route && route.pattern !== CATCH_ALL)
          return outcome(await forms.post(req, res, address))
        if (!isReading) return outcome(methodNotAllowed(req, res))
        if (!route || route.pattern === CATCH_ALL) return outcome(await pages.notFound(req, res, address.locale))
        return withRoute(address.path, outcome(await pages.get(req, res, address)))
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
      return withRoute(path, { route: route.pattern, status: await pages.get(req, res, { locale, path, query }) })
    }
    return { route: route.pattern, status: await toNext(req, res, { path, query }, route) }
  }

  /** An address that two readers could read differently is answered by neither of them. */
  async function malformed(req: IncomingMessage, res: ServerResponse): Promise<number> {
    const isPage = (req.method === 'GET' || req.method === 'HEAD') && !/^\/(api|_next)\b/.test(req.url ?? '')
    if (isPage) return pages.notFound(req, res, preferredLocale(req.headers['accept-language']), 400)
    drainBody(req)
    return sendText(res, 400, 'Bad request')
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
      const finished = pageCache.fresh(url)?.answer ?? files.ready(url)
      if (finished) {
        const status = sendAnswer(req, res, finished)
        log.add({ method, route: finished.route ?? '(cached)', status, ms: performance.now() - started })
        return
      }
    }
    void handle(req, res, started)
  }
}
