import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedEntities } from '@/payload/rest/addresses'
import { env } from '@/platform/env'
import { type Asked, ask, payload, status, withRestContent } from '../setup/rest-content'

withRestContent()

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
