import { env } from '@/platform/env'
import { rateLimiter } from '@/platform/rate-limit'

const HOUR = 3600
const DAY = 24 * HOUR

/** What every form that is stored counts. All figures are settings; see src/platform/env.ts. */
export const submissionsWithoutProof = () =>
  rateLimiter({
    name: 'submissions-address-no-proof',
    by: 'address',
    points: env().LIMIT_SUBMISSIONS_PER_ADDRESS_WITHOUT_PROOF,
    seconds: HOUR,
  })

export const submissionsPerContact = () =>
  rateLimiter({ name: 'submissions-contact', points: env().LIMIT_SUBMISSIONS_PER_CONTACT, seconds: DAY })
