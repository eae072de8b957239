import type { Payload } from 'payload'
import type { StaffCredential, User } from '@/payload-types'
import { seal, unseal } from '@/platform/crypto'
import { verifyPassword } from '@/platform/passwords/password-hash'
import { recordSecurityEvent, type SecurityEventType } from '@/shared/audit/security-log'
import { credentialContexts } from '../domain/credential-contexts'
import type { SecondFactorDuty } from '../domain/second-factor-duty'
import { accountById, accountEmail, findAccount } from './accounts'
import { beginAttempt, isTimeToWarn } from './attempts'
import { credentialsOf, hasSecondFactor, passwordMark } from './credentials'
import { dutyOf, recoveryCodesLeft, takeCode } from './second-factor'
import { endSessions, type StartedSession, startSession } from './sessions'
import { queueStaffMail } from './staff-mails'
import type { Visitor } from './visitor'

export interface SignedIn {
  status: 'ok'
  user: User
  session: StartedSession
  /** Whether a second factor is required. */
  duty: SecondFactorDuty
  /** Null when no recovery code was used. */
  recoveryCodesLeft: number | null
}

export type SignInResult =
  | SignedIn
  /** A wrong password or an unknown address, indistinguishable in wording and timing. */
  | { status: 'unknown' }
  | { status: 'tooMany' }
  /** The password is right and the second factor is next. There is no session yet. */
  | { status: 'code'; challenge: string }
  /** The password is right and a second factor must be set up first. */
  | { status: 'enrol'; challenge: string }
  | { status: 'wrongCode' }
  /** The second step took too long, or the password changed meanwhile. */
  | { status: 'startAgain' }

const CHALLENGE_MS = 10 * 60_000

interface Challenge {
  account: string
  step: 'code' | 'enrol'
  mark: string
}

const challengeFor = (credentials: StaffCredential, step: Challenge['step'], now: Date): string =>
  seal<Challenge>(
    { account: credentials.account, step, mark: passwordMark(credentials) },
    credentialContexts.challenge,
    now.getTime() + CHALLENGE_MS,
  )

/** The account whose password was just given; null when that is too long ago, or the password has changed. */
export async function openChallenge(
  payload: Payload,
  token: string,
  step: Challenge['step'],
  now: Date,
): Promise<Proven | null> {
  const challenge = unseal<Challenge>(token, credentialContexts.challenge, now.getTime())
  if (challenge?.step !== step) return null
  const [user, credentials] = await Promise.all([
    accountById(payload, challenge.account),
    credentialsOf(payload, challenge.account),
  ])
  const isCurrent = user !== null && credentials !== null && challenge.mark === passwordMark(credentials)
  return isCurrent ? { user, credentials } : null
}

const note = (payload: Payload, visitor: Visitor, type: SecurityEventType, account: string | null) =>
  recordSecurityEvent(payload, {
    type,
    at: visitor.now,
    account,
    device: visitor.device,
    clientAddress: visitor.clientAddress,
  })

interface Proven {
  user: User
  /** The credentials as they were when the password was checked. */
  credentials: StaffCredential
}

/**
 * Makes a session; nothing else does. A password change in the meantime ends the account's sessions and may have
 * missed this one, so the password is compared once more.
 */
async function enter(
  payload: Payload,
  { user, credentials }: Proven,
  visitor: Visitor,
  { by = 'signed-in', left = null }: { by?: 'signed-in' | 'recovery-code-used'; left?: number | null } = {},
): Promise<SignInResult> {
  const session = await startSession(payload, user.id, visitor)
  const now = await credentialsOf(payload, user.id)
  if (!now || passwordMark(now) !== passwordMark(credentials)) {
    await endSessions(payload, user.id, { token: session.token })
    return { status: 'startAgain' }
  }
  await note(payload, visitor, by, user.id)
  const duty: SecondFactorDuty = hasSecondFactor(now) ? { kind: 'free' } : await dutyOf(payload, user, visitor.now)
  return { status: 'ok', user, session, duty, recoveryCodesLeft: left }
}

/** Continues after a right password or one set by a link. The second factor is never skipped. */
export async function afterPassword(
  payload: Payload,
  { user, credentials, code }: Proven & { code?: string | undefined },
  visitor: Visitor,
): Promise<SignInResult> {
  if (hasSecondFactor(credentials)) {
    if (code) return checkCode(payload, { user, credentials, code }, visitor)
    return { status: 'code', challenge: challengeFor(credentials, 'code', visitor.now) }
  }
  const duty = await dutyOf(payload, user, visitor.now)
  if (duty.kind === 'required') return { status: 'enrol', challenge: challengeFor(credentials, 'enrol', visitor.now) }
  return enter(payload, { user, credentials }, visitor)
}

/** The first step: address and password. Programs that use the API may send the code with it. */
export async function signIn(
  payload: Payload,
  typed: { email: string; password: string; code?: string | undefined },
  visitor: Visitor,
): Promise<SignInResult> {
  const email = accountEmail(typed.email)
  const user = await findAccount(payload, email)
  const credentials = await credentialsOf(payload, user?.id ?? 'nobody')
  const attempt = await beginAttempt('password', visitor, { email, account: user?.id ?? null })
  if (!attempt.isAllowed) return { status: 'tooMany' }
  const isRight = await verifyPassword(typed.password, credentials?.passwordHash ?? null)
  if (!isRight || !user || !credentials) {
    await note(payload, visitor, 'sign-in-failed', user?.id ?? null)
    return { status: 'unknown' }
  }
  await attempt.takeBack()
  return afterPassword(payload, { user, credentials, code: typed.code }, visitor)
}

async function checkCode(
  payload: Payload,
  { user, credentials, code }: Proven & { code: string },
  visitor: Visitor,
): Promise<SignInResult> {
  const attempt = await beginAttempt('code', visitor, { email: user.email, account: user.id })
  if (!attempt.isAllowed) return { status: 'tooMany' }
  const taken = await takeCode(payload, credentials, code, visitor.now)
  if (!taken) {
    await note(payload, visitor, 'code-failed', user.id)
    if (await isTimeToWarn(user.id)) {
      await queueStaffMail(payload, { kind: 'codes-guessed', account: user.id, now: visitor.now })
    }
    return { status: 'wrongCode' }
  }
  await attempt.takeBack()
  if (taken === 'telephone') return enter(payload, { user, credentials }, visitor)
  const left = recoveryCodesLeft(credentials) - 1
  return enter(payload, { user, credentials }, visitor, { by: 'recovery-code-used', left })
}

/** The second step: a code from the phone, or a recovery code. */
export async function signInWithCode(
  payload: Payload,
  { challenge, code }: { challenge: string; code: string },
  visitor: Visitor,
): Promise<SignInResult> {
  const opened = await openChallenge(payload, challenge, 'code', visitor.now)
  return opened ? checkCode(payload, { ...opened, code }, visitor) : { status: 'startAgain' }
}

/** Completes a sign-in during which a second factor was set up. */
export const signInAfterEnrolment = (payload: Payload, proven: Proven, visitor: Visitor): Promise<SignInResult> =>
  enter(payload, proven, visitor)
