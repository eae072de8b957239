import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addressGroup } from '@/platform/client-address'
import { env } from '@/platform/env'

const SECONDS = 60

interface Holder {
  [holderKey]?: RateLimiterMemory
}
const holderKey = Symbol.for('creative-mom.rest-limit')

/** Counted per process: a database write for every read would cost more than the read. */
function limiter(): RateLimiterMemory {
  const holder = globalThis as Holder
  holder[holderKey] ??= new RateLimiterMemory({ points: env().LIMIT_API_PER_ADDRESS, duration: SECONDS })
  return holder[holderKey]
}

/** Counts a request of an address. @returns seconds to wait, or null when it is allowed */
export async function waitForTurn(address: string): Promise<number | null> {
  if (env().RATE_LIMITS === 'off') return null
  try {
    await limiter().consume(addressGroup(address))
    return null
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    throw error
  }
}
