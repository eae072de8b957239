import { env } from '@/platform/env'
import { rateLimiter } from '@/platform/rate-limit'

const HOUR = 3600

export const submissionsPerAddress = () =>
  rateLimiter({
    name: 'submissions-address',
    by: 'address',
    points: env().LIMIT_SUBMISSIONS_PER_ADDRESS,
    seconds: HOUR,
  })

export const trackingPerAddress = () =>
  rateLimiter({ name: 'tracking-address', by: 'address', points: env().LIMIT_TRACKING_PER_ADDRESS, seconds: HOUR })

export const trackingPerReference = () =>
  rateLimiter({ name: 'tracking-reference', points: env().LIMIT_TRACKING_PER_REFERENCE, seconds: HOUR })
