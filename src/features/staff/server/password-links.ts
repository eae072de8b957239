import type { Payload } from 'payload'
import type { StaffCredential, User } from '@/payload-types'
import { keyedHash, seal, unseal } from '@/platform/crypto'
import { env } from '@/platform/env'
import { credentialContexts } from '../domain/credential-contexts'
import { INVITATION_HOURS, RESET_LINK_HOURS } from '../schema'
import { accountById } from './accounts'
import { credentialsOf, passwordMark } from './credentials'

export type LinkPurpose = 'invitation' | 'reset'

interface Link {
  account: string
  purpose: LinkPurpose
  mark: string
  /** Milliseconds since 1970. Part of the token, so that an expired link is still recognised. */
  until: number
}

const HOUR_MS = 3_600_000
const hours: Record<LinkPurpose, number> = { invitation: INVITATION_HOURS, reset: RESET_LINK_HOURS }

/** Changes with every new password and invitation. */
const markOf = (user: Pick<User, 'invitedAt'>, credentials: StaffCredential | null): string =>
  keyedHash(`${passwordMark(credentials)} ${user.invitedAt ? Date.parse(user.invitedAt) : ''}`, 'password-link')

/** The address of the page that sets a password. Its token is sealed. */
export function passwordLink(
  user: Pick<User, 'id' | 'invitedAt'>,
  credentials: StaffCredential | null,
  { purpose, now }: { purpose: LinkPurpose; now: Date },
): string {
  const until = now.getTime() + hours[purpose] * HOUR_MS
  const link: Link = { account: user.id, purpose, mark: markOf(user, credentials), until }
  return `${env().siteUrl}/admin/password/${seal(link, credentialContexts.passwordLink, null)}`
}

export type OpenedLink =
  | { status: 'ok'; purpose: LinkPurpose; user: User; credentials: StaffCredential | null }
  /** Used, or replaced by a newer one. */
  | { status: 'used'; purpose: LinkPurpose }
  | { status: 'expired'; purpose: LinkPurpose; user: User }
  | { status: 'unknown' }

export async function openPasswordLink(payload: Payload, token: string, now: Date): Promise<OpenedLink> {
  const link = unseal<Link>(token, credentialContexts.passwordLink, now.getTime())
  const user = link && (await accountById(payload, link.account))
  if (!link || !user) return { status: 'unknown' }
  const { purpose } = link
  const credentials = await credentialsOf(payload, user.id)
  if (link.mark !== markOf(user, credentials)) return { status: 'used', purpose }
  if (link.until < now.getTime()) return { status: 'expired', purpose, user }
  return { status: 'ok', purpose, user, credentials }
}
