import { describe, expect, it } from 'vitest'
import { app, ask, knownAction, posted, submit, withDelivery } from '../../tests/setup/delivery'

withDelivery()

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
    ['by a browser that says nothing more', {}, 303, [undefined], ''],
    ['by a browser that knows of no other site', { 'sec-fetch-site': 'same-origin' }, 303, [undefined], ''],
    ["from another site's sandbox", { 'sec-fetch-site': 'cross-site' }, 409, [], 'من صفحة خارج هذا الموقع'],
  ])('whose origin is null, sent %s, are answered %i', async (_, headers, status, origins, words) => {
    const fields = { [`$ACTION_ID_${knownAction}`]: '', message: 'typed' }
    const answer = await submit('/ar/contact', fields, { origin: 'null', ...headers })
    expect(answer.status).toBe(status)
    expect(posted().map((post) => post.headers.origin)).toEqual(origins)
    expect(answer.text).toContain(words)
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
    expect(posted()).toHaveLength(0)
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
    expect(posted()).toHaveLength(0)
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
      expect(posted()).toHaveLength(0)
    },
  )
})
