import { env } from '@/platform/env'

/** Payload's own name for it, which its panel and callers of the REST API expect. */
export const SESSION_COOKIE = 'payload-token'

interface Cookie {
  name: string
  value: string
  seconds: number
  path: string
  sameSite: 'Lax' | 'Strict'
}

/** One `Set-Cookie` line: hidden from scripts, and on TLS sent over TLS only. */
export function cookieLine({ name, value, seconds, path, sameSite }: Cookie): string {
  const secure = env().siteUrl.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${secure}`
}

/** `Lax`, so that a link in a mail opens the panel signed in, while forms of other sites send no cookie. */
export const sessionCookie = (token: string, seconds: number): string =>
  cookieLine({ name: SESSION_COOKIE, value: token, seconds, path: '/', sameSite: 'Lax' })

export const endedSessionCookie = (): string => sessionCookie('', 0)
