import { parse } from 'qs-esm'
import type { LocalizedText } from '@/platform/localize'
import type { KindOf } from './asked-fields'
import { type Bounds, checkWhere, isName, isOrdinary, type Tree } from './where-bounds'

/** An error in a query, with the name of its parameter. */
export interface QueryError {
  parameter: string
  words: LocalizedText
}

export type ReadQuery = { status: 'ok'; query: Tree } | { status: 'refused'; error: QueryError }

/** Anonymous clients and staff; the panel's lists and pickers need larger pages. */
export const boundsOf = {
  anybody: { length: 12_000, conditions: 20, values: 100, names: 100 },
  staff: { length: 200_000, conditions: 300, values: 2000, names: 500 },
} as const satisfies Record<string, Bounds>
export type Audience = keyof typeof boundsOf

export const MAX_LIMIT = 100
export const MAX_DEPTH = 2
export const DEFAULT_LIMIT = 10
/** The highest offset of a page; beyond it a filter is needed. */
const MAX_SKIPPED = 100_000
const MAX_SORTED = 3
const MAX_PARAMETERS = 1000
/** Deeper than any document's fields. */
const MAX_NESTING = 8

const wordsOf = {
  limit: {
    ar: `العدد في الصفحة من 1 إلى ${MAX_LIMIT}.`,
    en: `limit is a whole number from 1 to ${MAX_LIMIT}.`,
  },
  depth: {
    ar: `العمق من 0 إلى ${MAX_DEPTH}.`,
    en: `depth is a whole number from 0 to ${MAX_DEPTH}.`,
  },
  page: {
    ar: 'رقم الصفحة من 1 فصاعدًا، ولا صفحات بعد أول مئة ألف سجل.',
    en: 'page is a whole number from 1, within the first 100,000 rows.',
  },
  sort: {
    ar: `الترتيب بأسماء حقول، ثلاثة على الأكثر، وتسبق العلامة - ما يُرتب تنازليًا.`,
    en: `sort names up to ${MAX_SORTED} fields, each with a - before it for the descending order.`,
  },
  where: {
    ar: 'الشرط غير مقروء أو أطول مما يُسأل عنه دفعة واحدة.',
    en: 'where can’t be read, or asks for more than is answered at once. Write where[field][operator]=value.',
  },
  locale: { ar: 'اللغة ar أو en.', en: 'locale is ar or en.' },
  names: {
    ar: 'أسماء الحقول المطلوبة غير مقروءة أو أكثر مما يُطلب دفعة واحدة.',
    en: 'The fields asked for can’t be read, or are too many. Write select[field]=true.',
  },
  switch: { ar: 'القيمة true أو false.', en: 'This is true or false.' },
  query: { ar: 'السؤال غير مقروء أو أطول من المسموح.', en: 'The query can’t be read, or is too long.' },
} as const satisfies Record<string, LocalizedText>

class Refusal extends Error {
  constructor(
    readonly parameter: string,
    readonly word: keyof typeof wordsOf,
  ) {
    super(parameter)
  }
}

function wholeNumber(value: unknown, least: number, most: number): number | null {
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value)) return null
  const number = Number(value)
  return number >= least && number <= most ? number : null
}

function checkSort(sort: unknown, kindOf: KindOf): void {
  const given = Array.isArray(sort) ? sort : [sort]
  const names = given.flatMap((text) => (typeof text === 'string' ? text.split(',') : ['']))
  const isSortable = (name: string) => isName(name) && kindOf(name, 'sort') !== null
  if (names.length > MAX_SORTED || !names.every((name) => isSortable(name.replace(/^-/, '')))) {
    throw new Refusal('sort', 'sort')
  }
}

/** A tree of names with `true` or `false` at its ends. */
function checkNames(parameter: string, tree: unknown, { names }: Bounds): void {
  let count = 0
  const walk = (node: unknown, level: number): void => {
    count += 1
    if (count > names || level > MAX_NESTING) throw new Refusal(parameter, 'names')
    if (typeof node === 'string') {
      if (!['true', 'false', '0', '1'].includes(node)) throw new Refusal(parameter, 'names')
      return
    }
    if (!isOrdinary(node)) throw new Refusal(parameter, 'names')
    for (const [name, inner] of Object.entries(node)) {
      if (!isName(name)) throw new Refusal(parameter, 'names')
      walk(inner, level + 1)
    }
  }
  walk(tree, 0)
}

/** Reads the page of a list. */
function checkPage({ limit, page }: Tree): void {
  const rows = limit === undefined ? DEFAULT_LIMIT : wholeNumber(limit, 1, MAX_LIMIT)
  if (rows === null) throw new Refusal('limit', 'limit')
  const pages = page === undefined ? 1 : wholeNumber(page, 1, MAX_SKIPPED)
  if (pages === null || (pages - 1) * rows > MAX_SKIPPED) throw new Refusal('page', 'page')
}

/** Reads filter and sort. */
function checkChoice({ sort, where }: Tree, bounds: Bounds, kindOf: KindOf): void {
  if (sort !== undefined) checkSort(sort, kindOf)
  if (where === undefined) return
  if (!checkWhere(readWhere(where), bounds, (path) => kindOf(path, 'where'))) throw new Refusal('where', 'where')
}

const switches = ['draft', 'pagination', 'trash', 'flattenLocales'] as const
const localeParameters = ['fallback-locale', 'fallbackLocale'] as const

function checkLocales(query: Tree, audience: Audience): void {
  const locales = audience === 'staff' ? ['ar', 'en', 'all', '*'] : ['ar', 'en']
  if (query.locale !== undefined && !locales.some((known) => known === query.locale)) {
    throw new Refusal('locale', 'locale')
  }
  for (const name of localeParameters) {
    const given = query[name]
    for (const locale of Array.isArray(given) ? given : [given ?? 'none']) {
      if (!['ar', 'en', 'none', 'null', 'false'].some((known) => known === locale)) throw new Refusal(name, 'locale')
    }
  }
}

/** A condition, in brackets or as JSON. */
function readWhere(where: unknown): unknown {
  if (typeof where !== 'string' || where === '') return where
  try {
    return JSON.parse(where)
  } catch {
    throw new Refusal('where', 'where')
  }
}

/** The parameters that anonymous clients may use; others are ignored. */
function forAnybody(query: Tree): Tree {
  const { depth, limit, page, sort, where, select, populate, joins, locale } = query
  const kept: Tree = {
    depth,
    limit: limit ?? String(DEFAULT_LIMIT),
    page,
    sort,
    where,
    select,
    populate,
    joins,
    locale,
  }
  for (const name of localeParameters) kept[name] = query[name]
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
}

interface QueryReader {
  audience: Audience
  /** A bulk change has no pages. */
  isReading?: boolean
  kindOf: KindOf
}

/**
 * Reads the query of a REST request before anything is looked up.
 * @param search with or without its question mark
 */
export function readQuery(search: string, reader: QueryReader): ReadQuery {
  const { audience, isReading = true, kindOf } = reader
  const bounds = boundsOf[audience]
  try {
    if (search.length > bounds.length) throw new Refusal('query', 'query')
    // What the parser would drop silently: too many parameters, and `__proto__`.
    const letters = search.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
    if (search.split('&').length > MAX_PARAMETERS || letters.includes('__proto__')) {
      throw new Refusal('query', 'query')
    }
    const query = parse(search, {
      ignoreQueryPrefix: true,
      allowEmptyArrays: true,
      arrayLimit: 1000,
      depth: 10,
      parameterLimit: MAX_PARAMETERS,
      // Otherwise inherited names are passed over, and a condition with them.
      plainObjects: true,
    }) as Tree
    if (query.depth !== undefined && wholeNumber(query.depth, 0, MAX_DEPTH) === null)
      throw new Refusal('depth', 'depth')
    if (isReading) checkPage(query)
    checkChoice(query, bounds, kindOf)
    for (const name of ['select', 'populate'] as const) {
      if (query[name] !== undefined) checkNames(name, query[name], bounds)
    }
    for (const name of switches) {
      const given = query[name]
      if (given !== undefined && given !== 'true' && given !== 'false') throw new Refusal(name, 'switch')
    }
    checkLocales(query, audience)
    const known = audience === 'anybody' ? forAnybody(query) : query
    // Without a language Payload leaves the texts of a global out.
    if (isReading) known.locale ??= 'ar'
    return { status: 'ok', query: Object.fromEntries(Object.entries(known).filter(([name]) => isName(name))) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: 'refused', error: { parameter: error.parameter, words: wordsOf[error.word] } }
  }
}
