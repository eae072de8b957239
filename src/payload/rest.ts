import { getRequestLanguage, parseCookies, type SanitizedConfig } from 'payload'
import { isDatabaseGone } from '@/payload/get-cms'
import { databaseErrors } from '@/platform/database-error-texts'
import { CONFLICT_HEADER, DatabaseError, errorOf } from '@/platform/database-errors'
import { repeatedOnConflict } from '@/platform/repeated-on-conflict'

interface RestArguments {
  params: Promise<{ slug?: string[] }>
}
type RestHandler = (request: Request, given: RestArguments) => Promise<Response>

/** Larger bodies hold files and are not buffered for a second attempt. */
const KEPT_BYTES = 4 * 1024 * 1024

/**
 * A buffered body that can be read again, or null. Bodies with files are not repeated, because the file would be
 * stored twice.
 */
async function repeatableBody(request: Request): Promise<ArrayBuffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > KEPT_BYTES) return null
  const isMultipart = request.headers.get('content-type')?.startsWith('multipart/') ?? false
  const body = await request.clone().arrayBuffer()
  return isMultipart && Buffer.from(body).includes('; filename=') ? null : body
}

/** The same answer without our internal marker. */
function withoutMark(answer: Response): Response {
  if (!answer.headers.has(CONFLICT_HEADER)) return answer
  const headers = new Headers(answer.headers)
  headers.delete(CONFLICT_HEADER)
  return new Response(answer.body, { status: answer.status, headers })
}

/** Payload treats a person it can't look up as anonymous, and would answer a staff member with "forbidden". */
async function answerWhileAway(
  request: Request,
  config: Promise<SanitizedConfig> | SanitizedConfig,
): Promise<Response> {
  const { headers } = request
  const language = getRequestLanguage({ config: await config, cookies: parseCookies(headers), headers })
  const { status, words } = databaseErrors.away
  const message = words[language === 'en' ? 'en' : 'ar']
  return Response.json({ errors: [{ message }] }, { status, headers: { 'Retry-After': '5' } })
}

/**
 * Wraps a REST handler: repeats writes that conflicted and had no effect, and answers 503 when the database is
 * unavailable.
 */
export function patientRest(handler: RestHandler, config: Promise<SanitizedConfig> | SanitizedConfig): RestHandler {
  return async (request, given) => {
    const isWriting = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS'
    const body = isWriting ? await repeatableBody(request) : null
    const ask = async () => {
      const asked =
        body === null
          ? request
          : new Request(request.url, { method: request.method, headers: request.headers, body, signal: request.signal })
      return handler(asked, given)
    }
    let answer: Response | null = null
    try {
      answer = await repeatedOnConflict(async () => {
        answer = await ask()
        if (body !== null && answer.headers.has(CONFLICT_HEADER)) throw new DatabaseError('conflict')
        return answer
      })
    } catch (error) {
      // The last answer gives the reason in the person's language.
      if (errorOf(error)?.kind !== 'conflict' || !answer) throw error
    }
    if (answer.status >= 400 && answer.status !== 503 && isDatabaseGone()) return answerWhileAway(request, config)
    return withoutMark(answer)
  }
}
