import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import type { User } from '@/payload-types'
import { type LocalizedText, localize } from '@/platform/localize'
import { checkPassword } from '@/platform/passwords/password-rule'
import { deleteRows } from '@/platform/raw-writes'
import { asSystemWithin } from '@/platform/system-payload'
import { recordSecurityEvent } from '@/shared/audit/security-log'
import { accountById, accountEmail, personalFactsOf } from './accounts'
import { credentialsOf } from './credentials'
import { currentPasswordWords, passwordErrors } from './password-words'
import { checkCurrentPassword, setPassword } from './passwords'
import { sessionIdOf } from './session-strategy'
import { endSessions } from './sessions'
import { queueStaffMail } from './staff-mails'
import { visitorOf } from './visitor'

/** Rules for every save of an account: by the panel, REST or a program. */

const textIn = (data: unknown, name: string): string | null => {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : null
  return typeof value === 'string' && value !== '' ? value : null
}

const refusedAt = (path: string, words: LocalizedText, req: PayloadRequest) =>
  new ValidationError({ collection: 'users', errors: [{ path, message: localize(req, words) }] }, req.t)

const oneAtATime: LocalizedText = {
  ar: 'كلمة المرور والبريد يُغيَّران لكل شخص على حدة.',
  en: 'Passwords and e-mail addresses are changed one person at a time.',
}

/**
 * Requires the current password to change one's own password or e-mail, so that a panel left open is not enough to
 * take over an account. Runs before any data is read or stripped.
 */
export const requireCurrentPassword: CollectionBeforeOperationHook<'users'> = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  // Payload uses one operation name for changing one and many; only the change of one has an id.
  if (operation !== 'update' || overrideAccess || !('data' in args) || !req.user) return args
  const { data } = args
  const password = textIn(data, 'password')
  const email = textIn(data, 'email')
  const isForMany = !('id' in args) || args.id === undefined
  if (isForMany && (password || email)) throw new APIError(localize(req, oneAtATime), 400, null, true)
  if (isForMany || String(args.id) !== String(req.user.id)) return args
  const user = await accountById(req.payload, String(args.id))
  if (!user || (!password && (!email || accountEmail(email) === user.email))) return args
  const visitor = visitorOf(req.headers, new Date())
  const present = await checkCurrentPassword(req.payload, user, textIn(data, 'currentPassword') ?? '', visitor)
  if (present.status !== 'right') throw refusedAt('currentPassword', currentPasswordWords[present.status], req)
  return args
}

/** The one rule, whichever way the password came. */
export const checkNewPassword: CollectionBeforeValidateHook<User> = async ({ data, originalDoc, req }) => {
  const password = textIn(data, 'password')
  if (!data || password === null) return data
  const known = await personalFactsOf(req.payload, {
    name: data.name ?? originalDoc?.name ?? '',
    email: data.email ?? originalDoc?.email ?? '',
  })
  const error = checkPassword(password, known)
  if (error) throw refusedAt('password', passwordErrors[error], req)
  return data
}

/** An account without a password waits for its owner, who is sent a link. */
export const inviteWithoutPassword: CollectionBeforeChangeHook<User> = ({ data, operation }) => {
  if (operation !== 'create') return data
  return { ...data, invitedAt: textIn(data, 'password') ? null : new Date().toISOString() }
}

const rolesOf = (user: Partial<User> | undefined): string => [...(user?.roles ?? [])].sort().join(', ')

/** Keeps the credentials, sessions, mails and log of an account with what was saved. */
export const applyAccountChange: CollectionAfterChangeHook<User> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const { payload } = req
  const within = asSystemWithin(req, 'sign-in').req
  const visitor = visitorOf(req.headers ?? new Headers(), new Date())
  const { now } = visitor
  const isOwn = req.user?.id === doc.id
  const actor = isOwn ? null : (req.user?.id ?? null)
  const keptSession = isOwn ? sessionIdOf(req) : null
  const note = (type: 'account-created' | 'account-invited' | 'roles-changed' | 'email-changed', detail?: string) =>
    recordSecurityEvent(payload, { type, at: now, account: doc.id, actor, detail: detail ?? null }, within)

  if (operation === 'create') {
    await note('account-created', rolesOf(doc))
    if (doc.invitedAt) {
      await note('account-invited')
      await queueStaffMail(payload, { kind: 'invitation', account: doc.id, now }, within)
    }
  } else {
    if (rolesOf(previousDoc) !== rolesOf(doc)) {
      await note('roles-changed', `${rolesOf(previousDoc)} → ${rolesOf(doc)}`)
      await endSessions(payload, doc.id, { except: keptSession }, within)
    }
    if (previousDoc.email !== doc.email) {
      await note('email-changed')
      await endSessions(payload, doc.id, { except: keptSession }, within)
      for (const recipient of [previousDoc.email, doc.email]) {
        await queueStaffMail(payload, { kind: 'email-changed', account: doc.id, recipient, now }, within)
      }
    }
  }
  const password = textIn(data, 'password')
  if (password) {
    const from = operation === 'create' ? null : await credentialsOf(payload, doc.id)
    const set = await setPassword(payload, { user: doc, from, password, visitor, keptSession, actor }, within)
    if (set.status === 'conflict') throw new APIError(localize(req, changedMeanwhile), 409, null, true)
  }
  return doc
}

const changedMeanwhile: LocalizedText = {
  ar: 'غُيّرت كلمة المرور في الوقت نفسه من مكان آخر. تلزم المحاولة مجددًا.',
  en: 'The password was changed elsewhere at the same time. Please try again.',
}

/** Nothing of an account's way in outlives it; that it was there stays in the log, by its id. */
export const forgetAccount: CollectionAfterDeleteHook<User> = async ({ doc, id, req }) => {
  const account = String(id)
  const within = asSystemWithin(req, 'sign-in').req
  const ofAccount = { account: { equals: account } }
  for (const collection of ['staff-sessions', 'staff-credentials', 'staff-mails'] as const) {
    await deleteRows(req.payload, 'erase', { collection, where: ofAccount, req: within })
  }
  await recordSecurityEvent(
    req.payload,
    { type: 'account-deleted', at: new Date(), account, actor: req.user?.id ?? null, detail: rolesOf(doc) },
    within,
  )
  return doc
}
