import { env } from '@/platform/env'
import { rateLimiter } from '@/platform/rate-limit'

const HOUR = 3600
const DAY = 24 * HOUR

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

/** From all addresses together: what keeps guessing hopeless (docs/adr/0022). */
export const trackingAnywhere = () =>
  rateLimiter({
    name: 'tracking-anywhere',
    points: env().LIMIT_TRACKING_PER_REFERENCE_A_DAY,
    seconds: DAY,
  })

/** Requests for a new link by who lost the code. */
export const linksPerAddress = () =>
  rateLimiter({ name: 'links-address', by: 'address', points: env().LIMIT_LINKS_PER_ADDRESS, seconds: HOUR })

export const linksPerContact = () =>
  rateLimiter({ name: 'links-contact', points: env().LIMIT_LINKS_PER_CONTACT, seconds: DAY })
