import type { Payload, PayloadRequest, Where } from 'payload'
import type { StaffSession } from '@/payload-types'
import { shortenedAddress } from '@/platform/client-address'
import { keyedHash, randomToken } from '@/platform/crypto'
import { forgetRows } from '@/platform/forget-rows'
import type { Job } from '@/platform/jobs'
import { deleteRows, updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { SESSION_IDLE_SECONDS, SESSION_LONGEST_SECONDS } from '../schema'
import type { Visitor } from './visitor'

const hashOf = (token: string): string => keyedHash(token, 'staff-session')

/** Eight hours from now, at most a day from the start of the session. */
const endOf = (startedAt: Date, now: Date): Date =>
  new Date(Math.min(now.getTime() + SESSION_IDLE_SECONDS * 1000, startedAt.getTime() + SESSION_LONGEST_SECONDS * 1000))

export interface StartedSession {
  token: string
  expiresAt: Date
}

/** @returns the token, which is stored in the browser only */
export async function startSession(payload: Payload, account: string, visitor: Visitor): Promise<StartedSession> {
  const { now, device, clientAddress } = visitor
  const token = randomToken(32)
  const expiresAt = endOf(now, now)
  await payload.create({
    collection: 'staff-sessions',
    data: {
      tokenHash: hashOf(token),
      account,
      startedAt: now.toISOString(),
      seenAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      device,
      network: shortenedAddress(clientAddress) || null,
    },
    ...asSystem('sign-in'),
  })
  return { token, expiresAt }
}

/** @returns null when there is no such session or it is over */
export async function findSession(payload: Payload, token: string, now: Date): Promise<StaffSession | null> {
  if (token.length > 200) return null
  const { docs } = await payload.find({
    collection: 'staff-sessions',
    where: { tokenHash: { equals: hashOf(token) }, expiresAt: { greater_than: now.toISOString() } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('sign-in'),
  })
  return docs[0] ?? null
}

/** @returns the new end, or null when the session was ended meanwhile */
export async function extendSession(payload: Payload, session: StaffSession, now: Date): Promise<Date | null> {
  const expiresAt = endOf(new Date(session.startedAt), now)
  const extended = await updateRow(payload, 'sign-in', {
    collection: 'staff-sessions',
    where: { id: { equals: session.id }, expiresAt: { greater_than: now.toISOString() } },
    data: { expiresAt: expiresAt.toISOString(), seenAt: now.toISOString() },
  })
  return extended ? expiresAt : null
}

const SEEN_MS = 10 * 60_000

/** Records that the session is in use, at most every ten minutes. */
export async function recordUse(payload: Payload, session: StaffSession, now: Date): Promise<void> {
  if (now.getTime() - Date.parse(session.seenAt) < SEEN_MS) return
  await updateRow(payload, 'sign-in', {
    collection: 'staff-sessions',
    where: { id: { equals: session.id } },
    data: { seenAt: now.toISOString() },
  })
}

/** More sessions than a person opens in a day. */
const MAX_SESSIONS = 100

/** The account's open sessions, newest first. */
export async function listSessions(payload: Payload, account: string, now: Date): Promise<StaffSession[]> {
  const { docs } = await payload.find({
    collection: 'staff-sessions',
    where: { account: { equals: account }, expiresAt: { greater_than: now.toISOString() } },
    sort: '-startedAt',
    limit: MAX_SESSIONS,
    pagination: false,
    depth: 0,
    ...asSystem('sign-in'),
  })
  return docs
}

/** One session, by id or token; or all, except for one if given. */
export type ChosenSessions = { only: string } | { token: string } | { except: string | null }

function chosen(which: ChosenSessions): Where[] {
  if ('only' in which) return [{ id: { equals: which.only } }]
  if ('token' in which) return [{ tokenHash: { equals: hashOf(which.token) } }]
  return which.except === null ? [] : [{ id: { not_equals: which.except } }]
}

/** Ends sessions of an account, with effect from the next request. */
export async function endSessions(
  payload: Payload,
  account: string,
  which: ChosenSessions,
  req?: Partial<PayloadRequest>,
): Promise<void> {
  await deleteRows(payload, 'sign-in', {
    collection: 'staff-sessions',
    where: { and: [{ account: { equals: account } }, ...chosen(which)] },
    ...(req && { req }),
  })
}

/** Deletes expired sessions, with the networks and devices in them. */
export const forgetSessions: Job = {
  name: 'staff-sessions',
  run: (payload, now) => forgetRows(payload, 'staff-sessions', { expiresAt: { less_than: now.toISOString() } }),
}
