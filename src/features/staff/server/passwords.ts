import type { Payload, PayloadRequest } from 'payload'
import type { StaffCredential, User } from '@/payload-types'
import { env } from '@/platform/env'
import { removeFirstSignIn } from '@/platform/first-sign-in'
import { verifyPassword } from '@/platform/passwords/password-hash'
import { checkPassword, type PasswordError } from '@/platform/passwords/password-rule'
import { updateRow } from '@/platform/raw-writes'
import { recordSecurityEvent } from '@/shared/audit/security-log'
import { personalFactsOf } from './accounts'
import { beginAttempt } from './attempts'
import { credentialsOf, writePassword } from './credentials'
import { type OpenedLink, openPasswordLink } from './password-links'
import { endSessions } from './sessions'
import { afterPassword, type SignInResult } from './sign-in'
import { queueStaffMail } from './staff-mails'
import type { Visitor } from './visitor'

export type CurrentPassword =
  | { status: 'right'; credentials: StaffCredential }
  | { status: 'wrong' }
  | { status: 'tooMany' }

/** Checks the current password of a signed-in person. Failures count like those of sign-in. */
export async function checkCurrentPassword(
  payload: Payload,
  user: Pick<User, 'id' | 'email'>,
  password: string,
  visitor: Visitor,
): Promise<CurrentPassword> {
  const credentials = await credentialsOf(payload, user.id)
  const attempt = await beginAttempt('password', visitor, { email: user.email, account: user.id })
  if (!attempt.isAllowed) return { status: 'tooMany' }
  const isRight = await verifyPassword(password, credentials?.passwordHash ?? null)
  if (!isRight || !credentials) return { status: 'wrong' }
  await attempt.takeBack()
  return { status: 'right', credentials }
}

interface NewPassword {
  user: User
  /** The credentials as they were when the change was authorised. */
  from: StaffCredential | null
  password: string
  visitor: Visitor
  /** The session to keep; null ends all. */
  keptSession: string | null
  /** The person who set it, if not the account's owner. */
  actor?: string | null
  detail?: string
}

export type PasswordSet = { status: 'ok' } | { status: 'invalid'; error: PasswordError } | { status: 'conflict' }

/** Checks and sets a password, ends the account's other sessions and tells its owner by mail. */
export async function setPassword(
  payload: Payload,
  { user, from, password, visitor, keptSession, actor = null, detail }: NewPassword,
  req?: Partial<PayloadRequest>,
): Promise<PasswordSet> {
  const error = checkPassword(password, await personalFactsOf(payload, user))
  if (error) return { status: 'invalid', error }
  const { now, device, clientAddress } = visitor
  const isFirst = !from?.passwordHash
  if (!(await writePassword(payload, user.id, { from, password, now }, req))) return { status: 'conflict' }
  await endSessions(payload, user.id, { except: keptSession }, req)
  if (user.invitedAt) await noteAccepted(payload, user.id, req)
  const event = { at: now, account: user.id, actor, detail: detail ?? null, device, clientAddress }
  await recordSecurityEvent(payload, { type: 'password-set', ...event }, req)
  if (!isFirst) {
    await queueStaffMail(payload, { kind: 'password-changed', account: user.id, now }, req)
    removeFirstSignIn(env(), user.email)
  }
  return { status: 'ok' }
}

/** Marks the invitation as accepted. One statement, so that a save of the account in between is not undone. */
async function noteAccepted(payload: Payload, account: string, req?: Partial<PayloadRequest>): Promise<void> {
  await updateRow(payload, 'mark', {
    collection: 'users',
    where: { id: { equals: account } },
    data: { invitedAt: null },
    ...(req && { req }),
  })
}

export type ChangedPassword = PasswordSet | { status: 'wrongPresent' } | { status: 'tooMany' }

/** Changes one's own password. */
export async function changePassword(
  payload: Payload,
  {
    user,
    currentPassword,
    password,
    session,
  }: { user: User; currentPassword: string; password: string; session: string | null },
  visitor: Visitor,
): Promise<ChangedPassword> {
  const present = await checkCurrentPassword(payload, user, currentPassword, visitor)
  if (present.status === 'tooMany') return present
  if (present.status === 'wrong') return { status: 'wrongPresent' }
  return setPassword(payload, { user, from: present.credentials, password, visitor, keptSession: session })
}

export type PasswordByLink =
  | Exclude<OpenedLink, { status: 'ok' }>
  | { status: 'invalid'; error: PasswordError }
  | { status: 'set'; purpose: 'invitation' | 'reset'; next: SignInResult }

/** Sets a password by a mailed link and continues with sign-in, including the second factor. */
export async function setPasswordByLink(
  payload: Payload,
  { token, password }: { token: string; password: string },
  visitor: Visitor,
): Promise<PasswordByLink> {
  const link = await openPasswordLink(payload, token, visitor.now)
  if (link.status !== 'ok') return link
  const { user, purpose, credentials: from } = link
  const set = await setPassword(payload, { user, from, password, visitor, keptSession: null, detail: purpose })
  if (set.status === 'invalid') return set
  const credentials = await credentialsOf(payload, user.id)
  // Another request used the same link first.
  if (set.status === 'conflict' || !credentials) return { status: 'used', purpose }
  const next = await afterPassword(payload, { user: { ...user, invitedAt: null }, credentials }, visitor)
  return { status: 'set', purpose, next }
}
