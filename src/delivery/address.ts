import { isLocale, type Locale } from '@/i18n/routing'

/** What the address of a request asks for, before anything is looked up. */
export type Address =
  /** A page of the site, under its one spelling. */
  | { kind: 'page'; locale: Locale; path: string; query: string }
  /** Another spelling of an address: where it is to be found. */
  | { kind: 'moved'; location: string }
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
 * What could mean something else to a second reader: another separator, the start of a query, of a
 * fragment, of parameters or of another escape, and what is no text at all.
 */
const AMBIGUOUS = /[/\\?#;%\p{Cc}\u2028\u2029\ufffd]/u
/** A segment that a second reader would resolve; browsers and curl do so before they ask. */
const RESOLVED = /^\.{1,2}$/

/** Node reads the request line byte by byte; letters that were sent as they are, are UTF-8. */
function fromBytes(text: string): string | null {
  if (!/[^\0-\x7f]/.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return null
  }
}

/** One segment in its one spelling, or null when two readers could read it differently. */
function oneSpelling(segment: string): string | null {
  let text: string
  try {
    // Throws on bytes that are not UTF-8, and on letters written longer than they need.
    text = decodeURIComponent(segment)
  } catch {
    return null
  }
  if (AMBIGUOUS.test(text) || RESOLVED.test(text)) return null
  return encodeSegment(text)
}

/** A segment of a path: percent-encoded where RFC 3986 asks for it. */
export const encodeSegment = (text: string): string =>
  encodeURIComponent(text).replace(/%(?:24|26|2B|2C|3A|3D|40)/g, decodeURIComponent)

/**
 * The one spelling of a path: each segment decoded once and encoded where needed, no doubled slash
 * and none at the end. Everything behind this function, Next included, is given this spelling.
 * @returns null for what another reader could take for another path
 */
function canonicalPath(rawPath: string): string | null {
  const text = fromBytes(rawPath)
  if (text === null) return null
  const segments: string[] = []
  for (const segment of text.split('/')) {
    if (segment === '') continue
    const spelled = oneSpelling(segment)
    if (spelled === null) return null
    segments.push(spelled)
  }
  return `/${segments.join('/')}`
}

/** The query in the characters that a header and a request line may hold. */
function asciiQuery(query: string): string | null {
  if (!/[^\x21-\x7e]/.test(query)) return query
  const text = fromBytes(query)
  if (text === null || /\p{Cc}/u.test(text)) return null
  return text.replace(/[^\x21-\x7e]+/g, encodeURIComponent)
}

/**
 * Reads the address of a request and gives each page one spelling, with the language in lower case.
 * @param url the request target as it was sent
 * @param isKnown says of a path without a language whether the site has something there
 */
export function readAddress(url: string, isKnown: (path: string) => boolean): Address {
  // Some clients send the whole address (RFC 9112, 3.2.2); its host is not ours to believe.
  const target = /^https?:\/\/[^/?#]*/i.test(url) ? url.replace(/^https?:\/\/[^/?#]*/i, '') || '/' : url
  if (!target.startsWith('/') || target.includes('#')) return { kind: 'malformed' }
  const mark = target.indexOf('?')
  const rawPath = mark === -1 ? target : target.slice(0, mark)
  const query = asciiQuery(mark === -1 ? '' : target.slice(mark))
  if (query === null || rawPath.length > MAX_PATH || query.length > MAX_QUERY) return { kind: 'malformed' }
  let path = canonicalPath(rawPath)
  if (path === null) return { kind: 'malformed' }

  const [, first = ''] = path.split('/')
  const locale = first.toLowerCase()
  const isLocalized = isLocale(locale)
  if (isLocalized) path = `/${locale}${path.slice(first.length + 1)}`
  const isElsewhere = path !== rawPath
  if (isLocalized) {
    return isElsewhere ? { kind: 'moved', location: path + query } : { kind: 'page', locale, path, query }
  }
  if (isOther(path) || (path !== '/' && isKnown(path))) {
    return isElsewhere ? { kind: 'moved', location: path + query } : { kind: 'other', path, query }
  }
  return { kind: 'unlocalized', path, query }
}
