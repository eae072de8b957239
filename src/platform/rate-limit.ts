import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from '@/platform/env'

/**
 * Counts what one key (an address, a contact) does in a span of time. In memory: each process
 * counts for itself. A shared store fits behind the same interface (rate-limiter-flexible has one
 * for MongoDB) without its callers changing.
 */
export interface RateLimiter {
  /** Counts one more. @returns false when that is more than allowed */
  consume(key: string): Promise<boolean>
  /** Whether another one would be refused; counts nothing. */
  isExhausted(key: string): Promise<boolean>
}

interface Holder {
  [holderKey]?: Map<string, RateLimiterMemory>
}
const holderKey = Symbol.for('creative-mom.rate-limiters')

/** One counter a name and process, also where the bundler loads this module twice. */
function counter(name: string, points: number, seconds: number): RateLimiterMemory {
  const holder = globalThis as Holder
  holder[holderKey] ??= new Map()
  let found = holder[holderKey].get(name)
  if (!found) {
    found = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
    holder[holderKey].set(name, found)
  }
  return found
}

/** @param points how many in `seconds`; RATE_LIMITS=off (loopback only) lets everything through */
export function rateLimiter({ name, points, seconds }: { name: string; points: number; seconds: number }): RateLimiter {
  const isOff = () => env().RATE_LIMITS === 'off'
  return {
    async consume(key) {
      if (isOff()) return true
      try {
        await counter(name, points, seconds).consume(key)
        return true
      } catch (error) {
        if (error instanceof RateLimiterRes) return false
        throw error
      }
    },
    async isExhausted(key) {
      if (isOff()) return false
      const state = await counter(name, points, seconds).get(key)
      return state !== null && state.remainingPoints <= 0
    },
  }
}
