import { addressGroup } from '@/platform/client-address'
import { type RateLimiter, rateLimiter } from '@/platform/rate-limit'
import { HOUR_SECONDS } from '../schema'
import { knownDevice } from './devices'
import type { Visitor } from './visitor'

/**
 * How often a password, a code or a mail may be tried for. Only failures count: each attempt is counted before it is
 * checked, so that parallel attempts can't slip through, and taken back when it succeeds.
 *
 * From a known device, attempts count by that device alone, so that an anonymous client can't lock the owner out.
 * Elsewhere they count by account and address, by address (a /64 of IPv6 is one), and slowly by account, over all
 * addresses, so that ten thousand addresses gain nothing.
 *
 * Passwords: 60 an hour from devices that are new to the account are 525,600 a year, against the 10^9 guesses that
 * the rule for passwords asks for: 1 in 1,900 a year, attacked day and night. Codes (only with the right password): 3
 * of 10^6 are valid at a time; 30 a day are 10,950 a year, 3 in 100, and at the fifth wrong one the owner is told by
 * mail to change the password.
 */

interface Limit {
  limiter: RateLimiter
  key: string
}

type AttemptKind = 'password' | 'code'

const DAY_SECONDS = 24 * HOUR_SECONDS

const limitersOf = (kind: AttemptKind, account: { points: number; seconds: number }) => ({
  byDevice: rateLimiter({ name: `${kind}-device`, points: 10, seconds: HOUR_SECONDS }),
  byAccountThere: rateLimiter({ name: `${kind}-account-address`, points: 10, seconds: HOUR_SECONDS }),
  byAddress: rateLimiter({ name: `${kind}-address`, by: 'address', points: 60, seconds: HOUR_SECONDS }),
  byAccount: rateLimiter({ name: `${kind}-account`, ...account }),
})

const limiters = {
  password: limitersOf('password', { points: 60, seconds: HOUR_SECONDS }),
  code: limitersOf('code', { points: 30, seconds: DAY_SECONDS }),
} as const

const codeWarnings = rateLimiter({ name: 'code-warnings', points: 4, seconds: DAY_SECONDS })
const codeWarningMails = rateLimiter({ name: 'code-warning-mails', points: 1, seconds: DAY_SECONDS })

const mailsByAddress = rateLimiter({ name: 'forgotten-address', by: 'address', points: 10, seconds: HOUR_SECONDS })
const mailsByAccount = rateLimiter({ name: 'forgotten-account', points: 6, seconds: HOUR_SECONDS })
const mailsByDevice = rateLimiter({ name: 'forgotten-device', points: 3, seconds: HOUR_SECONDS })

function limitsOf(kind: AttemptKind, visitor: Visitor, email: string, account: string | null): Limit[] {
  const { byDevice, byAccountThere, byAddress, byAccount } = limiters[kind]
  const device = account ? knownDevice(visitor, account) : null
  if (device) return [{ limiter: byDevice, key: device }]
  return [
    { limiter: byAddress, key: visitor.clientAddress },
    { limiter: byAccountThere, key: `${email} ${addressGroup(visitor.clientAddress)}` },
    { limiter: byAccount, key: email },
  ]
}

export interface Attempt {
  isAllowed: boolean
  /** Takes the attempt off the count, because it was no failure. */
  takeBack(): Promise<void>
}

/**
 * Counts an attempt before it is checked.
 * @param email as typed; there may be no such account
 */
export async function beginAttempt(
  kind: AttemptKind,
  visitor: Visitor,
  { email, account }: { email: string; account: string | null },
): Promise<Attempt> {
  const counted: Limit[] = []
  const takeBack = async () => {
    for (const { limiter, key } of counted.splice(0)) await limiter.refund(key)
  }
  for (const limit of limitsOf(kind, visitor, email, account)) {
    counted.push(limit)
    if (await limit.limiter.consume(limit.key)) continue
    await takeBack()
    return { isAllowed: false, takeBack }
  }
  return { isAllowed: true, takeBack }
}

/** Counts a wrong code. @returns whether to warn the owner: once a day, at the fifth */
export const isTimeToWarn = async (account: string): Promise<boolean> =>
  !(await codeWarnings.consume(account)) && (await codeWarningMails.consume(account))

/**
 * Whether to send another password link. A link is valid for an hour, so after six within an hour there is one to
 * use; further requests can neither flood the mailbox nor keep its owner from a link.
 * @returns `enough` when no further mail is sent; the answer is the same as for `send`
 */
export async function mayRequestLink(
  visitor: Visitor,
  { email, account }: { email: string; account: string | null },
): Promise<'send' | 'enough' | 'refused'> {
  const device = account ? knownDevice(visitor, account) : null
  if (device) return (await mailsByDevice.consume(device)) ? 'send' : 'refused'
  if (!(await mailsByAddress.consume(visitor.clientAddress))) return 'refused'
  return (await mailsByAccount.consume(email)) ? 'send' : 'enough'
}
