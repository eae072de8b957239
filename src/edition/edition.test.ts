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
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { downloadHeaders } from '@/platform/file-name'
import { Gate } from './body'
import { createEdition } from './edition'
import { Files } from './files'
import { headerSets } from './headers'
import { loopback } from './loopback'
import { Pages } from './pages'
import { RequestLog } from './request-log'
import { readRoutes } from './routes'
import { Shelf } from './shelf'

const siteUrl = 'https://site.example'
const knownAction = `40${'a'.repeat(40)}`

/** What stands in for Next: it counts, fails and depends on the request when a test says so. */
interface Application {
  server: Server
  pages: Pages
  port: number
  seen: Array<{ method: string; url: string; headers: IncomingHttpHeaders; body: string }>
  log: string[]
  present: { revision: number | null; day: string; isAway: boolean; failures: number }
  isBroken: boolean
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
  if (method === 'POST' && pathname === '/ar/contact') {
    if (!body.includes(knownAction)) return void send(409, 'gone', { 'x-nextjs-action-not-found': '1' })
    if (body.includes('please fail')) return void send(500, '<html id="__next_error__"></html>')
    if (body.includes('please err')) return void send(200, html('<p>error beside the field</p>'))
    return void send(303, '', { Location: '/ar/receipt/secret' })
  }
  switch (pathname) {
    case '/ar':
      return void send(200, html(`<p>home of revision ${app.present.revision}</p>`))
    case '/ar/contact':
      return void send(200, html(`<h1>contact</h1>${form}`))
    case '/ar/policies':
      return void send(200, html(`<p>${url}</p>`, '<meta name="edition-query" content="category">'))
    case '/ar/receipt/secret':
      return void send(200, html(`<p>${url} ${req.headers.cookie}</p>`, '<meta name="edition-keep" content="no">'))
    case '/ar/404':
      return void send(200, html('<p>not here</p>', '<meta name="edition-status" content="404">'))
    case '/ar/notice/too-large':
      return void send(200, html('<p>too large</p>', '<meta name="edition-status" content="413">'))
    case '/ar/notice/busy':
      return void send(200, html('<p>busy</p>', '<meta name="edition-status" content="503">'))
    case '/sitemap.xml':
      return void send(200, `<urlset><url><loc>${siteUrl}/ar</loc></url></urlset>`, {
        'Content-Type': 'application/xml',
        'Cache-Control': 'private, no-cache, no-store',
      })
    case '/challenge':
      return void send(200, '{}', { 'Content-Type': 'application/json', 'X-Own': 'yes' })
    case '/admin':
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
  const directory = await mkdtemp(path.join(tmpdir(), 'edition-'))
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
  const shelf = new Shelf({
    directory: path.join(directory, 'shelf'),
    buildId: 'b1',
    maxBytes: 10_000_000,
    settleMs: 0,
    present: () => present,
    verify: async () => undefined,
  })
  const gate = new Gate(2)
  const clientAddress = () => '203.0.113.9'
  const pages = new Pages({
    render: loopback(application),
    shelf,
    siteUrl,
    headers: headers.page,
    trustedProxies: 0,
    gate,
    clientAddress,
  })
  const files = await Files.open({
    publicDir: path.join(directory, 'public'),
    staticDir: path.join(directory, 'static'),
    shelfDir: path.join(directory, 'shelf'),
    buildId: 'b1',
    headers: headers.asset,
  })
  const log = new RequestLog((text) => lines.push(...text.trim().split('\n')))
  const server = createServer(
    createEdition({
      shelf,
      pages,
      files,
      log,
      gate,
      headers,
      clientAddress,
      routes: readRoutes({
        '/(site)/[locale]/page': '/[locale]',
        '/(site)/[locale]/[...rest]/page': '/[locale]/[...rest]',
        '/(site)/[locale]/contact/page': '/[locale]/contact',
        '/(site)/[locale]/policies/page': '/[locale]/policies',
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
      isDatabaseMissing: async () => present.isAway,
      readiness: async () => ({ isDatabaseReachable: !present.isAway, revision: present.revision }),
    }),
  )
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  app = { server, pages, port, seen: [], log: lines, present, isBroken: false, directory }
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

  it('that depends on the request is private and made anew for each', async () => {
    const first = await ask('/ar/receipt/secret', { headers: { cookie: 'a=1' } })
    await ask('/ar/receipt/secret')
    expect(first.text).toContain('a=1')
    expect(first.headers['cache-control']).toBe('private, no-store')
    expect(app.seen.filter(({ url }) => url === '/ar/receipt/secret').length).toBeGreaterThanOrEqual(2)
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

  it('shelves what is public of the application and passes on the rest as it is', async () => {
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

  it('get their errors as a pressed page that nobody keeps', async () => {
    const answer = await submit('/ar/contact', { [`$ACTION_ID_${knownAction}`]: '', message: 'please err' })
    expect(answer.text).toContain('error beside the field')
    expect(answer.text).not.toContain('script')
    expect(answer.headers['cache-control']).toBe('private, no-store')
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

  it('answers a declared length that is too large before it reads, in the words of the site', async () => {
    const answer = await ask('/ar/contact', {
      method: 'POST',
      headers: { ...type, 'content-length': '20000000' },
      body: Buffer.alloc(20_000_000),
    })
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('too large')
    expect(app.seen.filter(({ method }) => method === 'POST')).toHaveLength(0)
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
    ['/api/users', 'application/json', 900_000, 200],
    ['/api/users', 'multipart/form-data; boundary=b', 5_000_000, 413],
    ['/api/media', 'multipart/form-data; boundary=b', 15_900_000, 413],
    ['/api/media', 'application/json', 1_100_000, 413],
  ])('%s as %s with %i bytes is answered %i', async (url, contentType, bytes, status) => {
    const headers = { 'content-type': contentType, 'content-length': String(bytes) }
    expect((await ask(url, { method: 'POST', headers, body: Buffer.alloc(bytes) })).status).toBe(status)
  })

  it('asks for the length of what it passes on', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    expect((await ask('/api/users', { method: 'POST', headers, body: '{}' })).status).toBe(411)
  })

  it('takes only so many large bodies at once and says when to come back', async () => {
    const slow = Array.from({ length: 2 }, () => {
      const outgoing = request({
        port: app.port,
        host: '127.0.0.1',
        path: '/ar/contact',
        method: 'POST',
        headers: { ...type, 'content-length': '1000000' },
        agent: false,
      })
      outgoing.on('error', () => undefined)
      outgoing.write('x')
      return outgoing
    })
    await new Promise((arrived) => setTimeout(arrived, 50))
    const answer = await ask('/ar/contact', {
      method: 'POST',
      headers: { ...type, 'content-length': '1000000' },
      body: Buffer.alloc(1_000_000),
    })
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30'])
    expect(answer.text).toContain('busy')
    for (const outgoing of slow) outgoing.destroy()
    await new Promise((gone) => setTimeout(gone, 50))
    const after = await ask('/ar/contact', {
      method: 'POST',
      headers: { ...type, 'content-length': '1000000' },
      body: Buffer.alloc(1_000_000),
    })
    expect(after.status).not.toBe(503)
  })
})

describe('the panel', () => {
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
    const headers = { 'next-action': 'id', 'content-length': '0' }
    await ask('/admin/inbox/1', { method: 'POST', headers })
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
