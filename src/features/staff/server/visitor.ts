import { parseCookies } from 'payload/shared'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { deviceName } from '../domain/device'

/** The client of a request, before sign-in. */
export interface Visitor {
  clientAddress: string
  device: string | null
  cookies: ReadonlyMap<string, string>
  now: Date
}

/** @param headers as the entry passes them on, including the client's address */
export const visitorOf = (headers: Headers, now: Date): Visitor => ({
  clientAddress: headers.get(CLIENT_ADDRESS_HEADER) ?? 'local',
  device: deviceName(headers.get('user-agent')),
  cookies: parseCookies(headers),
  now,
})
