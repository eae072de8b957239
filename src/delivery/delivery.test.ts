import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { downloadHeaders } from '@/platform/file-name'
import { BodyBudget } from './body-budget'
import { createDelivery } from './delivery'
import { Files } from './files'
import { headerSets } from './headers'
import { loopback, relayTo } from './loopback'
import { PageCache } from './page-cache'
import { Pages } from './pages'
import { PostedForms } from './posted-forms'
import { BodyReceiver } from './receive-body'
import { PageRenderer } from './renderer'
import { RequestLog } from './request-log'
import { readRoutes } from './routes'
import { Semaphore } from './semaphore'

const siteUrl = 'https://site.example'
const knownAction = `40${'a'.repeat(40)}`

/** What stands in for Next: it counts, fails and depends on the request when a test says so. */
interface Application {
  server: Server
  pages: Pages
  budget: BodyBudget
  port: number
  seen: Array<{ method: string; url: string; headers: IncomingHttpHeaders; body: string }>
  log: string[]
  present: { revision: number | null; day: string; isAway: boolean; failures: number }
  isBroken: boolean
  isPanelBroken: boolean
  directory: string
}

let app: Application

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
  if (body.includes('please wait')) await new Promise((done) => setTimeout(done, 300))
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
    case '/api/users':
      return void send(200, '{}', { 'Content-Type': 'application/json' })
    default:
      return void send(404, 'Next does not know it')
  }
}

beforeEach(async () => {
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
  app = { server, pages, budget, port, seen: [], log: lines, present, isBroken: false, isPanelBroken: false, directory }
})

afterEach(async () => {
  app.server.closeAllConnections()
  await new Promise((done) => app.server.close(done))
  await rm(app.directory, { recursive: true, force: true })
})

interface Answered {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

function ask(
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

const submit = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const body = `${parts.join('')}--b--\r\n`
  const type = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': String(Buffer.byteLength(body)) }
  return ask(url, { method: 'POST', headers: { ...type, ...headers }, body })
}

const logged = async () => {
  await new Promise((flushed) => setTimeout(flushed, 300))
  return app.log.map((line) => JSON.parse(line) as { method: string; route: string; status: number })
}

describe('a page', () => {
  it('is rendered once and then served as finished bytes with the strict headers', async () => {
    const first = await ask('/ar')
    const second = await ask('/ar?utm_source=x')
    expect([first.status, second.text]).toEqual([200, first.text])
    expect(first.text).not.toContain('script')
    expect(app.seen).toHaveLength(1)
    expect(first.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    })
    expect(first.headers['x-powered-by']).toBeUndefined()
  })

  it('shows an edit at the next request', async () => {
    await ask('/ar')
    app.present.revision = 2
    expect((await ask('/ar')).text).toContain('revision 2')
  })

  it('is asked for without anything of the visitor when it is made for everybody', async () => {
    await ask('/ar', { headers: { cookie: 'payload-token=x', 'accept-language': 'en', rsc: '1', 'next-action': 'x' } })
    const [seen] = app.seen
    expect(seen?.headers).toMatchObject({ host: 'site.example', 'x-forwarded-proto': 'https' })
    for (const name of ['cookie', 'accept-language', 'rsc', 'next-action']) expect(seen?.headers[name]).toBeUndefined()
  })

  it('is rendered for the request when the query is one it reads, and never kept', async () => {
    expect((await ask('/ar/policies?category=x')).text).toContain('/ar/policies?category=x')
    const plain = await ask('/ar/policies?page=1')
    expect(plain.text).toContain('<p>/ar/policies</p>')
    expect((await ask('/ar/policies?category=x')).headers['cache-control']).toBe('private, no-store')
  })

  it('that depends on the request is private and rendered for each', async () => {
    const first = await ask('/ar/receipt/secret', { headers: { cookie: 'a=1' } })
    await ask('/ar/receipt/secret')
    expect(first.text).toContain('a=1')
    expect(first.headers['cache-control']).toBe('private, no-store')
    expect(app.seen.filter(({ url }) => url === '/ar/receipt/secret').length).toBeGreaterThanOrEqual(2)
  })

  it('that was made without its data and says that there is nothing is not believed', async () => {
    const answer = await ask('/ar/policies/lost')
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30'])
    expect((await ask('/ar/policies/lost', { headers: { cookie: 'a=1' } })).status).toBe(503)
  })

  it('that is not there is one page a language, however many addresses are tried', async () => {
    for (const url of ['/ar/x', '/ar/y', '/ar/wp-login.php']) {
      const answer = await ask(url)
      expect([answer.status, answer.text.includes('not here')]).toEqual([404, true])
    }
    expect(app.seen.map(({ url }) => url)).toEqual(['/ar/404'])
  })

  it('survives an application that fails: the last good copy, else a page that says sorry', async () => {
    const good = await ask('/ar')
    app.isBroken = true
    app.present.revision = 2
    expect((await ask('/ar')).text).toBe(good.text)
    const lost = await ask('/ar/policies')
    expect(lost.status).toBe(500)
    expect(lost.text).toContain('تعذّر عرض الصفحة')
    expect(lost.text).toContain('This page can’t be shown')
    expect(lost.headers['content-security-policy']).toContain("default-src 'none'")
  })
})

describe('addresses', () => {
  it.each([
    ['/', 'en-GB,en', 307, '/en'],
    ['/', 'ar', 307, '/ar'],
    ['/policies?a=1', 'ar', 307, '/ar/policies?a=1'],
    ['/AR/policies/', undefined, 308, '/ar/policies'],
  ])('%s for %s → %i %s', async (url, language, status, location) => {
    const answer = await ask(url, { headers: language ? { 'accept-language': language } : {} })
    expect([answer.status, answer.headers.location]).toEqual([status, location])
    if (status === 307) expect(answer.headers.vary).toBe('Accept-Language')
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s on a page', async (method) => {
    const answer = await ask('/ar', { method })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST'])
    expect(app.seen).toHaveLength(0)
  })

  it.each(['TRACE', 'PROPFIND', 'SEARCH', 'PURGE'])('refuses %s on the panel, the API and handlers', async (method) => {
    for (const url of ['/admin', '/api/users', '/challenge', '/api/nothing']) {
      expect([url, (await ask(url, { method })).status]).toEqual([url, 405])
    }
    expect(app.seen).toHaveLength(0)
  })

  it.each(['/_next/foo', '/_next/image?url=%2Fa.png&w=64&q=75', '/_next/data/b1/ar.json', '/api', '/administration'])(
    'asks Next for nothing that it has no own answer for: %s',
    async (url) => {
      const answer = await ask(url)
      expect([answer.status, answer.text.includes('not here')]).toEqual([404, true])
      expect(answer.headers['content-security-policy']).toContain("script-src 'self'")
      expect(app.seen.map((asked) => asked.url)).toEqual(['/ar/404'])
    },
  )

  it.each([
    '/api/../ar/contact',
    '/admin/%2e%2e/ar/contact',
    '/_next/./../ar/contact',
    '/admin/..%2far/contact',
    'http://site.example/api/../ar/contact',
  ])('shows no page of the site without its policy: %s', async (url) => {
    const answer = await ask(url)
    expect([answer.status, answer.text.includes('<script')]).toEqual([400, false])
    expect(app.seen.map((asked) => asked.url).filter((asked) => asked !== '/ar/404')).toEqual([])
  })

  it('gives Next the path that it has read itself', async () => {
    await ask('http://evil.example/admin?a=1')
    expect(app.seen.map(({ url }) => url)).toEqual(['/admin?a=1'])
  })

  it('sends a form on to the one spelling of its address', async () => {
    const answer = await submit('/ar//contact/', { message: 'hello' })
    expect([answer.status, answer.headers.location]).toEqual([308, '/ar/contact'])
  })

  it('answers for the process and for the database apart', async () => {
    expect(JSON.parse((await ask('/readyz')).text)).toEqual({ status: 'ready', database: 'reachable', revision: 1 })
    app.present.isAway = true
    expect((await ask('/healthz')).status).toBe(200)
    expect((await ask('/readyz')).status).toBe(503)
  })

  it('caches what is public of the application and passes on the rest as it is', async () => {
    await ask('/sitemap.xml')
    expect((await ask('/sitemap.xml')).headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    await ask('/challenge')
    const challenge = await ask('/challenge')
    expect(challenge.headers['x-own']).toBe('yes')
    expect(app.seen.map(({ url }) => url)).toEqual(['/sitemap.xml', '/challenge', '/challenge'])
  })
})

describe('files', () => {
  it('keep fonts for ever and ask about scripts again', async () => {
    expect((await ask('/fonts/plex.woff2')).headers['cache-control']).toContain('immutable')
    const script = await ask('/js/form.js', { headers: { 'accept-encoding': 'br' } })
    expect(script.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=0, must-revalidate',
    })
    expect((await ask('/js/form.js', { headers: { 'if-none-match': String(script.headers.etag) } })).status).toBe(304)
  })

  it.each([
    ['/media/report.pdf', 'inline', 'application/pdf'],
    ['/media/page.html', 'attachment', 'text/html; charset=utf-8'],
    ['/media/drawing.svg', 'attachment', 'image/svg+xml'],
  ])('sends the upload %s as %s', async (url, disposition, type) => {
    const answer = await ask(url)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(new RegExp(`^${disposition};`))
    expect(answer.headers['content-type']).toBe(type)
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect((await ask(url, { headers: { 'if-none-match': String(answer.headers.etag) } })).status).toBe(304)
  })

  it.each([
    '/media/../secret.txt',
    '/media/..%2Fsecret.txt',
    '/media/%2e%2e/secret.txt',
    '/media/%2e%2e%2fsecret.txt',
    '/media/.env',
    '/media/',
    '/js/../../secret.txt',
    '/media/a%00b',
  ])('gives nothing away at %s', async (url) => {
    const answer = await ask(url)
    expect(answer.status).toBeGreaterThanOrEqual(300)
    expect(answer.text).not.toContain('secret')
  })
})

describe('forms', () => {
  it('pass on the redirect after a submission', async () => {
    const answer = await submit('/ar/contact', { [`$ACTION_ID_${knownAction}`]: '', message: 'hello' })
    expect([answer.status, answer.headers.location]).toEqual([303, '/ar/receipt/secret'])
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })

  it('get their errors as a finished page that only the browser of the person keeps, with a status that says so', async () => {
    const answer = await submit('/ar/contact', { [`$ACTION_ID_${knownAction}`]: '', message: 'please err' })
    expect(answer.text).toContain('error beside the field')
    expect(answer.text).not.toContain('script')
    expect(answer.status).toBe(422)
    expect(answer.headers['cache-control']).toBe('private, no-cache')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('that were opened before an upgrade are accepted, by sending them again with the ids of today', async () => {
    const answer = await submit('/ar/contact', { [`$ACTION_ID_40${'b'.repeat(40)}`]: '', message: 'سؤال' })
    expect(answer.status).toBe(303)
    const last = app.seen.at(-1)
    expect(last?.body).toContain(knownAction)
    expect(last?.body).not.toContain('bbbb')
    expect(last?.body).toContain('سؤال')
  })

  it('come back with everything typed when they can not be answered', async () => {
    const answer = await submit('/ar/contact', { [`$ACTION_ID_${knownAction}`]: '', message: 'please fail <b>' })
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('<textarea name="message">please fail &lt;b&gt;</textarea>')
    expect(answer.text).toContain('الإرسال غير ممكن الآن')
  })

  it.each([
    ['on the page itself, when its answer has no place for it', '/ar/contact', 'please lose this', 'contact'],
    ['on the page itself, when its answer has forgotten it', '/ar/contact', 'please forget this', 'contact'],
    ['on the page above, when its own page is gone', '/ar/contact/withdrawn', 'a long text', 'contact'],
  ])('come back %s', async (_, url, message, shown) => {
    const answer = await submit(url, { [`$ACTION_ID_${knownAction}`]: '', message })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(`<h1>${shown}</h1>`)
    expect(answer.text).toContain(`<textarea name="message">${message}</textarea>`)
  })

  it('come back as words to be copied when no page has a place for them', async () => {
    const fields = { message: 'first\nsecond', name: 'هند', token: 'x'.repeat(40), submissionKey: 'y'.repeat(22) }
    const answer = await submit('/ar/receipt/secret', fields)
    expect(answer.text).toMatch(/<textarea[^>]* readonly[^>]*>\nfirst\nsecond<\/textarea>/)
    expect(answer.text).toMatch(/<textarea[^>]* readonly[^>]*>\nهند<\/textarea>/)
    expect(answer.text).not.toMatch(/x{40}|y{22}/)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it.each([
    ['by a browser that says nothing more', {}, 303],
    ['by a browser that knows of no other site', { 'sec-fetch-site': 'same-origin' }, 303],
    ["from another site's sandbox", { 'sec-fetch-site': 'cross-site' }, 409],
  ])('whose origin is null, sent %s, are answered %i', async (_, headers, status) => {
    const fields = { [`$ACTION_ID_${knownAction}`]: '', message: 'typed' }
    const answer = await submit('/ar/contact', fields, { origin: 'null', ...headers })
    expect(answer.status).toBe(status)
    expect(app.seen.find(({ method }) => method === 'POST')?.headers.origin).toBeUndefined()
    if (status === 409) expect(answer.text).toContain('من صفحة خارج هذا الموقع')
  })

  it('come back on the last good copy when nothing can be rendered any more', async () => {
    await ask('/ar/contact')
    app.isBroken = true
    const answer = await submit('/ar/contact', { message: 'kept' })
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('<textarea name="message">kept</textarea>')
  })

  it('from another site are not sent, but what was typed comes back', async () => {
    const fields = { [`$ACTION_ID_${knownAction}`]: '', message: 'typed' }
    const answer = await submit('/ar/contact', fields, { origin: 'https://evil.example', host: 'site.example' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('typed')
    expect(app.seen.filter(({ method }) => method === 'POST')).toHaveLength(0)
  })

  it('reach the application in a way that it can read', async () => {
    await submit('/ar/contact', { [`$ACTION_ID_${knownAction}`]: '', message: 'x' })
    const boundary = /boundary=(\S+)/.exec(String(app.seen[0]?.headers['content-type']))?.[1] ?? ''
    expect(boundary.length).toBeGreaterThanOrEqual(27)
    expect(app.seen[0]?.body.startsWith(`--${boundary}\r\n`)).toBe(true)
  })

  it('with an action that can not be read are sent with the one of today', async () => {
    const answer = await submit('/ar/contact', { '$ACTION_1:0': '{', message: 'سؤال' })
    expect(answer.status).toBe(303)
    expect(app.seen.at(-1)?.body).toContain(knownAction)
  })

  it('that are none are refused before the application sees them', async () => {
    const type = { 'content-type': 'multipart/form-data; boundary=b' }
    const answer = await ask('/ar/contact', { method: 'POST', headers: type, body: 'garbage' })
    expect(answer.status).toBe(400)
    expect(app.seen.filter(({ method }) => method === 'POST')).toHaveLength(0)
  })

  it('carry the address of the visitor, which no header of theirs can change', async () => {
    const fields = { [`$ACTION_ID_${knownAction}`]: '', message: 'x' }
    await submit('/ar/contact', fields, { 'x-client-address': '1.1.1.1', 'x-forwarded-for': '1.1.1.1' })
    expect(app.seen[0]?.headers).toMatchObject({ 'x-client-address': '203.0.113.9', 'x-forwarded-for': '203.0.113.9' })
  })

  it.each([['application/x-www-form-urlencoded'], ['application/json'], ['text/plain']])(
    'are not taken as %s',
    async (type) => {
      const answer = await ask('/ar/contact', { method: 'POST', headers: { 'content-type': type }, body: 'a=1' })
      expect(answer.status).toBe(415)
      expect(app.seen.filter(({ method }) => method === 'POST')).toHaveLength(0)
    },
  )
})

describe('limits', () => {
  const type = { 'content-type': 'multipart/form-data; boundary=b' }

  const withFile = (bytes: number, message = 'typed') => {
    const head = `--b\r\nContent-Disposition: form-data; name="message"\r\n\r\n${message}\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`
    const body = Buffer.concat([Buffer.from(head), Buffer.alloc(bytes, 'f'), Buffer.from('\r\n--b--\r\n')])
    return { method: 'POST', headers: { ...type, 'content-length': String(body.byteLength) }, body }
  }
  const posted = () => app.seen.filter(({ method }) => method === 'POST')

  it('gives a form with too large files back with its words', async () => {
    const answer = await ask('/ar/contact', withFile(20_000_000, 'سؤال طويل'))
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('<textarea name="message">سؤال طويل</textarea>')
    expect(answer.text).toContain('الملفات أكبر من المسموح')
    expect(posted()).toHaveLength(0)
  })

  it('answers in the words of the site when there are no words to give back', async () => {
    const answer = await ask('/ar/contact', {
      method: 'POST',
      headers: { ...type, 'content-length': '20000000' },
      body: Buffer.alloc(20_000_000),
    })
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('too large')
    expect(posted()).toHaveLength(0)
  })

  it('stops a body without a declared length at the limit', async () => {
    const answer = await ask('/ar/contact', {
      method: 'POST',
      headers: { ...type, 'transfer-encoding': 'chunked' },
      body: Buffer.alloc(18_000_000),
    })
    expect(answer.status).toBe(413)
    expect(app.seen.filter(({ method }) => method === 'POST')).toHaveLength(0)
  })

  it.each([
    ['/api/users', 'application/json', 1_100_000, 413],
    ['/api/users', 'text/plain', 900_000, 200],
    ['/api/users', 'multipart/form-data; boundary=b', 5_000_000, 413],
    ['/api/media', 'multipart/form-data; boundary=b', 15_900_000, 413],
    ['/api/media', 'application/json', 1_100_000, 413],
  ])('%s as %s with %i bytes is answered %i', async (url, contentType, bytes, status) => {
    const headers = { 'content-type': contentType, 'content-length': String(bytes) }
    expect((await ask(url, { method: 'POST', headers, body: Buffer.alloc(bytes) })).status).toBe(status)
  })

  it('passes a body without a declared length on with one', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    expect((await ask('/api/users', { method: 'POST', headers, body: '{"a":1}' })).status).toBe(200)
    expect(app.seen[0]).toMatchObject({ body: '{"a":1}', headers: { 'content-length': '7' } })
  })

  /** A connection that sends what it is told, and what it was answered. */
  function open(...sent: string[]) {
    const socket = connect(app.port, '127.0.0.1')
    let answered = ''
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      answered += chunk
    })
    for (const text of sent) socket.write(text)
    const ended = new Promise<void>((done) => socket.on('close', () => done()))
    return { socket, ended, answer: () => answered }
  }
  const postHead = (url: string, bytes: number, more = '') =>
    `POST ${url} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${bytes}\r\n${more}\r\n`

  it('keeps nobody waiting for bodies that are announced and do not come', async () => {
    const silent = ['/ar/contact', '/api/users', '/admin'].flatMap((url) =>
      Array.from({ length: 40 }, () => open(postHead(url, 900_000), '--b\r\n')),
    )
    await expect.poll(() => app.budget.held).toBeGreaterThan(0)
    const started = performance.now()
    const answer = await ask('/ar/contact', withFile(1_000_000, 'please err'))
    expect(performance.now() - started).toBeLessThan(1000)
    expect([answer.status, answer.text.includes('error beside the field')]).toEqual([422, true])
    for (const { socket } of silent) socket.destroy()
    await expect.poll(() => app.budget.held, { timeout: 2000 }).toBe(0)
  })

  it('ends a body that comes too slowly, with the words that came', async () => {
    const started = performance.now()
    const head = '--b\r\nContent-Disposition: form-data; name="message"\r\n\r\nhalf a sen'
    const { answer, ended } = open(postHead('/ar/contact', 900_000), head)
    await ended
    expect(performance.now() - started).toBeLessThan(6000)
    expect(answer()).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer()).toContain('half a sen</textarea>')
    const api = open(postHead('/api/users', 900_000))
    await api.ended
    expect(api.answer()).toMatch(/^HTTP\/1\.1 408 [\s\S]*"errors"/)
    expect(posted()).toHaveLength(0)
  }, 20_000)

  it('waits for a body that comes slowly but steadily', async () => {
    const { body, headers } = withFile(30_000, 'please err')
    const { socket, answer } = open(postHead('/ar/contact', Number(headers['content-length'])))
    // Three times as long as a body may be silent, at a little more than it must bring.
    for (let sent = 0; sent < body.byteLength; sent += 3000) {
      socket.write(body.subarray(sent, sent + 3000))
      await new Promise((next) => setTimeout(next, 500))
    }
    await expect.poll(answer).toContain('error beside the field')
    socket.destroy()
  }, 20_000)

  it('lets one address hold its share only, and gives its next form back with its words', async () => {
    const holding = Array.from({ length: 2 }, () =>
      open(postHead('/ar/contact', 15_000_000), `--b\r\n\r\n${'x'.repeat(9_800_000)}`),
    )
    await expect.poll(() => app.budget.held, { timeout: 5000 }).toBeGreaterThan(19_000_000)
    const same = await ask('/ar/contact', withFile(1_000_000, 'من العنوان نفسه'))
    expect([same.status, same.headers['retry-after']]).toEqual([503, '30'])
    expect(same.text).toContain('<textarea name="message">من العنوان نفسه</textarea>')
    const words = await submit('/ar/contact', { [`$ACTION_ID_${knownAction}`]: '', message: 'without files' })
    expect(words.status).toBe(303)
    const other = withFile(1_000_000, 'please err')
    const answer = await ask('/ar/contact', {
      ...other,
      headers: { ...other.headers, 'x-test-address': '198.51.100.7' },
    })
    expect(answer.text).toContain('error beside the field')
    for (const { socket } of holding) socket.destroy()
    await expect.poll(() => app.budget.held, { timeout: 2000 }).toBe(0)
    expect((await ask('/ar/contact', withFile(1_000_000, 'please err'))).status).toBe(422)
  }, 20_000)

  it('works on a share of large bodies of one address, and gives the others back', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => ask('/ar/contact', withFile(300_000, `please wait and err ${index}`))),
    )
    const statuses = answers.map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([422, 503]))
    const index = statuses.indexOf(503)
    expect(answers[index]?.text).toContain(`<textarea name="message">please wait and err ${index}</textarea>`)
    const uploads = await Promise.all(
      Array.from({ length: 8 }, () =>
        ask('/api/media', {
          method: 'POST',
          headers: { 'content-type': type['content-type'] },
          body: withFile(2_000_000, 'please wait').body,
        }),
      ),
    )
    expect(new Set(uploads.map(({ status }) => status))).toEqual(new Set([404, 503]))
    expect(app.budget.held).toBe(0)
  })

  it('asks only for bodies that it takes, from a client that asks first', async () => {
    const refused = open(postHead('/ar/contact', 20_000_000, 'Expect: 100-continue\r\n'))
    await refused.ended
    expect(refused.answer()).toMatch(/^HTTP\/1\.1 413 /)
    const { body, headers } = withFile(10, 'please err')
    const taken = open(postHead('/ar/contact', Number(headers['content-length']), 'Expect: 100-continue\r\n'))
    await expect.poll(taken.answer).toBe('HTTP/1.1 100 Continue\r\n\r\n')
    taken.socket.write(body)
    await expect.poll(taken.answer).toContain('error beside the field')
    taken.socket.destroy()
  })

  it('ends a body that comes in crumbs, each of which costs as much work as a packet', async () => {
    const crumbs = '1\r\nx\r\n'.repeat(3000)
    const head =
      'POST /ar/contact HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n'
    const { answer, socket } = open(head, crumbs)
    await expect.poll(answer).toMatch(/^HTTP\/1\.1 408 /)
    socket.destroy()
  })

  it('forgets a body whose client goes away', async () => {
    const { socket } = open(postHead('/ar/contact', 15_000_000), `--b\r\n\r\n${'x'.repeat(9_000_000)}`)
    await expect.poll(() => app.budget.held).toBeGreaterThan(8_000_000)
    socket.destroy()
    await expect.poll(() => app.budget.held, { timeout: 2000 }).toBe(0)
    await expect.poll(() => app.log.join(), { timeout: 2000 }).toContain('"status":499')
  })

  it('answers requests that are sent one after another without waiting, each with its own', async () => {
    const { body, headers } = withFile(10, 'please err')
    const { answer, socket } = open(
      postHead('/ar/contact', Number(headers['content-length'])) + body.toString(),
      'GET /ar HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    )
    await new Promise((closed) => socket.on('close', closed))
    expect(answer()).toMatch(/error beside the field[\s\S]*home of revision 1/)
  })
})

describe('the panel', () => {
  const call = (body: string, headers: Record<string, string> = {}) =>
    ask('/admin', { method: 'POST', headers: { 'content-type': 'text/plain', ...headers }, body })

  it('is called with what can be read only', async () => {
    expect((await call('x')).status).toBe(400)
    expect(app.seen).toHaveLength(0)
    expect((await call('[]')).status).toBe(200)
  })

  it('and the API are sent documents that can be read only', async () => {
    const headers = { 'content-type': 'application/json' }
    const answer = await ask('/api/users', { method: 'POST', headers, body: '{bad' })
    expect([answer.status, Object.keys(JSON.parse(answer.text))]).toEqual([400, ['errors']])
    expect(app.seen).toHaveLength(0)
  })

  it('answers a call without a session with no failure of its own', async () => {
    app.isPanelBroken = true
    expect((await call('[]')).status).toBe(400)
    expect((await call('[]', { cookie: 'payload-token=x' })).status).toBe(500)
  })

  it.each([
    ['POST', { 'sec-fetch-site': 'same-site' }, 'cross-site'],
    ['GET', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, 'cross-site'],
    ['GET', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 'cross-site'],
    ['GET', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 'same-site'],
    ['POST', { 'sec-fetch-site': 'same-origin' }, 'same-origin'],
  ])('takes a neighbour of the same domain for a foreign site: %s %j', async (method, headers, seen) => {
    await ask('/api/users', { method, headers: headers as Record<string, string> })
    expect(app.seen[0]?.headers['sec-fetch-site']).toBe(seen)
  })

  it('is passed on untouched, with scripts and without the pages’ policy', async () => {
    const answer = await ask('/admin')
    expect(answer.text).toBe('<script>inline</script>')
    expect(answer.headers['content-security-policy']).not.toContain('default-src')
    expect(answer.headers['x-robots-tag']).toBe('noindex, nofollow')
  })

  it('lets a download keep its sandbox, its name and its caching', async () => {
    const { status, headers } = await ask('/admin-files/attachments/1')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['content-disposition']).toContain("filename*=UTF-8''Noura%27s.pdf")
    expect(headers['x-robots-tag']).toBe('noindex, nofollow')
  })
})

describe('without a database', () => {
  it('serves pages that nobody had asked for, because they were prepared', async () => {
    await app.pages.prepare()
    app.isBroken = true
    app.present.isAway = true
    for (const url of ['/ar', '/sitemap.xml']) expect([url, (await ask(url)).status]).toEqual([url, 200])
    expect((await ask('/ar/nothing')).text).toContain('not here')
  })

  it('does not let the panel or the API open an empty one', async () => {
    app.present.isAway = true
    for (const url of ['/admin', '/api/users', '/challenge']) {
      const answer = await ask(url)
      expect([url, answer.status, answer.headers['retry-after']]).toEqual([url, 503, '5'])
    }
    expect(app.seen).toHaveLength(0)
  })

  it.each([
    [{ cookie: 'a=b; payload-lng=en' }, /^<!DOCTYPE html><html lang="en" dir="ltr">.*staff panel isn’t available/],
    [{ cookie: 'payload-lng=ar', 'accept-language': 'en' }, /^<!DOCTYPE html><html lang="ar" dir="rtl">.*لوحة التحكم/],
    [{ 'accept-language': 'en-GB' }, /lang="en"/],
    [{ cookie: 'payload-lng=xx' }, /lang="ar"/],
  ])('shows staff with %o a page in their language first that asks again by itself', async (headers, page) => {
    app.present.isAway = true
    const answer = await ask('/admin/login', { headers })
    expect(answer.status).toBe(503)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.text).toMatch(page)
    expect(answer.text).toContain('http-equiv="refresh"')
  })

  it('answers a save in the panel in the words that its form shows', async () => {
    app.present.isAway = true
    const answer = await ask('/api/pages/1', { method: 'PATCH', headers: { 'accept-language': 'en' } })
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      503,
      { errors: [{ message: expect.stringContaining('Everything typed is still in place') }] },
    ])
  })

  it('leaves it to the forms of the panel that call the server to say so', async () => {
    app.present.isAway = true
    const headers = { 'next-action': 'id', 'content-type': 'text/plain' }
    await ask('/admin/inbox/1', { method: 'POST', headers, body: '[]' })
    expect(app.seen).toHaveLength(1)
    await ask('/admin/inbox/1', { headers })
    expect(app.seen).toHaveLength(1)
  })
})

describe('the log', () => {
  it('holds one line a request, and no token, query or address', async () => {
    await ask('/ar')
    await ask('/ar')
    await ask('/ar/receipt/secret?code=98765')
    await ask('/ar/track-98765')
    await ask('/admin/98765')
    await ask('/98765')
    const lines = await logged()
    expect(lines.map(({ route, status }) => [route, status])).toEqual([
      ['/[locale]', 200],
      ['/[locale]', 200],
      ['/[locale]/receipt/[token]', 200],
      ['/[locale]/[...rest]', 404],
      ['/admin/[[...segments]]', 404],
      ['(no language)', 404],
    ])
    expect(app.log.join()).not.toMatch(/98765|secret|203\.0\.113/)
  })
})
