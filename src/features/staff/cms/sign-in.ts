import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import {
  APIError,
  AuthenticationError,
  type CollectionAfterErrorHook,
  type CollectionBeforeOperationHook,
  LockedAuth,
} from 'payload'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { say } from '@/platform/cms/say'
import { rateLimiter } from '@/platform/rate-limit'
import { asSystemWithin } from '@/platform/system-payload'

/**
 * Signing in tells nobody which accounts exist: an unknown address takes as long as a wrong
 * password, a locked account reads like both, and guessing is throttled by address and account.
 */

const HOUR = 60 * 60
const byAddress = rateLimiter({ name: 'sign-in-address', points: 60, seconds: HOUR })
const byAccount = rateLimiter({ name: 'sign-in-account', points: 20, seconds: HOUR })
const byForgotten = rateLimiter({ name: 'forgot-password', points: 5, seconds: HOUR })

const hash = promisify(pbkdf2)

/** The same work as Payload's check of a password (payload/dist/auth/strategies/local). */
const checkNobody = (password: string) => hash(password, randomBytes(32).toString('hex'), 600_000, 32, 'sha256')

const emailIn = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'email' in data && typeof data.email === 'string'
    ? data.email.trim().toLowerCase()
    : ''

const passwordIn = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'password' in data && typeof data.password === 'string'
    ? data.password
    : ''

export const guardSignIn: CollectionBeforeOperationHook<'users'> = async ({ args, operation, req }) => {
  if (operation !== 'login' && operation !== 'forgotPassword') return args
  const email = emailIn('data' in args ? args.data : null)
  const address = req.headers.get(CLIENT_ADDRESS_HEADER) ?? 'local'
  const isAllowed =
    operation === 'login'
      ? (await byAddress.consume(address)) && (await byAccount.consume(email))
      : (await byForgotten.consume(address)) && (await byForgotten.consume(email))
  if (!isAllowed) {
    throw new APIError(
      say(req, {
        ar: 'محاولات كثيرة. المحاولة ممكنة مجددًا بعد ساعة.',
        en: 'Too many attempts. Please try again in an hour.',
      }),
      429,
      null,
      true,
    )
  }
  if (operation === 'login') {
    const { docs } = await req.payload.find({
      collection: 'users',
      where: { email: { equals: email } },
      limit: 1,
      depth: 0,
      pagination: false,
      showHiddenFields: true,
      ...asSystemWithin(req, 'sign-in'),
    })
    const lockUntil = docs[0]?.lockUntil
    const isLocked = Boolean(lockUntil && Date.parse(lockUntil) > Date.now())
    if (docs.length === 0 || isLocked) await checkNobody(passwordIn('data' in args ? args.data : null))
  }
  return args
}

/** A locked account answers as a wrong password does. */
export const hideLockedAccounts: CollectionAfterErrorHook = ({ error, req }) => {
  if (!(error instanceof LockedAuth)) return
  const plain = new AuthenticationError(req.t)
  return { status: plain.status, response: { errors: [{ name: plain.name, message: plain.message }] } }
}
