import { describe, expect, it } from 'vitest'
import { app, ask, withDelivery } from '../../tests/setup/delivery'

withDelivery()

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

  it('takes a form that asks for an export, and shows nothing at its address', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const asked = await ask('/admin-files/cases', { method: 'POST', headers: form, body: 'reason=monthly' })
    expect([asked.status, app.seen.map(({ method }) => method)]).toEqual([200, ['POST']])
    const opened = await ask('/admin-files/cases')
    expect([opened.status, opened.headers.allow]).toEqual([405, 'POST'])
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
