import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import proxyAddr from 'proxy-addr'

/** Set by the entry on every request passed to Next; a header of this name from a client is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address'

/** Some proxies write the port beside the address: `203.0.113.9:4711`, `[2001:db8::1]:443`. */
const withoutPort = (text: string): string =>
  text.replace(/^\[([^\]]+)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')

/** The IPv4 address inside an IPv6 one: mapped (`::ffff:`) or translated by a gateway (RFC 6052, RFC 6145). */
function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  const isTranslated = ['rfc6052', 'rfc6145'].includes(address.range())
  return isTranslated ? new ipaddr.IPv4(address.toByteArray().slice(-4)) : null
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const plain = withoutPort(text.trim())
  // Shorthands such as `127.1` or `0x7f000001` don't occur as peer addresses.
  if (ipaddr.IPv4.isValidFourPartDecimal(plain)) return ipaddr.IPv4.parse(plain)
  if (!ipaddr.IPv6.isValid(plain)) return null
  const address = ipaddr.IPv6.parse(plain)
  return embeddedIpv4(address) ?? address
}

/**
 * The unit that limits count by, as its first address: an IPv4 address is one, a network of IPv6 is
 * one by its /64, because one line is given at least that and can change the rest at will (RFC 6177).
 * Applied twice it is the same. What is no address stays as it is.
 */
export function addressGroup(text: string): string {
  const address = parse(text)
  if (!address) return text
  if (address instanceof ipaddr.IPv4) return address.toString()
  const network = new ipaddr.IPv6([...address.parts.slice(0, 4), 0, 0, 0, 0])
  return network.toString()
}

/** As much of an address as may be kept: the provider's network, not the line. `203.0.113.0/24`. */
export function shortenedAddress(text: string): string {
  const address = parse(text)
  if (!address) return ''
  if (address instanceof ipaddr.IPv4) return `${address.octets.slice(0, 3).join('.')}.0/24`
  return `${new ipaddr.IPv6([...address.parts.slice(0, 3), 0, 0, 0, 0, 0]).toString()}/48`
}

/**
 * The address a request came from, by {@link addressGroup}. Each trusted proxy appends whom it spoke
 * to, so the client stands that many places from the end; what stands before it, anybody can write.
 * @param peer the other end of the connection
 * @param forwardedFor the X-Forwarded-For header
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  // The only parts of a request that the library reads.
  const request = { socket: { remoteAddress: peer ?? '' }, headers: { 'x-forwarded-for': forwardedFor } }
  const chain = proxyAddr.all(request as unknown as IncomingMessage, (_, hop) => hop < trustedProxies)
  // A proxy that hides its client ("unknown") is counted as the client itself.
  const known = chain.findLast((address) => parse(address) !== null)
  return known === undefined ? 'unknown' : addressGroup(known)
}
