import type { IncomingMessage, ServerResponse } from 'node:http'
import { isReadableBody, isReadableCall } from '@/delivery/action-body'
import { bodyLimit, declaredLength, drainBody } from '@/delivery/body'
import { type HeaderSets, setWhereUnsaid } from '@/delivery/headers'
import type { Relay } from '@/delivery/loopback'
import { panelLocaleOf, panelNotice } from '@/delivery/panel-notice'
import type { BodyReceiver } from '@/delivery/receive-body'
import type { Route } from '@/delivery/routes'
import { QueueFullError, type Semaphore } from '@/delivery/semaphore'
import { methodNotAllowed, send, sendError, sendText } from '@/delivery/small-answers'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { databaseErrors } from '@/platform/database-error-texts'

export interface NextOptions {
  headers: HeaderSets
  /** How many reverse proxies stand in front and are believed. */
  trustedProxies: number
  /** Whether there is no database to open, or its server is away: Payload would make an empty one, or wait. Waits for the CMS to be loaded. */
  isDatabaseMissing(): Promise<boolean>
  /** Next, for what has no body. */
  next(req: IncomingMessage, res: ServerResponse): Promise<void>
  /** Next, with a body that is here already. */
  relay: Relay
  bodies: BodyReceiver
  largeBodies: Semaphore
  clientAddress(req: IncomingMessage): string
}

const LARGE_BODY_BYTES = 1024 * 1024

/** What Next answers by itself: the panel, and handlers. Everything else of it is a page of the site. */
export const isNextOwn = (route: Route | null): route is Route =>
  route !== null && (route.kind === 'handler' || /^\/admin(\/|$)/.test(route.pattern))

/** A form of the panel posts here and gets a file. */
const EXPORT = '/admin-files/cases'

/** The methods that an address has. */
function methodsOf({ pattern, kind }: Route): readonly string[] {
  if (pattern === EXPORT) return ['POST']
  if (pattern.startsWith('/api/')) return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
  return kind === 'handler' ? ['GET', 'HEAD'] : ['GET', 'HEAD', 'POST']
}

const refusals = {
  tooLarge: [413, 'الطلب أكبر من المسموح. The request is too large.'],
  busy: [503, 'الموقع مشغول بملفات أخرى. Too many uploads at once, please try again.'],
  slow: [408, 'لم يصل الطلب في وقته. The request did not arrive in time.'],
} as const

const retryLater = { 'Retry-After': '30' }
const unreadable = 'محتوى الطلب غير مقروء. The body of the request can’t be read.'

/** A page of another site of the same domain is no page of ours: Payload would believe it. */
function distrustNeighbours({ headers, method }: IncomingMessage): void {
  const isVisit =
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  if (headers['sec-fetch-site'] === 'same-site' && !isVisit) headers['sec-fetch-site'] = 'cross-site'
}

/** Hands requests to Next under the one spelling of their address, with bodies that are whole. */
export function handToNext(options: NextOptions) {
  const { headers, bodies, largeBodies } = options

  function prepare(req: IncomingMessage, res: ServerResponse, address: string): void {
    if (options.trustedProxies === 0) {
      for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port']) delete req.headers[name]
    }
    req.headers[CLIENT_ADDRESS_HEADER] = address
    req.headers['x-forwarded-for'] = address
    distrustNeighbours(req)
    setWhereUnsaid(res, headers.panel)
  }

  return async function toNext(
    req: IncomingMessage,
    res: ServerResponse,
    { path, query }: { path: string; query: string },
    route: Route,
  ): Promise<number> {
    const methods = methodsOf(route)
    if (!methods.includes(req.method ?? '')) return methodNotAllowed(req, res, methods)
    const refuse = (status: number, message: string, more?: Record<string, string>) => {
      if (!req.readableEnded) {
        res.setHeader('Connection', 'close')
        drainBody(req)
      }
      return path.startsWith('/api') ? sendError(res, status, message, more) : sendText(res, status, message, more)
    }
    const length = declaredLength(req)
    if (length.kind === 'wrong') return refuse(400, 'Bad request')
    // Forms of the panel that call the server say so themselves, where the person is typing.
    const isCall = req.method === 'POST' && req.headers['next-action'] !== undefined
    if (!isCall && (await options.isDatabaseMissing())) {
      const locale = panelLocaleOf(req.headers)
      const retry = { 'Retry-After': '5' }
      const isPage = req.method !== 'POST' && /^\/admin(-files)?(\/|$)/.test(path)
      if (!isPage) return refuse(503, databaseErrors.away.words[locale], retry)
      for (const [name, value] of headers.panel) res.setHeader(name, value)
      return send(res, 503, 'text/html; charset=utf-8', panelNotice(locale), retry)
    }
    req.url = path + query
    const address = options.clientAddress(req)
    if (length.kind === 'none') {
      prepare(req, res, address)
      await options.next(req, res)
      return res.statusCode
    }
    const limit = bodyLimit(path, req.headers['content-type'])
    const received = await bodies.receive(req, res, { limit, boundary: null, address })
    if (received.kind === 'aborted') return 499
    if (received.kind !== 'whole') {
      const [status, message] = refusals[received.kind]
      return refuse(status, message, status === 503 ? retryLater : {})
    }
    const { body, release } = received
    const isPanelCall = req.method === 'POST' && route.kind === 'page'
    try {
      const isReadable = isPanelCall ? isReadableCall : isReadableBody
      if (!isReadable(req.headers['content-type'], body)) return refuse(400, unreadable)
      prepare(req, res, address)
      // Whatever a call without a session comes to, it was not allowed; the log knows if it was a failure.
      const isRefused = isPanelCall && !/\bpayload-token=/.test(req.headers.cookie ?? '')
      const relay = () => options.relay(req, res, body, (status) => (isRefused && status === 500 ? 400 : status))
      await (body.byteLength > LARGE_BODY_BYTES ? largeBodies.run(relay, address) : relay())
    } catch (error) {
      if (!(error instanceof QueueFullError)) throw error
      return refuse(...refusals.busy, retryLater)
    } finally {
      release()
    }
    return res.statusCode
  }
}
