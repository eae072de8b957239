import { describe, expect, it } from 'vitest'
import { preferredLocale } from '@/i18n/preferred-locale'
import { type Address, readAddress } from './address'
import { readRoutes } from './routes'

const isKnown = (path: string) => path === '/sitemap.xml' || path === '/js/form.js'

describe('readAddress', () => {
  it.each<[string, Address]>([
    ['/ar', { kind: 'page', locale: 'ar', path: '/ar', query: '' }],
    ['/en/policies?x=1', { kind: 'page', locale: 'en', path: '/en/policies', query: '?x=1' }],
    ['/ar/', { kind: 'moved', location: '/ar', isPermanent: true }],
    ['/AR/policies/?x=1', { kind: 'moved', location: '/ar/policies?x=1', isPermanent: true }],
    ['/en//policies', { kind: 'moved', location: '/en/policies', isPermanent: true }],
    ['//evil.example/ar', { kind: 'unlocalized', path: '/evil.example/ar', query: '' }],
    ['//ar/x', { kind: 'moved', location: '/ar/x', isPermanent: true }],
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
    ['/ar/%d8%b3', { kind: 'moved', location: '/ar/%D8%B3', isPermanent: true }],
    ['/ar/%41', { kind: 'moved', location: '/ar/A', isPermanent: true }],
    ['/ar/%', { kind: 'malformed' }],
    ['/ar/%25', { kind: 'malformed' }],
    ['/ar/a%2Fb', { kind: 'page', locale: 'ar', path: '/ar/a%2Fb', query: '' }],
    ['/ar/%0d%0aSet-Cookie', { kind: 'malformed' }],
    ['/ar/%5c%5cevil', { kind: 'malformed' }],
    ['/media/../x', { kind: 'malformed' }],
    ['*', { kind: 'malformed' }],
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
