import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { preferredLocale } from '@/i18n/preferred-locale'
import { type Address, readAddress } from './address'
import { readRoutes } from './routes'

const isKnown = (path: string) => path === '/sitemap.xml' || path === '/js/form.js'

describe('readAddress', () => {
  it.each<[string, Address]>([
    ['/ar', { kind: 'page', locale: 'ar', path: '/ar', query: '' }],
    ['/en/policies?x=1', { kind: 'page', locale: 'en', path: '/en/policies', query: '?x=1' }],
    ['/ar/', { kind: 'moved', location: '/ar' }],
    ['/AR/policies/?x=1', { kind: 'moved', location: '/ar/policies?x=1' }],
    ['/en//policies', { kind: 'moved', location: '/en/policies' }],
    ['//evil.example/ar', { kind: 'unlocalized', path: '/evil.example/ar', query: '' }],
    ['//ar/x', { kind: 'moved', location: '/ar/x' }],
    ['/', { kind: 'unlocalized', path: '/', query: '' }],
    ['/?utm=1', { kind: 'unlocalized', path: '/', query: '?utm=1' }],
    ['/policies', { kind: 'unlocalized', path: '/policies', query: '' }],
    ['/sitemap.xml', { kind: 'other', path: '/sitemap.xml', query: '' }],
    ['/js/form.js', { kind: 'other', path: '/js/form.js', query: '' }],
    ['/admin/login', { kind: 'other', path: '/admin/login', query: '' }],
    ['/api/users?a=%20', { kind: 'other', path: '/api/users', query: '?a=%20' }],
    ['/administration', { kind: 'unlocalized', path: '/administration', query: '' }],
    ['/media/a%20b.png', { kind: 'other', path: '/media/a%20b.png', query: '' }],
    ['http://evil.example/ar', { kind: 'page', locale: 'ar', path: '/ar', query: '' }],
    ['/ar/%D8%B3', { kind: 'page', locale: 'ar', path: '/ar/%D8%B3', query: '' }],
    ['/ar/%d8%b3', { kind: 'moved', location: '/ar/%D8%B3' }],
    ['/ar/%41', { kind: 'moved', location: '/ar/A' }],
    ['/ar/%', { kind: 'malformed' }],
    ['/ar/%25', { kind: 'malformed' }],
    ['/ar/a%2Fb', { kind: 'malformed' }],
    ['/ar/%0d%0aSet-Cookie', { kind: 'malformed' }],
    ['/ar/%5c%5cevil', { kind: 'malformed' }],
    ['/media/../x', { kind: 'malformed' }],
    ['*', { kind: 'malformed' }],
    // A second reader would find a page of the site behind these.
    ['/api/../ar/contact', { kind: 'malformed' }],
    ['/api/%2e%2e/ar/contact', { kind: 'malformed' }],
    ['/admin/.%2E/ar/contact', { kind: 'malformed' }],
    ['/_next/./../ar', { kind: 'malformed' }],
    ['/admin/..%2far/contact', { kind: 'malformed' }],
    ['/admin/%5c..%5car', { kind: 'malformed' }],
    ['/admin\\..\\ar', { kind: 'malformed' }],
    ['/admin/a%3F/../../ar', { kind: 'malformed' }],
    ['/admin#/../ar', { kind: 'malformed' }],
    ['/admin/%23', { kind: 'malformed' }],
    ['/admin/;/ar', { kind: 'malformed' }],
    ['/admin/%3B', { kind: 'malformed' }],
    ['/api/%252e%252e/ar', { kind: 'malformed' }],
    ['/api/a%00b', { kind: 'malformed' }],
    ['/api/%c0%ae%c0%ae/ar', { kind: 'malformed' }],
    ['/api/%e0%80%af', { kind: 'malformed' }],
    ['/api/%ed%a0%80', { kind: 'malformed' }],
    ['/api/\xff', { kind: 'malformed' }],
    ['/ar/%E2%80%A8', { kind: 'malformed' }],
    ['http://evil.example', { kind: 'unlocalized', path: '/', query: '' }],
    ['http://evil.example/api/../ar', { kind: 'malformed' }],
    ['ftp://evil.example/ar', { kind: 'malformed' }],
    // Other spellings of one address.
    ['//api//users/', { kind: 'moved', location: '/api/users' }],
    ['/admin/', { kind: 'moved', location: '/admin' }],
    ['/api/%75sers?a=1', { kind: 'moved', location: '/api/users?a=1' }],
    ['/media/a,b%2Bc.png', { kind: 'moved', location: '/media/a,b+c.png' }],
    ['/ar/...', { kind: 'page', locale: 'ar', path: '/ar/...', query: '' }],
    // Some clients send Arabic as the bytes that it is.
    [`/ar/${Buffer.from('سؤال').toString('latin1')}`, { kind: 'moved', location: '/ar/%D8%B3%D8%A4%D8%A7%D9%84' }],
    [
      `/ar/search?q=${Buffer.from('سؤال').toString('latin1')}`,
      { kind: 'page', locale: 'ar', path: '/ar/search', query: '?q=%D8%B3%D8%A4%D8%A7%D9%84' },
    ],
    ['/ar?q=a b', { kind: 'page', locale: 'ar', path: '/ar', query: '?q=a%20b' }],
    ['/ar?q=\xff', { kind: 'malformed' }],
    ['/ar?a\r\nSet-Cookie:b', { kind: 'malformed' }],
    [`/ar/${'x'.repeat(3000)}`, { kind: 'malformed' }],
    [
      `/ar/search?q=${'%D8%B3'.repeat(1500)}`,
      { kind: 'page', locale: 'ar', path: '/ar/search', query: `?q=${'%D8%B3'.repeat(1500)}` },
    ],
    [`/ar/search?q=${'x'.repeat(13_000)}`, { kind: 'malformed' }],
  ])('%s', (url, expected) => {
    expect(readAddress(url, isKnown)).toEqual(expected)
  })
})

describe('any request target', () => {
  const bytes = fc.string({ unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)) })
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('ar', 'en', 'AR', 'admin', 'api', '_next', 'media', 'contact', 'users') },
    { weight: 3, arbitrary: fc.constantFrom('.', '..', '%2e', '%2E%2e', '.%2e', '%2f', '%5c', '\\', '%00', '%25') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(';', '%3b', '?', '%3f', '#', '%23', '%0a', '%c0%ae', '%e2%80%a8', ':', '@'),
    },
    { weight: 1, arbitrary: bytes },
    { weight: 1, arbitrary: fc.string().map(encodeURIComponent) },
  )
  // Some begin as addresses that are not the site's own, or are such an address whole.
  const start = fc.constantFrom('', '', 'admin', 'api/users', '_next', 'media/a', 'sitemap.xml', 'js/form.js', 'admins')
  const target = fc
    .tuple(
      fc.constantFrom('', '', 'http://evil.example', 'HTTPS://ar@evil.example:80'),
      start,
      fc.array(fc.tuple(fc.constantFrom('/', '//', ''), piece), { maxLength: 8 }),
    )
    .map(([host, beginning, pieces]) => `${host}/${beginning}${pieces.flat().join('')}`)

  /** What Node's, Next's and every browser's reading of addresses makes of it. */
  const readAgain = (path: string) => new URL(path, 'http://site.example')

  it('is read as one path by the delivery and by later readers', () => {
    fc.assert(
      fc.property(target, (url) => {
        const address = readAddress(url, isKnown)
        fc.pre(address.kind !== 'malformed')
        const found = address.kind === 'moved' ? address.location : address.path + address.query
        const again = readAgain(found)
        expect(again.host).toBe('site.example')
        expect(again.pathname).toBe(found.split('?')[0])
        expect(decodeURIComponent(again.pathname)).not.toMatch(/\/\/|[\\;?#\p{Cc}]|\/\.{1,2}(\/|$)/u)
      }),
      { numRuns: 3000 },
    )
  })

  it('reaches neither the panel nor the API under a name of the site', () => {
    fc.assert(
      fc.property(target, (url) => {
        const address = readAddress(url, isKnown)
        fc.pre(address.kind === 'other')
        expect(readAgain(address.path).pathname).toMatch(/^\/(admin|api|_next|media|sitemap\.xml|js\/form\.js)(\/|$)/)
      }),
      { numRuns: 3000 },
    )
  })

  it('is at home at the address that it was moved to', () => {
    fc.assert(
      fc.property(target, (url) => {
        const address = readAddress(url, isKnown)
        fc.pre(address.kind === 'moved')
        expect(['page', 'other']).toContain(readAddress(address.location, isKnown).kind)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('preferredLocale', () => {
  it.each([
    [undefined, 'ar'],
    ['', 'ar'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['ar-SA,ar;q=0.9,en;q=0.8', 'ar'],
    ['fr-FR,en;q=0.5', 'en'],
    ['fr', 'ar'],
    ['*', 'ar'],
    ['en;q=0.2, ar;q=0.9', 'ar'],
  ])('%s → %s', (header, expected) => {
    expect(preferredLocale(header)).toBe(expected)
  })
})

describe('readRoutes', () => {
  const routes = readRoutes({
    '/(site)/[locale]/page': '/[locale]',
    '/(site)/[locale]/[...rest]/page': '/[locale]/[...rest]',
    '/(site)/[locale]/policies/[slug]/page': '/[locale]/policies/[slug]',
    '/(site)/[locale]/policies/page': '/[locale]/policies',
    '/(site)/[locale]/receipt/[token]/page': '/[locale]/receipt/[token]',
    '/(payload)/api/[...slug]/route': '/api/[...slug]',
    '/sitemap.xml/route': '/sitemap.xml',
    '/_not-found/page': '/_not-found',
  })
  it.each([
    ['/ar', '/[locale]', 'page'],
    ['/ar/policies', '/[locale]/policies', 'page'],
    ['/ar/policies/x', '/[locale]/policies/[slug]', 'page'],
    ['/ar/policies/x/y', '/[locale]/[...rest]', 'page'],
    ['/ar/receipt/secret', '/[locale]/receipt/[token]', 'page'],
    ['/api/users/me', '/api/[...slug]', 'handler'],
    ['/sitemap.xml', '/sitemap.xml', 'handler'],
  ])('%s is %s', (path, pattern, kind) => {
    expect(routes.match(path)).toEqual({ pattern, kind })
  })
  it('knows nothing of what is not there', () => {
    expect(routes.match('/')).toBeNull()
    expect(readRoutes({ '/_not-found/page': '/_not-found' }).match('/_not-found')).toBeNull()
  })
})
