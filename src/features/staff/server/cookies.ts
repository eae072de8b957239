import { env } from '@/platform/env'

/** Payload's name for it, so that its panel and the REST API's callers find what they know. */
export const SESSION_COOKIE = 'payload-token'

interface Cookie {
  name: string
  value: string
  seconds: number
  path: string
  sameSite: 'Lax' | 'Strict'
}

/** One `Set-Cookie` line: never for scripts, and behind TLS never without it. */
export function cookieLine({ name, value, seconds, path, sameSite }: Cookie): string {
  const secure = env().siteUrl.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${secure}`
}

/** `Lax`, so that a link in a mail opens the panel signed in; a form of another site brings no cookie. */
export const sessionCookie = (token: string, seconds: number): string =>
  cookieLine({ name: SESSION_COOKIE, value: token, seconds, path: '/', sameSite: 'Lax' })

export const endedSessionCookie = (): string => sessionCookie('', 0)
