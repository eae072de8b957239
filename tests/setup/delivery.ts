import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { BodyBudget } from '@/delivery/body-budget'
import { createDelivery } from '@/delivery/delivery'
import { Files } from '@/delivery/files'
import { headerSets } from '@/delivery/headers'
import { loopback, relayTo } from '@/delivery/loopback'
import { PageCache } from '@/delivery/page-cache'
import { Pages } from '@/delivery/pages'
import { PostedForms } from '@/delivery/posted-forms'
import { BodyReceiver } from '@/delivery/receive-body'
import { PageRenderer } from '@/delivery/renderer'
import { RequestLog } from '@/delivery/request-log'
import { readRoutes } from '@/delivery/routes'
import { Semaphore } from '@/delivery/semaphore'
import { downloadHeaders } from '@/platform/file-name'

/**
 * The delivery with an application that stands in for Next: it counts, fails and depends on the
 * request when a test says so.
 */

const siteUrl = 'https://site.example'
/** The id of the one action that the application has. */
export const knownAction = `40${'a'.repeat(40)}`

interface Application {
  server: Server
  pages: Pages
  budget: BodyBudget
  port: number
  seen: Array<{ method: string; url: string; headers: IncomingHttpHeaders; body: string }>
  log: RequestLog
  lines: string[]
  present: { revision: number | null; day: string; isAway: boolean; failures: number }
  isBroken: boolean
  isPanelBroken: boolean
  directory: string
  /** What a request that says "please wait" waits for. */
  gate: Promise<void>
}

/** Of the current test. */
export const app = {} as Application

const html = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="ar"><head>${head}</head><body>${body}<script>self.__next_f=[]</script></body></html>`

const form = `<form method="post" enctype="multipart/form-data"><input type="hidden" name="$ACTION_ID_${knownAction}"><textarea name="message"></textarea></form>`

async function application(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const [method, url, body] = [req.method ?? '', req.url ?? '', Buffer.concat(chunks).toString()]
  app.seen.push({ method, url, headers: req.headers, body })
  const send = (status: number, text: string, headers: Record<string, string> = {}) =>
    res.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(text)
  if (app.isBroken && url.startsWith('/ar')) return void send(500, '<html id="__next_error__"></html>')
  const { pathname } = new URL(url, siteUrl)
  if (body.includes('please wait')) await app.gate
  if (method === 'POST' && pathname === '/ar/contact') {
    if (!body.includes(knownAction)) return void send(409, 'gone', { 'x-nextjs-action-not-found': '1' })
    if (body.includes('please fail')) return void send(500, '<html id="__next_error__"></html>')
    const status = '<meta name="delivery-status" content="422">'
    if (body.includes('and err') || body.includes('please err')) {
      const filled = form.replace('</textarea>', 'please err</textarea>')
      return void send(200, html(`<p>error beside the field</p>${filled}`, status))
    }
    if (body.includes('please forget')) return void send(200, html(`<p>fresh</p>${form}`))
    if (body.includes('please lose')) return void send(200, html('<p>closed meanwhile</p>'))
    return void send(303, '', { Location: '/ar/receipt/secret' })
  }
  switch (pathname) {
    case '/ar':
      return void send(200, html(`<p>home of revision ${app.present.revision}</p>`))
    case '/ar/contact':
      return void send(200, html(`<h1>contact</h1>${form}`))
    case '/ar/contact/withdrawn':
      return void send(200, html('<p>no such service</p>', '<meta name="delivery-status" content="404">'))
    case '/ar/policies/lost':
      app.present.failures += 1
      return void send(200, html('<p>not here</p>', '<meta name="delivery-status" content="404">'))
    case '/ar/policies':
      return void send(200, html(`<p>${url}</p>`, '<meta name="delivery-query" content="category">'))
    case '/ar/receipt/secret':
      return void send(200, html(`<p>${url} ${req.headers.cookie}</p>`, '<meta name="delivery-cache" content="never">'))
    case '/ar/404':
      return void send(200, html('<p>not here</p>', '<meta name="delivery-status" content="404">'))
    case '/ar/notice/too-large':
      return void send(200, html('<p>too large</p>', '<meta name="delivery-status" content="413">'))
    case '/ar/notice/busy':
      return void send(200, html('<p>busy</p>', '<meta name="delivery-status" content="503">'))
    case '/sitemap.xml':
      return void send(200, `<urlset><url><loc>${siteUrl}/ar</loc></url></urlset>`, {
        'Content-Type': 'application/xml',
        'Cache-Control': 'private, no-cache, no-store',
      })
    case '/challenge':
      return void send(200, '{}', { 'Content-Type': 'application/json', 'X-Own': 'yes' })
    case '/admin':
      if (app.isPanelBroken) return void send(500, 'failed')
      return void send(200, '<script>inline</script>')
    case '/admin-files/attachments/1':
      // As Next answers for a route: it adds no header that is there already, and never writes the head itself.
      for (const [name, value] of Object.entries(downloadHeaders("Noura's.pdf", 'application/pdf'))) {
        if (!res.hasHeader(name)) res.appendHeader(name, value)
      }
      return void res.end('%PDF')
    case '/admin-files/cases':
      return void send(200, '')
    case '/api/users':
      return void send(200, '{}', { 'Content-Type': 'application/json' })
    default:
      return void send(404, 'Next does not know it')
  }
}

async function start(): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'delivery-'))
  await mkdir(path.join(directory, 'public/js'), { recursive: true })
  await mkdir(path.join(directory, 'public/fonts'), { recursive: true })
  await mkdir(path.join(directory, 'media'), { recursive: true })
  await writeFile(path.join(directory, 'public/js/form.js'), 'export const wait = 1\n'.repeat(100))
  await writeFile(path.join(directory, 'public/fonts/plex.woff2'), 'font')
  await writeFile(path.join(directory, 'media/report.pdf'), '%PDF')
  await writeFile(path.join(directory, 'media/page.html'), '<script>alert(1)</script>')
  await writeFile(path.join(directory, 'media/drawing.svg'), '<svg/>')
  await writeFile(path.join(directory, 'secret.txt'), 'secret')
  const headers = headerSets(siteUrl)
  const present = { revision: 1 as number | null, day: 'today', isAway: false, failures: 0 }
  const lines: string[] = []
  const pageCache = new PageCache({
    directory: path.join(directory, 'page-cache'),
    buildId: 'b1',
    maxBytes: 10_000_000,
    settleMs: 0,
    present: () => present,
    verify: async () => undefined,
  })
  const budget = new BodyBudget({ words: 1_200_000, wordsOfOne: 600_000, rest: 40_000_000, restOfOne: 20_000_000 })
  const bodies = new BodyReceiver(budget, { bytes: 4000, seconds: 2 })
  const largeBodies = new Semaphore({ atOnce: 2, waiting: 100, ofOne: 3 })
  const clientAddress = (req: IncomingMessage) => (req.headers['x-test-address'] as string) ?? '203.0.113.9'
  const renderer = new PageRenderer({
    render: loopback(application),
    siteUrl,
    headers: headers.page,
    trustedProxies: 0,
    clientAddress,
  })
  const pages = new Pages({ renderer, pageCache, siteUrl })
  const forms = new PostedForms({ renderer, pages, pageCache, bodies, largeBodies, clientAddress })
  const files = await Files.open({
    publicDir: path.join(directory, 'public'),
    staticDir: path.join(directory, 'static'),
    cacheDir: path.join(directory, 'page-cache'),
    buildId: 'b1',
    headers: headers.asset,
  })
  const log = new RequestLog((text) => lines.push(...text.trim().split('\n')))
  const delivery = createDelivery({
    pageCache,
    pages,
    forms,
    files,
    log,
    bodies,
    largeBodies,
    headers,
    clientAddress,
    routes: readRoutes({
      '/(site)/[locale]/page': '/[locale]',
      '/(site)/[locale]/[...rest]/page': '/[locale]/[...rest]',
      '/(site)/[locale]/contact/page': '/[locale]/contact',
      '/(site)/[locale]/contact/[service]/page': '/[locale]/contact/[service]',
      '/(site)/[locale]/policies/page': '/[locale]/policies',
      '/(site)/[locale]/policies/[slug]/page': '/[locale]/policies/[slug]',
      '/(site)/[locale]/receipt/[token]/page': '/[locale]/receipt/[token]',
      '/(payload)/admin/[[...segments]]/page': '/admin/[[...segments]]',
      '/(payload)/api/[...slug]/route': '/api/[...slug]',
      '/(payload)/admin-files/attachments/[id]/route': '/admin-files/attachments/[id]',
      '/(payload)/admin-files/cases/route': '/admin-files/cases',
      '/sitemap.xml/route': '/sitemap.xml',
      '/challenge/route': '/challenge',
      '/route': '/',
    }),
    mediaDir: path.join(directory, 'media'),
    trustedProxies: 0,
    next: application,
    relay: relayTo(application),
    isDatabaseMissing: async () => present.isAway,
    readiness: async () => ({ isDatabaseReachable: !present.isAway, revision: present.revision }),
  })
  const server = createServer(delivery)
  server.on('checkContinue', delivery)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const gate = Promise.resolve()
  const state = { seen: [], log, lines, present, isBroken: false, isPanelBroken: false, gate }
  Object.assign(app, { server, pages, budget, port, directory, ...state } satisfies Application)
}

async function stop(): Promise<void> {
  app.server.closeAllConnections()
  await new Promise((done) => app.server.close(done))
  await rm(app.directory, { recursive: true, force: true })
}

/** Registers, for a test file, a delivery of its own for each test. */
export function withDelivery(): void {
  beforeEach(start)
  afterEach(stop)
}

interface Answered {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

export function ask(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: Buffer | string } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port: app.port, host: '127.0.0.1', path: url, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text: Buffer.concat(chunks).toString() }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

export const submit = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const body = `${parts.join('')}--b--\r\n`
  const type = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': String(Buffer.byteLength(body)) }
  return ask(url, { method: 'POST', headers: { ...type, ...headers }, body })
}

/** What reached the application of what was posted. */
export const posted = () => app.seen.filter(({ method }) => method === 'POST')
