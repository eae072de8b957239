import type { Payload } from 'payload'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addressGroup } from '@/platform/client-address'
import { keyedHash } from '@/platform/crypto'
import { env } from '@/platform/env'
import { logger } from '@/platform/logger'
import { countShared, readShared, uncountShared } from '@/platform/shared-counts'

/**
 * Counts actions of a key (an address, a contact) in a period. A serving process counts in the database, so that
 * limits hold across processes; without the database, and in programs that don't serve, each process counts for
 * itself.
 */
export interface RateLimiter {
  /** Counts one or several actions. @returns false when that is more than allowed */
  consume(key: string, count?: number): Promise<boolean>
  /** Takes one action back that turned out not to be a failure. */
  refund(key: string): Promise<void>
  /** Whether the next action would be refused, without counting. */
  isExhausted(key: string): Promise<boolean>
}

interface Counting {
  own: Map<string, RateLimiterMemory>
  shared: (() => Promise<Payload>) | null
}

interface Holder {
  [holderKey]?: Counting
}
const holderKey = Symbol.for('creative-mom.rate-limiters')

/** One per process, even if the bundler loads this module twice. */
function counting(): Counting {
  const holder = globalThis as Holder
  holder[holderKey] ??= { own: new Map(), shared: null }
  return holder[holderKey]
}

/** From now on this process counts in the database. */
export function shareRateLimits(getPayload: () => Promise<Payload>): void {
  counting().shared = getPayload
}

function ownCounter(name: string, points: number, seconds: number): RateLimiterMemory {
  const { own } = counting()
  let found = own.get(name)
  if (!found) {
    found = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
    own.set(name, found)
  }
  return found
}

/** @returns null when this process counts for itself, for whatever reason */
async function askShared(ask: (payload: Payload) => Promise<number>): Promise<number | null> {
  const { shared } = counting()
  if (!shared) return null
  try {
    return await ask(await shared())
  } catch (error) {
    logger.warn({ err: error }, 'rate limits are counted by this process alone')
    return null
  }
}

export interface Limit {
  name: string
  /** How many in `seconds`; RATE_LIMITS=off (loopback only) lets everything through. */
  points: number
  seconds: number
  /** The kind of key: client addresses are grouped, so that an IPv6 /64 is one client. */
  by?: 'address'
}

export function rateLimiter({ name, points, seconds, by }: Limit): RateLimiter {
  const isOff = () => env().RATE_LIMITS === 'off'
  const unitOf = by === 'address' ? addressGroup : (key: string) => key
  const sharedKey = (key: string) => `${name}:${keyedHash(key, 'rate-limit')}`
  return {
    async consume(given, count = 1) {
      if (isOff()) return true
      const key = unitOf(given)
      const counted = await askShared((payload) =>
        countShared(payload, { key: sharedKey(key), seconds, now: new Date(), count }),
      )
      if (counted !== null) return counted <= points
      try {
        await ownCounter(name, points, seconds).consume(key, count)
        return true
      } catch (error) {
        if (error instanceof RateLimiterRes) return false
        throw error
      }
    },
    async refund(given) {
      if (isOff()) return
      const key = unitOf(given)
      const shared = await askShared((payload) => uncountShared(payload, { key: sharedKey(key), now: new Date() }))
      if (shared !== null) return
      const counter = ownCounter(name, points, seconds)
      const state = await counter.get(key)
      if (state !== null && state.consumedPoints > 0) await counter.reward(key)
    },
    async isExhausted(given) {
      if (isOff()) return false
      const key = unitOf(given)
      const count = await askShared((payload) => readShared(payload, { key: sharedKey(key), now: new Date() }))
      if (count !== null) return count >= points
      const state = await ownCounter(name, points, seconds).get(key)
      return state !== null && state.remainingPoints <= 0
    },
  }
}
