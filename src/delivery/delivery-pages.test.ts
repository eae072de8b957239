import { describe, expect, it } from 'vitest'
import { app, ask, submit, withDelivery } from '../../tests/setup/delivery'

withDelivery()

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
    ['/', 'en-GB,en', 307, '/en', 'Accept-Language'],
    ['/', 'ar', 307, '/ar', 'Accept-Language'],
    ['/policies?a=1', 'ar', 307, '/ar/policies?a=1', 'Accept-Language'],
    ['/AR/policies/', undefined, 308, '/ar/policies', undefined],
  ])('%s for %s → %i %s', async (url, language, status, location, vary) => {
    const answer = await ask(url, { headers: language ? { 'accept-language': language } : {} })
    expect([answer.status, answer.headers.location, answer.headers.vary]).toEqual([status, location, vary])
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
    // Where a page says so, it is the one of what is not there.
    expect(['', '/ar/404']).toContain(app.seen.map((asked) => asked.url).join())
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
    ['/media/../secret.txt', 400],
    ['/media/..%2Fsecret.txt', 400],
    ['/media/%2e%2e/secret.txt', 400],
    ['/media/%2e%2e%2fsecret.txt', 400],
    ['/media/.env', 404],
    ['/media/', 308],
    ['/js/../../secret.txt', 400],
    ['/media/a%00b', 400],
  ])('gives nothing away at %s', async (url, status) => {
    const answer = await ask(url)
    expect(answer.status).toBe(status)
    expect(answer.text).not.toContain('secret')
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
    const logged = () => {
      app.log.flush()
      return app.lines.map((line) => JSON.parse(line) as { route: string; status: number })
    }
    await expect
      .poll(() => logged().map(({ route, status }) => [route, status]))
      .toEqual([
        ['/[locale]', 200],
        ['/[locale]', 200],
        ['/[locale]/receipt/[token]', 200],
        ['/[locale]/[...rest]', 404],
        ['/admin/[[...segments]]', 404],
        ['(no language)', 404],
      ])
    expect(app.lines.join()).not.toMatch(/98765|secret|203\.0\.113/)
  })
})
