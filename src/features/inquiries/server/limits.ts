import { env } from '@/platform/env'
import { rateLimiter } from '@/platform/rate-limit'
import { limits } from '../schema'

const HOUR = 3600
const DAY = 24 * HOUR

/** All figures are settings; see src/platform/env.ts. */
export const submissionsPerAddress = () =>
  rateLimiter({ name: 'submissions-address', points: env().LIMIT_SUBMISSIONS_PER_ADDRESS, seconds: HOUR })

export const submissionsWithoutProof = () =>
  rateLimiter({
    name: 'submissions-address-no-proof',
    points: env().LIMIT_SUBMISSIONS_PER_ADDRESS_WITHOUT_PROOF,
    seconds: HOUR,
  })

export const submissionsPerContact = () =>
  rateLimiter({ name: 'submissions-contact', points: env().LIMIT_SUBMISSIONS_PER_CONTACT, seconds: DAY })

/** Files may come with forms that are then refused, so they are counted on their own. */
export const filesPerAddress = () =>
  rateLimiter({
    name: 'files-address',
    points: env().LIMIT_SUBMISSIONS_PER_ADDRESS * limits.attachments,
    seconds: HOUR,
  })

export const trackingPerAddress = () =>
  rateLimiter({ name: 'tracking-address', points: env().LIMIT_TRACKING_PER_ADDRESS, seconds: HOUR })

export const trackingPerReference = () =>
  rateLimiter({ name: 'tracking-reference', points: env().LIMIT_TRACKING_PER_REFERENCE, seconds: HOUR })
