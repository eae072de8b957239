import { expect, it } from 'vitest'
import { clientAddress } from './client-address'

it.each([
  ['no proxy: the peer', '203.0.113.9', undefined, 0, '203.0.113.9'],
  ['no proxy: what the client claims is ignored', '203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
  ['one proxy: whom it spoke to', '127.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
  ['one proxy: what the client claims stands before', '127.0.0.1', '1.1.1.1, 203.0.113.9', 1, '203.0.113.9'],
  ['two proxies', '127.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
  ['fewer proxies than promised: the farthest known', '127.0.0.1', undefined, 2, '127.0.0.1'],
  ['IPv4 in IPv6 clothes', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
  ['nothing known', undefined, undefined, 0, 'unknown'],
])('%s', (_, peer, forwardedFor, proxies, expected) => {
  expect(clientAddress(peer, forwardedFor, proxies)).toBe(expected)
})
