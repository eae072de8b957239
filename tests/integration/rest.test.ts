import Ajv2020 from 'ajv/dist/2020'
import fc from 'fast-check'
import { type FlattenedField, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { publishedEntities } from '@/payload/rest/addresses'
import { isFieldPublished } from '@/payload/rest/asked-fields'
import { guardedRest } from '@/payload/rest/guarded-rest'
import { describeRest } from '@/payload/rest/openapi'
import { roles } from '@/platform/access'
import { env } from '@/platform/env'
import { processState } from '@/platform/process-state'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { sessionOf } from '../factories/staff'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

/** REST as anybody meets it: Payload's own handlers behind the guard, on published content. */

let payload: Payload
let stop: () => Promise<void>
const tokens = new Map<string, string>()

interface Asked {
  method?: string
  body?: BodyInit
  headers?: Record<string, string>
  as?: string
}

let visitors = 0
/** Each question comes from somebody else, so that none is too many. */
const nextAddress = () => {
  visitors += 1
  return `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`
}

async function ask(path: string, { method = 'GET', body, headers = {}, as }: Asked = {}): Promise<Response> {
  const config = Promise.resolve(payload.config)
  const handler = (request: Request) => handleEndpoints({ config, request })
  const token = as && tokens.get(as)
  const request = new Request(`http://127.0.0.1:3000/api${path}`, {
    method,
    headers: { 'x-client-address': nextAddress(), ...(token ? { authorization: `JWT ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const slug = new URL(request.url).pathname.split('/').slice(2).map(decodeURIComponent)
  return guardedRest(handler, config)(request, { params: Promise.resolve({ slug }) })
}
const status = async (path: string, asked: Asked = {}) => (await ask(path, asked)).status

interface List {
  docs: Record<string, unknown>[]
  totalDocs: number
  limit: number
}
const listOf = async (path: string, asked?: Asked) => (await (await ask(path, asked)).json()) as List

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  for (const role of roles) {
    const account = { email: `${role}@example.org`, password: 'four words to remember' }
    await payload.create({
      collection: 'users',
      data: { name: role, roles: [role], ...account },
      ...asSystem('test-setup'),
    })
    tokens.set(role, await sessionOf(payload, account.email))
  }
  await runSeeds(payload)
  processState().revision = 7
}, 90_000)
afterAll(() => stop())

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

describe('a client', () => {
  it('is told to wait when it asks too often, and is counted by its address', async () => {
    const from = (address: string) => ({ headers: { 'x-client-address': address } })
    for (let asked = 0; asked < env().LIMIT_API_PER_ADDRESS; asked += 1) {
      await ask('/users/me', from(`2001:db8::${asked.toString(16)}`))
    }
    const refused = await ask('/policies', from('2001:db8::ffff'))
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(await status('/policies', from('2001:db8:0:1::1'))).toBe(200)
    expect(await status('/policies', { ...from('2001:db8::1'), as: 'editor' })).toBe(200)
  })

  it('that sends what nobody can read is never answered with a failure', async () => {
    const { collections, globals } = publishedEntities(payload.config)
    const name = fc.constantFrom(
      ...new Set(
        [...collections, ...globals].flatMap(({ flattenedFields }) => flattenedFields.map((field) => field.name)),
      ),
      ...['id', 'sections.clauses.text', 'policy.title', 'policy.id', 'updatedBy.hash', 'department.lead.email'],
      ...['nothing', 'a.b.c', '0', 'alt.ar', 'sections.0.kind', 'brief.sentence'],
    )
    const operator = fc.constantFrom(
      ...[
        'equals',
        'not_equals',
        'in',
        'not_in',
        'all',
        'exists',
        'like',
        'not_like',
        'contains',
        'greater_than',
        'less_than_equal',
      ],
    )
    const value = fc.constantFrom(
      '',
      'x',
      '1',
      'true',
      'null',
      '-1',
      '%',
      '_',
      "'",
      '"',
      '\\',
      '1,2',
      '{}',
      '[]',
      '2026-13-45',
      '(',
      '.*',
      'س',
    )
    const condition = fc
      .tuple(name, operator, value)
      .map(([field, is, that]) => `where[${field}][${is}]=${encodeURIComponent(that)}`)
    const other = fc.oneof(
      name.map((field) => `sort=-${field}`),
      name.map((field) => `select[${field}]=true`),
      fc.constantFrom('limit=100', 'page=9', 'depth=2', 'locale=en', 'fallback-locale=none', 'pagination=false'),
      fc.constantFrom(
        'populate[policies][title]=true',
        'populate[users][email]=true',
        'joins[x][limit]=5',
        'data=x',
        'data={',
      ),
    )
    const base = fc.constantFrom(
      ...collections.flatMap(({ slug }) => [
        `/${slug}`,
        `/${slug}/count`,
        `/${slug}/x`,
        `/${slug}/000000000000000000000000`,
      ]),
      ...globals.map(({ slug }) => `/globals/${slug}`),
    )
    await fc.assert(
      fc.asyncProperty(base, fc.array(fc.oneof(condition, other), { maxLength: 4 }), async (path, query) => {
        const address = `${path}?${query.join('&')}`
        const answer = await ask(address)
        expect([address, answer.status < 500]).toEqual([address, true])
        expect(await answer.text()).not.toMatch(/"(hash|salt|password)":"|@example\.org/)
      }),
      { numRuns: 500 },
    )
  }, 120_000)

  const json = { 'content-type': 'application/json' }

  it.each<[path: string, asked: Asked, status: number]>([
    ['/users/login', { method: 'POST', body: '{bad', headers: json }, 401],
    ['/users/login', { method: 'POST', body: 'null', headers: json }, 401],
    ['/users/login', { method: 'POST', body: '[]', headers: json }, 401],
    ['/users/login', { method: 'POST', body: '{"email":{"a":1},"password":[1]}', headers: json }, 401],
    ['/users/login', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }, 401],
    ['/users/reset-password', { method: 'POST', body: '{"token":{"$ne":1},"password":{}}', headers: json }, 403],
    ['/users/forgot-password', { method: 'POST', body: '{"email":["a"]}', headers: json }, 400],
    ['/users/logout', { method: 'POST' }, 200],
    ['/users/refresh-token', { method: 'POST' }, 401],
    ['/survey-trace/1', { method: 'POST', body: '{bad', headers: json }, 400],
    [
      '/survey-trace/1',
      { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
      400,
    ],
    ['/survey-trace/1', { method: 'POST' }, 400],
    ['/survey-next-round/x', { method: 'POST' }, 403],
    ['/survey-results/x/results.csv', {}, 403],
    ['/survey-results/x/constructor', {}, 404],
    ['/media/file/none.webp', {}, 404],
    ['/media/file/..%2f..%2fdatabase.sqlite', {}, 403],
    ['/media/file/a%00b.webp', {}, 404],
    [`/media/file/${'x'.repeat(2000)}`, {}, 404],
  ])('gets an answer and no failure for %s %o', async (path, asked, expected) => {
    expect(await status(path, asked)).toBe(expected)
  })
})

describe('the description for programs', () => {
  it('is at a stable address, for anybody', async () => {
    const answer = await ask('/openapi.json')
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect(await answer.json()).toMatchObject({ openapi: '3.1.0', paths: expect.any(Object) })
  })

  it('names every published collection and global, with the fields that anybody reads and no others', () => {
    const { collections, globals } = publishedEntities(payload.config)
    expect(collections.map(({ slug }) => slug).sort()).toEqual([
      'editions',
      'media',
      'pages',
      'policies',
      'services',
      'surveys',
    ])
    const { paths, components } = describeRest(payload.config)
    for (const { slug } of nonEmpty(collections)) {
      for (const path of [`/${slug}`, `/${slug}/{id}`, `/${slug}/count`]) expect(paths).toHaveProperty([path, 'get'])
    }
    for (const { slug } of nonEmpty(globals)) expect(paths).toHaveProperty([`/globals/${slug}`, 'get'])
    const notPublished = payload.config.collections.map(({ slug }) => slug).filter((slug) => !paths[`/${slug}`])
    expect(notPublished).toEqual(expect.arrayContaining(['users', 'departments', 'inquiries', 'survey-responses']))

    const published = (fields: readonly FlattenedField[]) =>
      fields.filter((field) => isFieldPublished(field)).map(({ name }) => name)
    for (const { slug, flattenedFields } of nonEmpty([...collections, ...globals])) {
      const described = Object.keys(components.schemas[slug]?.properties ?? {})
      const wanted = published(flattenedFields)
      expect([slug, wanted.filter((name) => !described.includes(name))]).toEqual([slug, []])
      expect([slug, described.filter((name) => !['id', 'globalType', ...wanted].includes(name))]).toEqual([slug, []])
    }
    expect(JSON.stringify(components.schemas.policies?.properties)).not.toMatch(/updatedBy|reviewOn/)
  })

  it('holds for what is answered', async () => {
    const description = describeRest(payload.config)
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
    ajv.addSchema(description, 'rest')
    const { collections, globals } = publishedEntities(payload.config)
    for (const path of nonEmpty([
      ...collections.map(({ slug }) => `/${slug}`),
      ...globals.map(({ slug }) => `/globals/${slug}`),
    ])) {
      const pointer = `rest#/paths/${path.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`
      for (const query of ['?depth=0&limit=100', '?depth=2&limit=100&locale=en', '?select[title]=true&limit=100']) {
        const answer = (await (await ask(path + query)).json()) as List
        expect([path, path.startsWith('/globals') || answer.docs.length > 0]).toEqual([path, true])
        const isValid = ajv.validate({ $ref: pointer }, answer)
        expect([
          path,
          query,
          isValid,
          ajv.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`),
        ]).toEqual([path, query, true, undefined])
      }
    }
    for (const path of ['/policies?limit=0', '/nothing']) {
      expect(ajv.validate({ $ref: 'rest#/components/schemas/Errors' }, await (await ask(path)).json())).toBe(true)
    }
  })
})
