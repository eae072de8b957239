import { describe, expect, it } from 'vitest'
import { rateLimiter } from '@/platform/rate-limit'

describe('a rate limiter', () => {
  it('lets so many through and refuses the next, each key for itself', async () => {
    const limiter = rateLimiter({ name: 'test-consume', points: 2, seconds: 60 })
    expect(await limiter.consume('a')).toBe(true)
    expect(await limiter.isExhausted('a')).toBe(false)
    expect(await limiter.consume('a')).toBe(true)
    expect(await limiter.isExhausted('a')).toBe(true)
    expect(await limiter.consume('a')).toBe(false)
    expect(await limiter.consume('b')).toBe(true)
  })

  it('counts on where the same limiter is made a second time', async () => {
    const make = () => rateLimiter({ name: 'test-shared', points: 1, seconds: 60 })
    expect(await make().consume('a')).toBe(true)
    expect(await make().consume('a')).toBe(false)
  })

  it('counts a /64 of IPv6 as one client, and its neighbour as another', async () => {
    const limiter = rateLimiter({ name: 'test-address', by: 'address', points: 1, seconds: 60 })
    expect(await limiter.consume('2001:db8:1:2::1')).toBe(true)
    expect(await limiter.isExhausted('2001:db8:1:2:ffff::9')).toBe(true)
    expect(await limiter.consume('2001:db8:1:2:ffff::9')).toBe(false)
    expect(await limiter.consume('2001:db8:1:3::1')).toBe(true)
  })

  it('takes back what was reserved, and never gives more than was taken', async () => {
    const limiter = rateLimiter({ name: 'test-refund', points: 1, seconds: 60 })
    expect(await limiter.consume('a')).toBe(true)
    expect(await limiter.consume('a')).toBe(false)
    await limiter.refund('a')
    await limiter.refund('a')
    await limiter.refund('a')
    expect(await limiter.consume('a')).toBe(true)
    expect(await limiter.consume('a')).toBe(false)
  })
})
