import type { AuthStrategy, PayloadRequest } from 'payload'
import { parseCookies } from 'payload/shared'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { SESSION_COOKIE } from './cookies'
import { findSession, recordUse } from './sessions'

/**
 * A cookie counts only for requests from this site's own pages, by the origin that the browser states. Old browsers
 * state none; there `SameSite` keeps the cookie from other sites.
 */
function isOwnRequest(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin !== null) return origin === new URL(env().siteUrl).origin
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

/** `Authorization: Bearer …` (RFC 6750), or `JWT …` as callers of Payload's API write it; else the cookie. */
export function sessionTokenIn(headers: Headers): string | null {
  const given = /^(?:Bearer|JWT) (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
  if (given) return given
  return isOwnRequest(headers) ? (parseCookies(headers).get(SESSION_COOKIE) ?? null) : null
}

/** The signed-in person, looked up at every request, so that an ended session is over at once. */
export const sessionStrategy: AuthStrategy = {
  name: 'session',
  async authenticate({ headers, payload }) {
    const token = sessionTokenIn(headers)
    const now = new Date()
    const session = token ? await findSession(payload, token, now) : null
    if (!session) return { user: null }
    const user = await payload.findByID({
      collection: 'users',
      id: session.account,
      depth: 0,
      disableErrors: true,
      ...asSystem('sign-in'),
    })
    if (!user) return { user: null }
    await recordUse(payload, session, now)
    return { user: { ...user, collection: 'users', _strategy: 'session', _sid: session.id } }
  },
}

/** The id of the request's session. */
export const sessionIdOf = ({ user }: Pick<PayloadRequest, 'user'>): string | null => {
  const id: unknown = user && '_sid' in user ? user._sid : null
  return typeof id === 'string' ? id : null
}
