import { isLocale, type Locale } from '@/i18n/routing'

/** What the address of a request asks for, before anything is looked up. */
export type Address =
  /** A page of the site, under its one spelling. */
  | { kind: 'page'; locale: Locale; path: string; query: string }
  /** Another spelling of an address: where it is to be found. */
  | { kind: 'moved'; location: string; isPermanent: boolean }
  /** Without a language: it depends on the visitor's. */
  | { kind: 'unlocalized'; path: string; query: string }
  | { kind: 'other'; path: string; query: string }
  | { kind: 'malformed' }

const MAX_PATH = 2048
/** A long question to the search: 2,000 Arabic letters, percent-encoded. */
const MAX_QUERY = 12_000

/** Addresses of a program or a file, which have no language. */
const isOther = (path: string): boolean => /^\/(admin|api|_next|media)(\/|$)/.test(path)

/**
 * Reads the address of a request and gives each page one spelling: no slash at the end, no
 * doubled slash, language in lower case, percent-encoding only where it is needed.
 * @param isKnown says of a path without a language whether the site has something there
 */
export function readAddress(url: string, isKnown: (path: string) => boolean): Address {
  // Some clients send the whole address (RFC 9112, 3.2.2); its host is not ours to believe.
  const target = /^https?:\/\/[^/?#]*/i.test(url) ? url.replace(/^https?:\/\/[^/?#]*/i, '') || '/' : url
  // An encoded percent sign would be read as the start of another escape by whoever decodes twice.
  if (!target.startsWith('/')) return { kind: 'malformed' }
  const mark = target.indexOf('?')
  const rawPath = mark === -1 ? target : target.slice(0, mark)
  const query = mark === -1 ? '' : target.slice(mark)
  if (rawPath.length > MAX_PATH || query.length > MAX_QUERY) return { kind: 'malformed' }
  if (rawPath.includes('%25')) return { kind: 'malformed' }
  let path: string
  try {
    const decoded = decodeURI(rawPath)
    // A control character or a backslash has no place in an address and could split a header.
    if (/[\p{Cc}\\]/u.test(decoded)) return { kind: 'malformed' }
    path = encodeURI(decoded).replaceAll('%25', '%')
  } catch {
    return { kind: 'malformed' }
  }
  if (/^\/(admin|api|_next)(\/|$)/.test(path)) return { kind: 'other', path: rawPath, query }
  path = path.replace(/\/{2,}/g, '/')
  if (path.length > 1) path = path.replace(/\/$/, '')
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return { kind: 'malformed' }
  if (isOther(path) || (path !== '/' && isKnown(path))) return { kind: 'other', path, query }

  const [, first = ''] = path.split('/')
  const locale = first.toLowerCase()
  if (!isLocale(locale)) return { kind: 'unlocalized', path, query }
  path = `/${locale}${path.slice(first.length + 1)}`
  if (path !== rawPath) return { kind: 'moved', location: `${path}${query}`, isPermanent: true }
  return { kind: 'page', locale, path, query }
}
