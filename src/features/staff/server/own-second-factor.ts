import type { Payload } from 'payload'
import type { StaffCredential, User } from '@/payload-types'
import { cleanText } from '@/platform/typed-text'
import { recordSecurityEvent, type SecurityEventType } from '@/shared/audit/security-log'
import { associationName } from '@/shared/directory/association-name'
import type { StaffMailKind } from '../domain/staff-mail-kinds'
import { reasonLimits } from '../schema'
import { accountById } from './accounts'
import { beginAttempt } from './attempts'
import { credentialsOf, hasSecondFactor } from './credentials'
import { checkCurrentPassword } from './passwords'
import {
  clearSecondFactor,
  confirmSecret,
  dutyOf,
  type OfferedSecret,
  offerSecret,
  renewRecoveryCodes,
  takeCode,
} from './second-factor'
import { endSessions } from './sessions'
import { openChallenge, type SignInResult, signInAfterEnrolment } from './sign-in'
import { queueStaffMail } from './staff-mails'
import type { Visitor } from './visitor'

/** The person: signed in, or between the password and the second factor. */
export type Asking = { by: 'session'; user: User; session: string | null } | { by: 'challenge'; challenge: string }

type Refusal = { status: 'wrongPresent' } | { status: 'wrongCode' } | { status: 'tooMany' } | { status: 'startAgain' }

const issuerOf = async (payload: Payload): Promise<string> =>
  (await associationName(payload, 'ar')) ?? 'جمعية الأم المبدعة'

/** The current password, and a code if a second factor is already on. */
async function prove(
  payload: Payload,
  user: User,
  { currentPassword, code }: { currentPassword: string; code: string },
  visitor: Visitor,
): Promise<{ status: 'right'; credentials: StaffCredential } | Refusal> {
  const present = await checkCurrentPassword(payload, user, currentPassword, visitor)
  if (present.status === 'tooMany') return present
  if (present.status === 'wrong') return { status: 'wrongPresent' }
  const { credentials } = present
  if (!hasSecondFactor(credentials)) return present
  const attempt = await beginAttempt('code', visitor, { email: user.email, account: user.id })
  if (!attempt.isAllowed) return { status: 'tooMany' }
  if (!(await takeCode(payload, credentials, code, visitor.now))) return { status: 'wrongCode' }
  await attempt.takeBack()
  const changed = await credentialsOf(payload, user.id)
  return changed ? { status: 'right', credentials: changed } : { status: 'startAgain' }
}

/** Offers a secret for an authenticator app. Nothing is stored until a code proves that the app has it. */
export async function startEnrolment(
  payload: Payload,
  asking: Asking,
  typed: { currentPassword: string; code: string },
  visitor: Visitor,
): Promise<({ status: 'ok' } & OfferedSecret) | Refusal> {
  const { now } = visitor
  if (asking.by === 'challenge') {
    const opened = await openChallenge(payload, asking.challenge, 'enrol', now)
    if (!opened || hasSecondFactor(opened.credentials)) return { status: 'startAgain' }
    return { status: 'ok', ...offerSecret(opened.user, opened.credentials, { issuer: await issuerOf(payload), now }) }
  }
  const proven = await prove(payload, asking.user, typed, visitor)
  if (proven.status !== 'right') return proven
  return { status: 'ok', ...offerSecret(asking.user, proven.credentials, { issuer: await issuerOf(payload), now }) }
}

async function tell(
  payload: Payload,
  visitor: Visitor,
  user: Pick<User, 'id'>,
  told: { type: SecurityEventType; kind?: StaffMailKind; actor?: string; reason?: string },
): Promise<void> {
  const { now, device, clientAddress } = visitor
  const { type, kind, actor = null, reason = null } = told
  await recordSecurityEvent(payload, { type, at: now, account: user.id, actor, reason, device, clientAddress })
  if (kind) await queueStaffMail(payload, { kind, account: user.id, now })
}

export type Enrolled = { status: 'ok'; recoveryCodes: string[]; signedIn: SignInResult | null } | Refusal

/** Turns the second factor on. During sign-in this also completes the second step. */
export async function confirmEnrolment(
  payload: Payload,
  asking: Asking,
  { enrolment, code }: { enrolment: string; code: string },
  visitor: Visitor,
): Promise<Enrolled> {
  const opened =
    asking.by === 'challenge'
      ? await openChallenge(payload, asking.challenge, 'enrol', visitor.now)
      : { user: asking.user, credentials: await credentialsOf(payload, asking.user.id) }
  if (!opened?.credentials) return { status: 'startAgain' }
  const { user, credentials } = opened
  const attempt = await beginAttempt('code', visitor, { email: user.email, account: user.id })
  if (!attempt.isAllowed) return { status: 'tooMany' }
  const confirmed = await confirmSecret(payload, credentials, { enrolment, code, now: visitor.now })
  if (confirmed.status === 'wrong') return { status: 'wrongCode' }
  await attempt.takeBack()
  if (confirmed.status === 'expired') return { status: 'startAgain' }
  await tell(payload, visitor, user, { type: 'second-factor-enrolled', kind: 'second-factor-enrolled' })
  const kept = asking.by === 'session' ? asking.session : null
  await endSessions(payload, user.id, { except: kept })
  const signedIn =
    asking.by === 'challenge' ? await signInAfterEnrolment(payload, { user, credentials }, visitor) : null
  return { status: 'ok', recoveryCodes: confirmed.recoveryCodes, signedIn }
}

/** Turns one's own second factor off, where it isn't required. */
export async function removeOwnSecondFactor(
  payload: Payload,
  user: User,
  typed: { currentPassword: string; code: string },
  visitor: Visitor,
): Promise<{ status: 'ok' } | { status: 'required' } | Refusal> {
  if ((await dutyOf(payload, user, visitor.now)).kind !== 'free') return { status: 'required' }
  const proven = await prove(payload, user, typed, visitor)
  if (proven.status !== 'right') return proven
  await clearSecondFactor(payload, user.id)
  await tell(payload, visitor, user, { type: 'second-factor-removed', kind: 'second-factor-removed' })
  return { status: 'ok' }
}

/** Makes new recovery codes, which invalidate the earlier ones. */
export async function renewOwnRecoveryCodes(
  payload: Payload,
  user: User,
  typed: { currentPassword: string; code: string },
  visitor: Visitor,
): Promise<{ status: 'ok'; recoveryCodes: string[] } | Refusal> {
  const proven = await prove(payload, user, typed, visitor)
  if (proven.status !== 'right') return proven
  const recoveryCodes = await renewRecoveryCodes(payload, proven.credentials)
  if (recoveryCodes.length === 0) return { status: 'startAgain' }
  await tell(payload, visitor, user, { type: 'recovery-codes-made' })
  return { status: 'ok', recoveryCodes }
}

export type FactorReset = { status: 'ok' } | { status: 'notFound' | 'own' | 'none' | 'reasonMissing' | 'reasonTooLong' }

/**
 * Resets the second factor of a person who lost phone and codes, on behalf of an administrator. The reason is logged
 * for auditors, the person is told by mail, and every session ends.
 */
export async function resetSecondFactor(
  payload: Payload,
  { account, actor, reason }: { account: string; actor: string | null; reason: string },
  visitor: Visitor,
): Promise<FactorReset> {
  const kept = cleanText(reason)
  if (account === actor) return { status: 'own' }
  if ([...kept].length < reasonLimits.least) return { status: 'reasonMissing' }
  if ([...kept].length > reasonLimits.most) return { status: 'reasonTooLong' }
  const user = await accountById(payload, account)
  if (!user) return { status: 'notFound' }
  if (!hasSecondFactor(await credentialsOf(payload, account))) return { status: 'none' }
  // The log is written first: an entry without a reset is better than a reset without an entry.
  await tell(payload, visitor, user, {
    type: 'second-factor-reset',
    kind: 'second-factor-reset',
    reason: kept,
    ...(actor && { actor }),
  })
  await clearSecondFactor(payload, account)
  await endSessions(payload, account, { except: null })
  return { status: 'ok' }
}
