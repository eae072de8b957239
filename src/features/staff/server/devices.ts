import { keyedHash, randomToken, seal, unseal } from '@/platform/crypto'
import { credentialContexts } from '../domain/credential-contexts'
import { cookieLine } from './cookies'
import type { Visitor } from './visitor'

/**
 * A browser that an account has signed in from ("device cookie", OWASP). Guesses from elsewhere don't count against
 * it. It replaces neither password nor second factor, and its own failures are counted.
 */
interface Device {
  account: string
  id: string
}

const DAY_MS = 86_400_000
const REMEMBERED_DAYS = 365

/** One cookie per account, because several people share the association's computers. */
const cookieName = (account: string): string => `staff-device-${keyedHash(account, 'device-cookie').slice(0, 12)}`

/** @returns the device's id if the account has signed in from it */
export function knownDevice(visitor: Visitor, account: string): string | null {
  const token = visitor.cookies.get(cookieName(account))
  if (!token || token.length > 1000) return null
  const device = unseal<Device>(token, credentialContexts.device, visitor.now.getTime())
  return device?.account === account ? device.id : null
}

/** Remembers the browser for a year. A known browser keeps its id and its count. */
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
