import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressGroup, clientAddress, shortenedAddress } from './client-address'

describe('the client address', () => {
  it.each([
    ['no proxy: the peer', '203.0.113.9', undefined, 0, '203.0.113.9'],
    ['no proxy: what the client claims is ignored', '203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
    ['one proxy: whom it spoke to', '127.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
    ['one proxy: what the client claims stands before', '127.0.0.1', '1.1.1.1, 203.0.113.9', 1, '203.0.113.9'],
    ['two proxies', '127.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
    ['fewer proxies than promised: the farthest known', '127.0.0.1', undefined, 2, '127.0.0.1'],
    ['IPv4 mapped into IPv6', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
    ['IPv4 mapped into IPv6, in hexadecimal', '::ffff:cb00:7109', undefined, 0, '203.0.113.9'],
    ['a proxy that writes the port', '127.0.0.1', '203.0.113.9:4711', 1, '203.0.113.9'],
    ['a proxy that writes IPv6 in brackets', '127.0.0.1', '[2001:db8:1:2:3::4]:443', 1, '2001:db8:1:2::'],
    ['a proxy that hides its client', '192.0.2.7', 'unknown', 1, '192.0.2.7'],
    ['words where an address should be', '192.0.2.7', 'a, b', 2, '192.0.2.7'],
    ['an address with a zone', 'fe80::1%eth0', undefined, 0, 'fe80::'],
    ['nothing known', undefined, undefined, 0, 'unknown'],
  ])('%s', (_, peer, forwardedFor, proxies, expected) => {
    expect(clientAddress(peer, forwardedFor, proxies)).toBe(expected)
  })
})

describe('the group that limits count by', () => {
  it.each([
    ['one IPv4 address', '203.0.113.9', '203.0.113.9'],
    ['a /64 of IPv6', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::'],
    ['another address of the same /64', '2001:0DB8:0001:0002::1', '2001:db8:1:2::'],
    ['the next /64 is another', '2001:db8:1:3::1', '2001:db8:1:3::'],
    ['mapped IPv4 is IPv4, not a /64 that all of IPv4 would share', '::ffff:198.51.100.1', '198.51.100.1'],
    ['IPv4 behind a NAT64 gateway too', '64:ff9b::198.51.100.1', '198.51.100.1'],
    ['what is no address', 'local', 'local'],
  ])('%s', (_, address, expected) => {
    expect(addressGroup(address)).toBe(expected)
  })

  it('is the same for every address of a /64, and stays the same when taken again', () => {
    const part = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 4, maxLength: 4 }),
        fc.array(part, { minLength: 4, maxLength: 4 }),
        (network, host) => {
          const prefix = ['2001', 'db8', ...network.slice(2)]
          const group = addressGroup([...prefix, ...host].join(':'))
          expect(group).toBe(addressGroup([...prefix, '0', '0', '0', '1'].join(':')))
          expect(addressGroup(group)).toBe(group)
        },
      ),
    )
  })
})

describe('the part of an address that is kept', () => {
  it.each([
    ['203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:1:2:3::4', '2001:db8:1::/48'],
    ['::ffff:203.0.113.9', '203.0.113.0/24'],
    ['local', ''],
  ])('of %s is %s', (address, kept) => {
    expect(shortenedAddress(address)).toBe(kept)
  })
})
