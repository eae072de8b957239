import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { updateRow } from '@/platform/raw-writes'
import { recordSecurityEvent } from '@/shared/audit/security-log'
import { accountById, accountEmail, findAccount } from './accounts'
import { mayRequestLink } from './attempts'
import { openPasswordLink } from './password-links'
import { queueStaffMail } from './staff-mails'
import type { Visitor } from './visitor'

/** The least time of an answer, so that timing does not reveal whether the account exists. */
const ANSWER_MS = 300

/**
 * Requests a link for a forgotten password. The mail is queued for the address as typed and the account looked up
 * when it is sent, so that the work is the same for any address.
 */
export async function requestPasswordLink(
  payload: Payload,
  typed: string,
  visitor: Visitor,
): Promise<'ok' | 'tooMany'> {
  const answerAt = performance.now() + ANSWER_MS
  const email = accountEmail(typed)
  const user = await findAccount(payload, email)
  const permission = await mayRequestLink(visitor, { email, account: user?.id ?? null })
  if (permission === 'send') await queueStaffMail(payload, { kind: 'forgotten', recipient: email, now: visitor.now })
  await new Promise((resolve) => setTimeout(resolve, answerAt - performance.now()))
  return permission === 'refused' ? 'tooMany' : 'ok'
}

/**
 * Invites again and invalidates earlier links. One statement, so that a save of the account in between is not undone.
 */
async function inviteAgain(payload: Payload, account: string, now: Date): Promise<boolean> {
  const invited = await updateRow(payload, 'claim', {
    collection: 'users',
    where: { id: { equals: account }, invitedAt: { exists: true } },
    data: { invitedAt: now.toISOString() },
  })
  if (!invited) return false
  await queueStaffMail(payload, { kind: 'invitation', account, now })
  return true
}

/**
 * Sends a new link to the address that an expired one was sent to.
 * @returns false when the link has not expired or is not valid
 */
export async function renewPasswordLink(
  payload: Payload,
  token: string,
  visitor: Visitor,
): Promise<'ok' | 'tooMany' | 'unknown'> {
  const link = await openPasswordLink(payload, token, visitor.now)
  if (link.status !== 'expired') return 'unknown'
  const permission = await mayRequestLink(visitor, { email: link.user.email, account: link.user.id })
  if (permission === 'refused') return 'tooMany'
  if (permission === 'enough') return 'ok'
  const isInvited = link.purpose === 'invitation' && (await inviteAgain(payload, link.user.id, visitor.now))
  if (!isInvited) await queueStaffMail(payload, { kind: 'forgotten', account: link.user.id, now: visitor.now })
  return 'ok'
}

/**
 * Sends a link on behalf of an administrator: an invitation to a person who never signed in, otherwise a password
 * link.
 */
export async function sendPasswordLink(
  payload: Payload,
  { account, actor, now }: { account: string; actor: User; now: Date },
): Promise<'invited' | 'link' | 'notFound'> {
  const user = await accountById(payload, account)
  if (!user) return 'notFound'
  const isInvited = Boolean(user.invitedAt) && (await inviteAgain(payload, account, now))
  if (!isInvited) await queueStaffMail(payload, { kind: 'forgotten', account, now })
  await recordSecurityEvent(payload, {
    type: 'account-invited',
    at: now,
    account,
    actor: actor.id,
    detail: isInvited ? 'invitation' : 'password link',
  })
  return isInvited ? 'invited' : 'link'
}
