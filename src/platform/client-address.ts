/** Set by the entry on everything it hands to Next; whatever a client sends under this name is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address'

/**
 * The address a request came from. Each trusted proxy appends whom it spoke to, so the client
 * stands that many places from the end; what stands before it, anybody can write.
 * @param peer the other end of the connection
 * @param forwardedFor the X-Forwarded-For header
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const chain = [...(forwardedFor ?? '').split(','), peer ?? '']
    .map((address) => address.trim().replace(/^::ffff:(?=\d+\.)/i, ''))
    .filter(Boolean)
  return chain.at(-1 - trustedProxies) ?? chain[0] ?? 'unknown'
}
