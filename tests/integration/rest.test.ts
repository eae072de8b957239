import { describe, expect, it, vi } from 'vitest'
import { processState } from '@/platform/process-state'
import { asSystem } from '@/platform/system-payload'
import { nonEmpty } from '../setup/non-empty'
import { type Asked, ask, type List, payload, status, withRestContent } from '../setup/rest-content'

withRestContent()

const listOf = async (path: string, asked?: Asked) => (await (await ask(path, asked)).json()) as List

describe('what is published', () => {
  it('is read by anybody, in both languages, from any page', async () => {
    const arabic = await ask('/services?limit=2')
    expect(arabic.status).toBe(200)
    expect(arabic.headers.get('access-control-allow-origin')).toBe('*')
    expect(arabic.headers.get('access-control-allow-credentials')).toBeNull()
    const { docs, limit } = (await arabic.json()) as List
    expect([docs.length, limit]).toEqual([2, 2])
    const [english] = (await listOf('/services?limit=2&locale=en')).docs
    expect(english?.id).toBe(docs[0]?.id)
    expect(english?.title).not.toBe(docs[0]?.title)
    expect(await status('/globals/association')).toBe(200)
    expect(await status(`/services/${docs[0]?.id}?depth=0`)).toBe(200)
    expect(await (await ask('/services/count')).json()).toEqual({ totalDocs: expect.any(Number) })
  })

  it('comes in pages of ten at most where nothing is said, and of a hundred at most', async () => {
    for (const query of ['', '?pagination=false']) {
      expect((await listOf(`/services${query}`)).limit, query).toBe(10)
    }
    expect((await listOf('/services?limit=1&pagination=false')).docs).toHaveLength(1)
    expect((await listOf('/services?limit=100')).limit).toBe(100)
    expect(await status('/services?limit=101')).toBe(400)
  })

  it('has its texts in Arabic where no language is named, globals too', async () => {
    const data = { description: 'جمعية في الرياض.' }
    await payload.updateGlobal({ slug: 'association', locale: 'ar', data, ...asSystem('test-setup') })
    for (const as of ['', 'editor']) {
      const association = await (await ask('/globals/association', as ? { as } : {})).json()
      expect(association).toMatchObject(data)
    }
  })

  it('is told in words when the question is out of bounds, in the language of whoever asks', async () => {
    const answer = await ask('/policies?limit=0', { headers: { 'accept-language': 'en' } })
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { errors: [{ message: 'limit is a whole number from 1 to 100.', parameter: 'limit' }] },
    ])
    expect(JSON.stringify(await (await ask('/policies?depth=9')).json())).toContain('العمق من 0 إلى 2')
  })

  it('is not what is a draft, whatever is asked for', async () => {
    const draft = await payload.create({
      collection: 'policies',
      data: { slug: 'only-a-draft', title: 'مسودة', category: 'beneficiary-relations', audiences: ['staff'] },
      locale: 'ar',
      draft: true,
      ...asSystem('test-setup'),
    })
    for (const query of ['draft=true', 'draft=true&depth=0', 'trash=true', 'where[_status][equals]=draft&draft=true']) {
      expect(await status(`/policies/${draft.id}?${query}`), query).toBe(404)
      const { docs } = await listOf(`/policies?limit=100&${query}`)
      expect(
        docs.some(({ id }) => id === draft.id),
        query,
      ).toBe(false)
    }
  })

  it('is not sent again to whoever has it, until something changes', async () => {
    const first = await ask('/policies')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"\d+\.\d+"$/)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const find = vi.spyOn(payload.db, 'find')
    const again = await ask('/policies', { headers: { 'if-none-match': `"other", ${tag}` } })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    expect(find, 'nothing is looked up for it').not.toHaveBeenCalled()
    processState().revision = Number(processState().revision) + 1
    expect(await status('/policies', { headers: { 'if-none-match': tag } })).toBe(200)
    expect((await ask('/policies', { as: 'editor' })).headers.get('etag')).toBeNull()
    expect((await ask('/policies', { as: 'editor' })).headers.get('cache-control')).toBe('private, no-store')
  })

  it('has heads without bodies, and preflights that allow reading', async () => {
    const head = await ask('/policies', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const preflight = await ask('/policies', { method: 'OPTIONS', headers: { origin: 'https://example.org' } })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD'])
    const closed = await ask('/users', { method: 'OPTIONS', headers: { origin: 'https://example.org' } })
    expect(closed.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('can be asked for in a body where an address would be too long, within the same bounds', async () => {
    const post = (body: string, type = 'application/x-www-form-urlencoded') =>
      ask('/policies', {
        method: 'POST',
        body,
        headers: { 'content-type': type, 'x-payload-http-method-override': 'GET' },
      })
    expect((await post('limit=1&depth=0')).status).toBe(200)
    expect((await post('limit=100000')).status).toBe(400)
    expect((await post('{"limit":100000}', 'application/json')).status).toBe(415)
  })
})

describe('everything else', () => {
  const closed: [method: string, path: string][] = [
    ...['users', 'departments', 'payload-preferences', 'payload-locked-documents', 'payload-kv'].flatMap(
      (slug): [string, string][] => [
        ['GET', `/${slug}`],
        ['GET', `/${slug}/000000000000000000000000`],
        ['GET', `/${slug}/count`],
        ['POST', `/${slug}`],
        ['DELETE', `/${slug}?where[id][exists]=true`],
      ],
    ),
    ['GET', '/access'],
    ['GET', '/users/init'],
    ['POST', '/policies/access/1'],
    ['POST', '/globals/association/access'],
    ['GET', '/policies/versions'],
    ['GET', '/policies/versions/1'],
    ['POST', '/policies/versions/1'],
    ['GET', '/globals/association/versions'],
    ['POST', '/globals/association'],
    ['POST', '/policies'],
    ['PATCH', '/policies?where[id][exists]=true'],
    ['DELETE', '/policies/1'],
    ['POST', '/policies/1/duplicate'],
    ['GET', '/media/paste-url/1'],
    ['PUT', '/policies'],
  ]

  it.each(closed)('is closed to whoever is not signed in: %s %s', async (method, path) => {
    const answer = await ask(path, { method, headers: { 'accept-language': 'en' } })
    expect(answer.status).toBe(401)
    expect(JSON.stringify(await answer.json())).toContain('You are not signed in')
    const forged = await ask(path, { method, headers: { cookie: 'payload-token=x', authorization: 'JWT x' } })
    expect(forged.status).toBe(401)
  })

  it('has no other way in than signing in', async () => {
    for (const path of ['/users/first-register', '/users/unlock', '/users/verify/x']) {
      const answer = await ask(path, { method: 'POST', as: 'administrator', body: '{"email":"x@example.org"}' })
      expect([path, [403, 404].includes(answer.status), await answer.text()]).toEqual([path, true, ''])
    }
  })

  it('is open to staff as far as their roles go', async () => {
    expect(await status('/users?limit=5', { as: 'auditor' })).toBe(200)
    expect(await status('/access', { as: 'editor' })).toBe(200)
    expect(await status('/policies/versions', { as: 'editor' })).toBe(200)
    expect(await status('/policies/versions', { as: 'case-officer' })).toBe(403)
    const asked = { method: 'POST', headers: { 'x-payload-http-method-override': 'GET' }, as: 'editor' }
    const picker =
      'depth=0&draft=true&limit=10&locale=ar&page=1&select[title]=true&sort=slug&where[and][0][title][like]=x'
    const headers = { ...asked.headers, 'content-type': 'application/x-www-form-urlencoded' }
    expect(await status('/services', { ...asked, headers, body: picker })).toBe(200)
  })

  it('is not there', async () => {
    for (const path of nonEmpty([
      ...Object.getOwnPropertyNames(Object.prototype).flatMap((name) => [`/${name}`, `/globals/${name}`]),
      ...[
        '/',
        '/globals',
        '/nothing',
        '/og',
        '/graphql',
        '/payload-jobs/run',
        '/inquiries',
        '/attachments',
        '/inquiry-events',
      ],
      ...['/survey-responses', '/system-records', '/payload-migrations', '/policies/a/b', '/globals/association/a/b'],
    ])) {
      const answer = await ask(path)
      expect([path, [401, 404].includes(answer.status)]).toEqual([path, true])
      expect(await answer.text()).not.toContain(path.slice(1) || '127.0.0.1')
    }
  })

  it('says to a browser that nobody is signed in, and nothing more', async () => {
    for (const headers of [{}, { authorization: 'JWT x' }] as Record<string, string>[]) {
      const { message, ...answer } = await (await ask('/users/me', { headers })).json()
      expect([answer, typeof message]).toEqual([{ user: null }, 'string'])
    }
    expect(await (await ask('/users/me', { as: 'editor' })).json()).toMatchObject({
      user: { email: 'editor@example.org' },
    })
  })
})
