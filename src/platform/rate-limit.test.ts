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
})
