import { keyedHash, randomToken, seal, unseal } from '@/platform/crypto'
import { credentialContexts } from '../domain/credential-contexts'
import { cookieLine } from './cookies'
import type { Visitor } from './visitor'

/**
 * A browser that an account signed in from before ("device cookie", OWASP): guesses from elsewhere
 * count against their addresses, never against it. It proves nothing but that; the password and the
 * second step are asked all the same, and its own failures are counted by it.
 */
interface Device {
  account: string
  id: string
}

const DAY_MS = 86_400_000
const REMEMBERED_DAYS = 365

/** One cookie an account, because several people share the association's computers. */
const cookieName = (account: string): string => `staff-device-${keyedHash(account, 'device-cookie').slice(0, 12)}`

/** @returns the device's id when the account signed in from it before */
export function knownDevice(visitor: Visitor, account: string): string | null {
  const token = visitor.cookies.get(cookieName(account))
  if (!token || token.length > 1000) return null
  const device = unseal<Device>(token, credentialContexts.device, visitor.now.getTime())
  return device?.account === account ? device.id : null
}

/** Remembers the browser for a year; one that is known keeps its id, and with it its count. */
export function deviceCookie(visitor: Visitor, account: string): string {
  const device: Device = { account, id: knownDevice(visitor, account) ?? randomToken() }
  const until = visitor.now.getTime() + REMEMBERED_DAYS * DAY_MS
  return cookieLine({
    name: cookieName(account),
    value: seal(device, credentialContexts.device, until),
    seconds: REMEMBERED_DAYS * 86_400,
    path: '/',
    sameSite: 'Strict',
  })
}
