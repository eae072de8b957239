import { getRequestLanguage, parseCookies, type SanitizedConfig } from 'payload'
import { stringify } from 'qs-esm'
import { getCms } from '@/payload/get-cms'
import { startOfDay } from '@/platform/calendar'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { DatabaseUnavailableError } from '@/platform/database-unavailable'
import type { LocalizedText } from '@/platform/localize'
import { processState } from '@/platform/process-state'
import { readRestAddress } from './addresses'
import { kindsForAnybody, kindsForStaff } from './asked-fields'
import { describeRest } from './openapi'
import { readQuery } from './query-bounds'
import { waitForTurn } from './request-limit'

interface RestArguments {
  params: Promise<{ slug?: string[] }>
}
export type RestHandler = (request: Request, given: RestArguments) => Promise<Response>
type Config = Promise<SanitizedConfig> | SanitizedConfig

const words = {
  unknown: { ar: 'لا يوجد شيء في هذا العنوان.', en: 'There is nothing at this address.' },
  staff: {
    ar: 'لم يُسجَّل الدخول أو انتهت الجلسة. المكتوب باقٍ في مكانه؛ يمكن تسجيل الدخول في نافذة أخرى ثم تكرار المحاولة.',
    en: 'You are not signed in, or your session has ended. What is typed is still in place: sign in in another tab, then try again.',
  },
  tooMany: {
    ar: 'طلبات كثيرة من هذا العنوان. يُرجى تكرار المحاولة بعد قليل.',
    en: 'There were too many requests from this address. Please try again in a little while.',
  },
  override: {
    ar: 'لا يُقرأ السؤال إلا بصيغة application/x-www-form-urlencoded.',
    en: 'A query that is sent as a body is application/x-www-form-urlencoded.',
  },
} as const satisfies Record<string, LocalizedText>

/** Public documents may be read from any origin, without credentials. */
const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
} as const
const preflight = {
  ...openToAll,
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'Accept-Language, If-None-Match',
  'Access-Control-Max-Age': '86400',
} as const

const isOverridden = ({ method, headers }: Request): boolean =>
  method === 'POST' &&
  ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override'].some((name) => headers.get(name) === 'GET')

/** The ETag of reads of published documents, which change with the revision and the day. */
function currentTag(): string | null {
  const { revision, isDatabaseAway } = processState()
  return revision === null || isDatabaseAway ? null : `W/"${revision}.${startOfDay(new Date()).getTime() / 1000}"`
}

const isKnown = (ifNoneMatch: string, tag: string): boolean =>
  ifNoneMatch.split(',').some((given) => given.trim().replace(/^W\//, '') === tag.slice(2))

async function isStaff(headers: Headers, config: SanitizedConfig): Promise<boolean> {
  const hasCredentials =
    headers.has('authorization') || parseCookies(headers).has(`${config.cookiePrefix ?? 'payload'}-token`)
  if (!hasCredentials) return false
  const { user } = await (await getCms()).auth({ headers })
  return user?.collection === config.admin.user
}

/** The same answer with additional headers, and without a body for HEAD. */
function withHeaders(answer: Response, more: Record<string, string>, isHead: boolean): Response {
  const headers = new Headers(answer.headers)
  for (const [name, value] of Object.entries(more)) headers.set(name, value)
  return new Response(isHead ? null : answer.body, { status: answer.status, headers })
}

/** A read as passed to Payload: a GET with a bounded query. */
function readingRequest({ url, headers, signal }: Request, query: Record<string, unknown>): Request {
  const target = new URL(url)
  target.search = stringify(query, { addQueryPrefix: true })
  const kept = new Headers(headers)
  for (const name of ['content-type', 'content-length', 'x-payload-http-method-override', 'x-http-method-override']) {
    kept.delete(name)
  }
  return new Request(target, { headers: kept, signal })
}

/**
 * Guards REST: everybody reads what is published, within bounds; everything else is for staff (docs/API.md).
 * Payload's handler is called for known addresses and valid queries only.
 */
export function guardedRest(handler: RestHandler, configuration: Config): RestHandler {
  return async (request, given) => {
    const config = await configuration
    const { headers } = request
    const isOverride = isOverridden(request)
    const method = isOverride || request.method === 'HEAD' ? 'GET' : request.method
    const isHead = request.method === 'HEAD'
    const isReading = method === 'GET'
    const segments = (await given.params).slug ?? []
    const slug = (segments[0] === 'globals' ? segments[1] : segments[0]) ?? ''
    const language = getRequestLanguage({ config, cookies: parseCookies(headers), headers })
    const refuse = (status: number, { ar, en }: LocalizedText, more: Record<string, string> = {}) =>
      Response.json(
        { errors: [{ message: language === 'en' ? en : ar }] },
        { status, headers: { 'Cache-Control': 'no-store', ...more } },
      )
    const address = readRestAddress(method, segments, config)

    if (method === 'OPTIONS') {
      const asked = readRestAddress('GET', segments, config)
      const isOpen = asked.kind === 'published' || asked.kind === 'description'
      return new Response(null, {
        status: 204,
        headers: isOpen ? preflight : { Allow: 'GET, HEAD, POST, PATCH, DELETE' },
      })
    }
    let isStaffs: boolean
    try {
      isStaffs = await isStaff(headers, config)
    } catch (error) {
      // The handler answers in the format that its form expects.
      if (error instanceof DatabaseUnavailableError) return handler(request, given)
      throw error
    }
    if (!isStaffs) {
      const seconds = await waitForTurn(headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown')
      if (seconds !== null) return refuse(429, words.tooMany, { ...openToAll, 'Retry-After': String(seconds) })
    }
    if (address.kind === 'unknown') return refuse(404, words.unknown)
    if (address.kind === 'description') {
      const description = describeRest(config)
      return withHeaders(Response.json(description), { ...openToAll, 'Cache-Control': 'public, max-age=300' }, isHead)
    }
    if (address.kind === 'staff' && !isStaffs) return refuse(401, words.staff, { 'WWW-Authenticate': 'JWT' })
    if (address.kind === 'me' && !isStaffs)
      return Response.json({ user: null }, { headers: { 'Cache-Control': 'no-store' } })
    if (address.kind === 'own' || address.kind === 'signIn') return handler(request, given)

    const isUrlEncoded = /^application\/x-www-form-urlencoded\b/i.test(headers.get('content-type') ?? '')
    if (isOverride && !isUrlEncoded) return refuse(415, words.override)
    const search = isOverride ? await request.text() : new URL(request.url).search
    const read = readQuery(
      search,
      isStaffs
        ? { audience: 'staff', isReading, kindOf: kindsForStaff(slug, config) }
        : { audience: 'anybody', kindOf: kindsForAnybody(slug, config) },
    )
    if (read.status === 'refused') {
      const message = read.error.words[language === 'en' ? 'en' : 'ar']
      return Response.json(
        { errors: [{ message, parameter: read.error.parameter }] },
        { status: 400, headers: isStaffs ? {} : openToAll },
      )
    }
    if (!isReading) return handler(request, given)
    const asked = readingRequest(request, read.query)
    if (isStaffs) return withHeaders(await handler(asked, given), { 'Cache-Control': 'private, no-store' }, isHead)

    // Read before the documents are: an answer never claims to be newer than it is.
    const tag = currentTag()
    const shared = { ...openToAll, Vary: 'Accept-Language, Authorization, Cookie' }
    const fresh: Record<string, string> = { ...shared, 'Cache-Control': 'public, max-age=0, must-revalidate' }
    if (tag !== null) fresh.ETag = tag
    if (tag !== null && isKnown(headers.get('if-none-match') ?? '', tag))
      return new Response(null, { status: 304, headers: fresh })
    const answer = await handler(asked, given)
    // A file has a tag of its own bytes.
    const isDocument = answer.status === 200 && answer.headers.get('content-type')?.startsWith('application/json')
    return withHeaders(answer, isDocument ? fresh : shared, isHead)
  }
}
