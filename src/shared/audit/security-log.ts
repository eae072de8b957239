import type { Payload, PayloadRequest } from 'payload'
import { shortenedAddress } from '@/platform/client-address'
import type { Job } from '@/platform/jobs'
import { logger } from '@/platform/logger'
import { rateLimiter } from '@/platform/rate-limit'
import { asSystem } from '@/platform/system-payload'

export const securityEventTypes = [
  'signed-in',
  'sign-in-failed',
  'code-failed',
  'recovery-code-used',
  'sessions-ended',
  'password-set',
  'email-changed',
  'second-factor-enrolled',
  'second-factor-removed',
  'second-factor-reset',
  'recovery-codes-made',
  'account-created',
  'account-invited',
  'account-deleted',
  'roles-changed',
  'settings-changed',
  'cases-exported',
  'restricted-case-opened',
  'restricted-file-opened',
] as const
export type SecurityEventType = (typeof securityEventTypes)[number]

export interface SecurityEvent {
  type: SecurityEventType
  at: Date
  /** The account's id. */
  account?: string | null
  /** Who did it, if it was someone else. */
  actor?: string | null
  reason?: string | null
  /** Roles, kinds, figures; never a name or an address. */
  detail?: string | null
  device?: string | null
  /** As the entry gives it; only the network is kept. */
  clientAddress?: string | null
}

/** Failures are made by anybody: beyond this they are counted by the limits alone. */
const failures = rateLimiter({ name: 'security-log-failures', points: 2000, seconds: 3600 })

/** Appends to the log of accounts (src/shared/audit/security-events.ts). */
export async function recordSecurityEvent(
  payload: Payload,
  { type, at, account, actor, reason, detail, device, clientAddress }: SecurityEvent,
  req?: Partial<PayloadRequest>,
): Promise<void> {
  const isFailure = type === 'sign-in-failed' || type === 'code-failed'
  if (isFailure && !(await failures.consume('all'))) {
    logger.warn({ type }, 'too many failures to keep each of them')
    return
  }
  await payload.create({
    collection: 'security-events',
    data: {
      type,
      at: at.toISOString(),
      account: account ?? null,
      actor: actor ?? null,
      reason: reason ?? null,
      detail: detail ?? null,
      device: device ?? null,
      network: clientAddress ? shortenedAddress(clientAddress) || null : null,
    },
    ...asSystem('security-log'),
    ...(req && { req }),
  })
}

const DAY_MS = 86_400_000
const KEPT_MS = 730 * DAY_MS
/** In one round; the next takes the rest. */
const BATCH = 500

/** Erases what is older than two years. */
export const forgetSecurityEvents: Job = {
  name: 'security-events',
  async run(payload, now) {
    const old = { at: { less_than: new Date(now.getTime() - KEPT_MS).toISOString() } }
    const { docs } = await payload.find({
      collection: 'security-events',
      where: old,
      sort: ['at', 'id'],
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    for (const { id } of docs) await payload.delete({ collection: 'security-events', id, ...asSystem('job') })
    return docs.length
  },
}
