import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { User } from '@/payload-types'
import { env } from '@/platform/env'
import { type LocalizedText, localize } from '@/platform/localize'
import { endedSessionCookie, sessionCookie } from '../cookies'
import { deviceCookie } from '../devices'
import { currentPasswordWords } from '../password-words'
import type { SignInResult } from '../sign-in'
import type { Visitor } from '../visitor'

/** Headers of every answer of these endpoints: never cached. */
const headersOf = (cookies: readonly string[] = []): Headers => {
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}

export const answer = (body: Record<string, unknown>, cookies?: readonly string[]): Response =>
  Response.json(body, { headers: headersOf(cookies) })

interface Refusal {
  status: 400 | 401 | 403 | 404 | 409 | 429
  code: string
  words: LocalizedText
  /** The field that the error is about. */
  field?: string
  /** Data for the next step. */
  more?: Record<string, unknown>
}

export function refuse(req: PayloadRequest, { status, code, words, field, more = {} }: Refusal): Response {
  const headers = headersOf()
  if (status === 429) headers.set('Retry-After', '3600')
  const message = localize(req, words)
  return Response.json({ errors: [{ message, code, ...(field && { field }) }], ...more }, { status, headers })
}

const words = {
  unknown: { ar: 'البريد أو كلمة المرور غير صحيحة.', en: 'The e-mail or password is wrong.' },
  tooMany: {
    ar: 'محاولات كثيرة من هنا. المحاولة ممكنة مجددًا بعد ساعة، أو الآن برابط من «نسيت كلمة المرور؟» يصل بالبريد.',
    en: 'Too many attempts from here. Try again in an hour, or now by a link from "Forgotten password?", which comes by mail.',
  },
  code: { ar: 'يلزم رمز التحقق.', en: 'The code of the second step is needed.' },
  enrol: {
    ar: 'صلاحيتكم تتطلب التحقق بخطوتين. يُفعَّل الآن ثم يكتمل الدخول.',
    en: 'Your role needs a second factor. Set it up now to finish signing in.',
  },
  wrongCode: {
    ar: 'الرمز غير صحيح أو استُعمل من قبل. يتغير الرمز في التطبيق كل نصف دقيقة.',
    en: 'The code is wrong or was used before. The app shows a new one every half a minute.',
  },
  startAgain: {
    ar: 'انتهت المدة أو تغيّر شيء في الحساب. يبدأ الدخول من أوله.',
    en: 'It took too long, or the account has changed. Please start again.',
  },
  signedOut: { ar: 'يلزم تسجيل الدخول أولًا.', en: 'Please sign in first.' },
  notAllowed: { ar: 'لا تسمح الصلاحية بهذا.', en: 'Your role does not allow this.' },
  notFound: { ar: 'لم نجد هذا الحساب.', en: 'There is no such account.' },
  otherSite: {
    ar: `تُفتح اللوحة من عنوانها: ${env().siteUrl}/admin`,
    en: `Open the panel at its own address: ${env().siteUrl}/admin`,
  },
} as const satisfies Record<string, LocalizedText>

export const refusals = {
  tooMany: { status: 429, code: 'too-many', words: words.tooMany },
  wrongPresent: { status: 400, code: 'wrong-password', words: currentPasswordWords.wrong, field: 'currentPassword' },
  wrongCode: { status: 401, code: 'second-factor-wrong', words: words.wrongCode, field: 'code' },
  startAgain: { status: 401, code: 'start-again', words: words.startAgain },
  signedOut: { status: 401, code: 'signed-out', words: words.signedOut },
  notAllowed: { status: 403, code: 'not-allowed', words: words.notAllowed },
  notFound: { status: 404, code: 'not-found', words: words.notFound },
  otherSite: { status: 403, code: 'other-site', words: words.otherSite },
} as const satisfies Record<string, Refusal>

/** The body as the schema reads it; an unreadable one counts as empty. */
export async function bodyOf<Schema extends z.ZodType>(req: PayloadRequest, schema: Schema): Promise<z.output<Schema>> {
  let sent: unknown = null
  try {
    sent = await req.json?.()
  } catch {
    sent = null
  }
  const parsed = schema.safeParse(sent)
  return parsed.success ? parsed.data : schema.parse({})
}

/** Whether the browser names another site as the origin. */
export function isFromElsewhere(req: PayloadRequest): boolean {
  const origin = req.headers.get('origin')
  return origin !== null && origin !== new URL(env().siteUrl).origin
}

export const signedInUser = (req: PayloadRequest): User | null =>
  req.user?.collection === 'users' ? (req.user as User) : null

const secondsUntil = (end: Date, now: Date): number => Math.max(0, Math.round((end.getTime() - now.getTime()) / 1000))

/** The fields of an account that its owner may read. */
export async function readableUser(req: PayloadRequest, user: User): Promise<Record<string, unknown>> {
  const readable = await req.payload.findByID({
    collection: 'users',
    id: user.id,
    depth: 0,
    overrideAccess: false,
    user: { ...user, collection: 'users' },
  })
  return { ...readable, collection: 'users', _strategy: 'session' }
}

/** Answers a sign-in in the form of Payload's own endpoint. */
export async function answerSignIn(
  req: PayloadRequest,
  result: SignInResult,
  visitor: Visitor,
  more: Record<string, unknown> = {},
): Promise<Response> {
  switch (result.status) {
    case 'ok': {
      const { user, session, duty, recoveryCodesLeft } = result
      const cookies = [
        sessionCookie(session.token, secondsUntil(session.expiresAt, visitor.now)),
        deviceCookie(visitor, user.id),
      ]
      const body = {
        message: req.t('authentication:passed'),
        user: await readableUser(req, user),
        token: session.token,
        exp: Math.floor(session.expiresAt.getTime() / 1000),
        secondFactor: { duty: duty.kind, recoveryCodesLeft },
        ...more,
      }
      return answer(body, cookies)
    }
    case 'code':
      return refuse(req, {
        status: 401,
        code: 'second-factor-required',
        words: words.code,
        more: { challenge: result.challenge, ...more },
      })
    case 'enrol':
      return refuse(req, {
        status: 401,
        code: 'second-factor-enrolment-required',
        words: words.enrol,
        more: { challenge: result.challenge, ...more },
      })
    case 'unknown':
      return refuse(req, { status: 401, code: 'unknown', words: words.unknown })
    default:
      return refuse(req, refusals[result.status])
  }
}

export const answerSessionEnd = (body: Record<string, unknown>): Response => answer(body, [endedSessionCookie()])
