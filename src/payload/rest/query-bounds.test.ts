import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KindOf } from './asked-fields'
import { type Audience, boundsOf, readQuery as read } from './query-bounds'

const kinds: Record<string, ReturnType<KindOf>> = {
  order: 'number',
  updatedAt: 'date',
  isOpen: 'checkbox',
  policy: 'id',
  id: 'id',
  body: 'parts',
  hash: null,
}
const kindOf: KindOf = (path) => (path in kinds ? kinds[path] : 'text')
const readQuery = (search: string, reader: { audience: Audience; isReading?: boolean; kindOf?: KindOf }) =>
  read(search, { kindOf, ...reader })

const refused = (search: string, audience: 'anybody' | 'staff' = 'anybody') => {
  const read = readQuery(search, { audience })
  return read.status === 'refused' ? read.error.parameter : null
}

describe('a query', () => {
  it('has bounds where it says none', () => {
    expect(readQuery('', { audience: 'anybody' })).toEqual({ status: 'ok', query: { limit: '10', locale: 'ar' } })
    expect(readQuery('', { audience: 'staff' })).toEqual({ status: 'ok', query: { locale: 'ar' } })
  })

  it('keeps what it says within them, and passes over what has no meaning for anybody', () => {
    const said =
      '?limit=100&page=3&depth=2&sort=-title,slug&locale=en&where[or][0][slug][equals]=about&where[or][1][order][in]=1,2&select[title]=true&draft=true&pagination=false&trash=true&utm=x'
    expect(readQuery(said, { audience: 'anybody' })).toMatchObject({
      status: 'ok',
      query: { limit: '100', page: '3', depth: '2', sort: '-title,slug', locale: 'en', select: { title: 'true' } },
    })
    const read = readQuery(said, { audience: 'anybody' })
    const names = read.status === 'ok' ? Object.keys(read.query) : []
    expect(names).not.toEqual(expect.arrayContaining(['draft', 'pagination', 'trash', 'utm']))
    expect(readQuery('draft=true&pagination=false', { audience: 'staff' })).toMatchObject({ query: { draft: 'true' } })
  })

  it.each<[search: string, parameter: string | null]>([
    ...['0', '-1', '101', '100000', 'NaN', 'Infinity', '1e2', '1.5', ' 5', '', '10,20'].map(
      (limit): [string, string] => [`limit=${limit}`, 'limit'],
    ),
    ['limit=10&limit=20', 'limit'],
    ['limit[]=10', 'limit'],
    ['limit[constructor]=1', 'limit'],
    ...['3', '-1', '10', 'NaN', 'x', '1.5'].map((depth): [string, string] => [`depth=${depth}`, 'depth']),
    ...['0', '-1', 'NaN', '1.5', '999999999999'].map((page): [string, string] => [`page=${page}`, 'page']),
    ['page=99999&limit=100', 'page'],
    ['sort=', 'sort'],
    ['sort=a,b,c,d', 'sort'],
    ['sort=constructor', 'sort'],
    ['sort=-valueOf', 'sort'],
    ['sort=title;drop', 'sort'],
    ['sort[a]=b', 'sort'],
    [`sort=${'x'.repeat(101)}`, 'sort'],
    ['where=x', 'where'],
    ['where={', 'where'],
    ['where=[]', 'where'],
    ['where=1', 'where'],
    ['where={"__proto__":{"equals":1}}', 'query'],
    ['where[constructor][equals]=1', 'where'],
    ['where[toString][exists]=true', 'where'],
    ['where[title]=x', 'where'],
    ['where[title][equals][]=x', 'where'],
    ['where[title][equals][]', 'where'],
    ['where[title][equals][a]=x', 'where'],
    ['where[title][$where]=1', 'where'],
    ['where[title][constructor]=1', 'where'],
    ['where[title][near]=1,2', 'where'],
    ['where[title; drop][equals]=1', 'where'],
    ['where[title][equals]=%00', 'where'],
    [`where[title][like]=${'x'.repeat(501)}`, 'where'],
    [`where[title][in]=${'1,'.repeat(101)}`, 'where'],
    ['where[and]=x', 'where'],
    ['where[and][0]=x', 'where'],
    [`where${'[and][0]'.repeat(4)}[a][equals]=1`, null],
    [`where=${'{"and":['.repeat(8)}{"a":{"equals":1}}${']}'.repeat(8)}`, 'where'],
    [`${Array.from({ length: 21 }, (_, index) => `where[or][${index}][a][equals]=1`).join('&')}`, 'where'],
    ['select[title]=yes', 'select'],
    ['select=title', 'select'],
    ['select[__proto__]=true', 'query'],
    ['where[__proto__][equals]=1', 'query'],
    ['where[%5f%5fpr%6Fto__][equals]=1', 'query'],
    ['select[a][b][c][d][e][f][g][h][i]=true', 'select'],
    ['populate[constructor][x]=true', 'populate'],
    ['locale=constructor', 'locale'],
    ['locale=all', 'locale'],
    ['locale[]=ar', 'locale'],
    ['fallback-locale=xx', 'fallback-locale'],
    ['fallbackLocale[toString]=ar', 'fallbackLocale'],
    ['draft=maybe', 'draft'],
    ['pagination[]=false', 'pagination'],
    [`x=${'y'.repeat(13_000)}`, 'query'],
    ['&'.repeat(1001), 'query'],
  ])('is refused by the name of what is wrong with it: %s → %s', (search, parameter) => {
    expect(refused(search)).toBe(parameter)
  })

  it('may ask for more when it comes from the panel, and for pages within the same bounds', () => {
    const ids = Array.from({ length: 1500 }, (_, index) => index.toString(16).padStart(24, '0')).join(',')
    expect(refused(`where[id][in]=${ids}`, 'staff')).toBeNull()
    expect(refused('locale=all', 'staff')).toBeNull()
    expect(refused('limit=0', 'staff')).toBe('limit')
    expect(refused('depth=3', 'staff')).toBe('depth')
    expect(refused('where=x', 'staff')).toBe('where')
  })

  it.each([
    ['where[title][equals]=a', true],
    ['where[title][like]=سؤال', true],
    ['where[title][in]=a,b', true],
    ['where[title][all]=a', false],
    ['where[title][exists]=maybe', false],
    ['where[title][exists]=false', true],
    ['where[hash][equals]=a', false],
    ['sort=hash', false],
    ['where[order][greater_than]=1.5', true],
    ['where[order][equals]=-3', true],
    ['where[order][equals]=null', false],
    ['where[policy][equals]=null', true],
    ['where[order][equals]=', false],
    ['where[order][equals]=NaN', false],
    ['where[order][in]=1,2', true],
    ['where[order][in]=1,', false],
    ['where[order][in]=1,null', false],
    ['where[order][contains]=1', false],
    ['where[updatedAt][less_than]=2026-11-25', true],
    ['where[updatedAt][less_than]=2026-11-25T10:00:00.000Z', true],
    ['where[updatedAt][less_than]=2026-13-45', false],
    ['where[updatedAt][contains]=2026', false],
    ['where[isOpen][equals]=true', true],
    ['where[isOpen][equals]=1', false],
    ['where[policy][equals]=0390dd14-6ad1-4701-81d5-0a1859a0bb56', true],
    ['where[policy][in]=6b065e510ad958375a980c1f,6b065e510ad958375a980c20', true],
    ['where[policy][in]=6b065e510ad958375a980c1f,null', false],
    ['where[id][equals]=1,2', false],
    ['where[id][not_equals]=', true],
    ['where[id][like]=1', false],
    ['where[body][like]=x', false],
    ['where[body][exists]=true', true],
  ])('asks of each field what both databases can answer: %s is %s', (search, isAsked) => {
    expect(readQuery(search, { audience: 'anybody' }).status === 'ok').toBe(isAsked)
  })

  it('that changes documents says which ones, and no page of them', () => {
    expect(readQuery('limit=0&where[title][in]=a,b', { audience: 'staff', isReading: false })).toMatchObject({
      status: 'ok',
    })
    expect(readQuery('where=x', { audience: 'staff', isReading: false })).toMatchObject({ status: 'refused' })
  })

  it('of any kind is answered for in words or in an ordinary tree, in time that grows with its length', () => {
    const piece = fc.constantFrom(
      ...['where', 'limit', 'sort', 'select', 'and', 'or', '__proto__', 'constructor', 'title', 'equals', 'in', '0'],
      ...['[', ']', '[]', '=', '&', '%', '%00', '%ff', '.', ',', '{"', '":', '}', '-', '1', 'é'],
    )
    const seen = new Set<string>()
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('anybody' as const, 'staff' as const),
        (pieces, audience) => {
          const read = readQuery(pieces.join(''), { audience })
          seen.add(read.status)
          const isRefused = read.status === 'refused'
          expect(isRefused ? read.error.words.ar : JSON.stringify(read.query)).toMatch(
            isRefused ? /[\u0621-\u064a]/ : /^(?!.*"(__proto__|constructor)":)/,
          )
        },
      ),
      { numRuns: 3000 },
    )
    expect(seen).toEqual(new Set(['ok', 'refused']))
    for (const nasty of ['[', '%5b%5d', 'a[b]', '&a[]=1', '=', ',', '-', 'where[a][in]=1,', '{"a":'].map((text) =>
      text.repeat(200_000).slice(0, boundsOf.staff.length),
    )) {
      const started = performance.now()
      readQuery(`where=${nasty}`, { audience: 'staff' })
      readQuery(nasty, { audience: 'staff' })
      expect(performance.now() - started).toBeLessThan(100)
    }
  })
})
