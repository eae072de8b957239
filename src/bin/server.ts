import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { BodyBudget } from '@/delivery/body-budget'
import { createDelivery } from '@/delivery/delivery'
import { Files } from '@/delivery/files'
import { headerSets } from '@/delivery/headers'
import { limitConcurrency, loopback, relayTo } from '@/delivery/loopback'
import { openMetrics } from '@/delivery/metrics'
import { type CurrentState, PageCache } from '@/delivery/page-cache'
import { pageCacheDirectory } from '@/delivery/page-store'
import { Pages } from '@/delivery/pages'
import { PostedForms } from '@/delivery/posted-forms'
import { BodyReceiver } from '@/delivery/receive-body'
import { PageRenderer } from '@/delivery/renderer'
import { RequestLog } from '@/delivery/request-log'
import { loadRoutes } from '@/delivery/routes'
import { Semaphore } from '@/delivery/semaphore'
import { metricsServer } from '@/delivery/serve-metrics'
import { startOfDay } from '@/platform/calendar'
import { clientAddress } from '@/platform/client-address'
import { logConsole } from '@/platform/console'
import { env, type Settings, SettingsError } from '@/platform/env'
import { logger } from '@/platform/logger'
import { processState } from '@/platform/process-state'

/** The entry: finished pages first, then Next. Built into dist/server.mjs; `npm start` runs it. */

/** Exit codes, for the process supervisor. */
const exitCodes = { failed: 1, settings: 78, noBuild: 66, portTaken: 98, portForbidden: 77 } as const

const PAGE_CACHE_BYTES = 128 * 1024 * 1024
const DRAIN_MS = 8000
/** A connection on which nothing moves in either direction. */
const SILENCE_MS = 120_000

const connectionLimits = {
  keepAliveTimeout: 65_000,
  headersTimeout: 20_000,
  // Sixteen megabytes at 18 KB a second; receive-body.ts ends what is slower.
  requestTimeout: 900_000,
  connectionsCheckingInterval: 5000,
} as const
const FIRST_CONTACT_MS = 6000

function refuse(code: number, sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

/** What a page's freshness is measured by. One object, because it is asked for at every request. */
function presentView(): () => CurrentState {
  const state = processState()
  const view: CurrentState = { revision: null, day: '', isAway: true, failures: 0 }
  const turnDay = () => {
    view.day = startOfDay(new Date()).toISOString()
  }
  turnDay()
  setInterval(turnDay, 1000).unref()
  return () => {
    view.revision = state.revision
    view.isAway = state.isDatabaseAway || state.revision === null
    view.failures = state.databaseFailures
    return view
  }
}

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms).unref())

type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/**
 * Loads Next, and with it the CMS: two seconds' work. The database is reached before any request is
 * let in, so that the first page is made of it; one that is away holds nothing up for long.
 */
async function loadNext(settings: Settings, dir: string): Promise<NextHandler> {
  const { default: next } = await import('next')
  const app = next({ dev: false, dir, hostname: settings.HOST, port: settings.PORT })
  await app.prepare()
  await Promise.race([firstContact(), pause(FIRST_CONTACT_MS)])
  return app.getRequestHandler()
}

/** Next calls `register` of instrumentation.ts some time after it says that it is prepared. */
async function firstContact(): Promise<void> {
  const state = processState()
  const deadline = Date.now() + FIRST_CONTACT_MS
  while (!state.firstContact && Date.now() < deadline) await pause(10)
  await state.firstContact
}

async function main(): Promise<void> {
  const settings = env()
  logConsole()
  if (settings.NODE_ENV !== 'production')
    refuse(exitCodes.settings, 'The server runs the production build: set NODE_ENV=production, or use npm run dev.')
  const root = process.cwd()
  const distDir = path.join(root, settings.NEXT_DIST_DIR)
  const buildId = readBuildId(distDir)
  const state = processState()

  // Until it is loaded, pages come from the cache as when the database is away, and the rest waits.
  let open = () => {}
  const listening = new Promise<void>((resolve) => {
    open = resolve
  })
  const loaded = listening.then(() => loadNext(settings, root))
  const nextHandler: NextHandler = async (req, res) => (await loaded)(req, res)
  const headers = headerSets(settings.siteUrl)
  const cacheDir = pageCacheDirectory(settings.dataDir)
  const address = (req: IncomingMessage) =>
    clientAddress(
      req.socket.remoteAddress,
      req.headers['x-forwarded-for'] as string | undefined,
      settings.TRUSTED_PROXIES,
    )
  const files = await Files.open({
    publicDir: path.join(root, 'public'),
    staticDir: path.join(distDir, 'static'),
    cacheDir,
    buildId,
    headers: headers.asset,
  })
  const pageCache = new PageCache({
    directory: cacheDir,
    buildId,
    maxBytes: PAGE_CACHE_BYTES,
    present: presentView(),
    verify: async () => {
      if (!state.readRevision) throw new Error('The database has not been reached yet.')
      await state.readRevision()
    },
  })
  const bodies = new BodyReceiver(new BodyBudget())
  const largeBodies = new Semaphore({ atOnce: 4, waiting: 1000, ofOne: 100 })
  const renderer = new PageRenderer({
    render: limitConcurrency(
      loopback((req, res) => nextHandler(req, res)),
      new Semaphore({ atOnce: 16, waiting: 300, ofOne: 80 }),
    ),
    siteUrl: settings.siteUrl,
    headers: headers.page,
    trustedProxies: settings.TRUSTED_PROXIES,
    clientAddress: address,
  })
  const pages = new Pages({ renderer, pageCache, siteUrl: settings.siteUrl })
  const forms = new PostedForms({ renderer, pages, pageCache, bodies, largeBodies, clientAddress: address })
  const isLogging = ['info', 'debug', 'trace'].includes(settings.LOG_LEVEL)
  const metrics = settings.METRICS_PORT ? await openMetrics() : null
  const log = new RequestLog(
    isLogging ? (text) => process.stdout.write(text) : null,
    metrics ? (request) => metrics.observe(request) : null,
  )
  const delivery = createDelivery({
    pageCache,
    pages,
    forms,
    files,
    routes: loadRoutes(distDir),
    headers,
    log,
    bodies,
    largeBodies,
    mediaDir: path.join(settings.dataDir, 'media'),
    trustedProxies: settings.TRUSTED_PROXIES,
    next: (req, res) => nextHandler(req, res),
    relay: relayTo((req, res) => nextHandler(req, res)),
    isDatabaseMissing: async () => {
      await loaded
      return state.isDatabaseGone?.() ?? true
    },
    clientAddress: address,
    readiness: async () => ({
      isDatabaseReachable: (await state.isDatabaseReachable?.()) ?? false,
      revision: state.revision,
    }),
  })
  const server = createServer(connectionLimits, delivery)
  // Otherwise Node asks for the body of a request that will be refused.
  server.on('checkContinue', delivery)
  server.timeout = SILENCE_MS

  if (metrics && settings.METRICS_PORT) {
    const port = settings.METRICS_PORT
    const metricsPort = metricsServer(metrics, () => ({
      revision: state.revision,
      isDatabaseAway: state.isDatabaseAway,
      cachedBytes: pageCache.load.bytes,
    }))
    metricsPort.on('error', (error) => logger.error({ err: error, port }, 'metrics are not served'))
    metricsPort.listen(port, settings.HOST, () => metricsPort.unref())
  }

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(exitCodes.failed), DRAIN_MS + 1500).unref()
    const drained = new Promise<void>((done) => server.close(() => done()))
    server.closeIdleConnections()
    // Connections that keep alive become idle one by one.
    const closing = setInterval(() => server.closeIdleConnections(), 100)
    await Promise.race([drained, pause(DRAIN_MS)])
    clearInterval(closing)
    server.closeAllConnections()
    for (const step of state.onShutdown) {
      await step().catch((error: unknown) => logger.error({ err: error }, 'a step of the shutdown failed'))
    }
    log.flush()
    logger.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())

  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      refuse(exitCodes.portTaken, `Port ${settings.PORT} is taken. Stop what uses it or set PORT to another one.`)
    if (error.code === 'EACCES')
      refuse(exitCodes.portForbidden, `Port ${settings.PORT} may not be used by this user. Set PORT to one above 1023.`)
    refuse(exitCodes.failed, `The server could not listen on ${settings.HOST}:${settings.PORT}: ${error.message}`)
  })
  server.listen(settings.PORT, settings.HOST, () => {
    logger.info({ host: settings.HOST, port: settings.PORT, build: buildId }, 'listening')
    open()
  })
  await loaded
  logger.info({ revision: state.revision }, 'ready')
  await warmUp(pages, pageCache, files)
}

/** What should be in the cache before anybody needs it. */
async function warmUp(pages: Pages, pageCache: PageCache, files: Files): Promise<void> {
  try {
    await pages.prepare()
    await files.keepStyles()
    await pageCache.prune()
  } catch (error) {
    logger.error({ err: error }, 'the page cache could not be prepared')
  }
}

function readBuildId(distDir: string): string {
  try {
    return readFileSync(path.join(distDir, 'BUILD_ID'), 'utf8').trim()
  } catch {
    return refuse(exitCodes.noBuild, 'There is no build yet. Run: npm run build')
  }
}

main().catch((error: unknown) => {
  if (error instanceof SettingsError) refuse(exitCodes.settings, error.message)
  refuse(exitCodes.failed, `The server could not start: ${error instanceof Error ? error.message : String(error)}`)
})
