import { env } from '@/platform/env'
import { rateLimiter } from '@/platform/rate-limit'

const HOUR = 3600

/** The limits are those of inquiries (src/platform/env.ts), counted separately. */
export const evaluationsPerAddress = () =>
  rateLimiter({
    name: 'evaluations-address',
    by: 'address',
    points: env().LIMIT_SUBMISSIONS_PER_ADDRESS,
    seconds: HOUR,
  })

export const evaluationsWithoutProof = () =>
  rateLimiter({
    name: 'evaluations-address-no-proof',
    by: 'address',
    points: env().LIMIT_SUBMISSIONS_PER_ADDRESS_WITHOUT_PROOF,
    seconds: HOUR,
  })
