export interface SecondFactorSettings {
  /** Roles that need a second factor. */
  roles: readonly string[]
  graceDays: number
  /** When the roles were last chosen; null while they are as delivered. */
  since: Date | null
}

export type SecondFactorDuty =
  | { kind: 'free' }
  /** Asked for, and still let in without. */
  | { kind: 'grace'; until: Date }
  | { kind: 'required' }

const DAY_MS = 86_400_000

/**
 * Whether an account must have a second factor at `now`. Whoever comes under the rule has days of
 * grace, counted from the account's first day or from that of the rule, whichever is later.
 */
export function secondFactorDuty(
  account: { roles: readonly string[]; createdAt: Date },
  settings: SecondFactorSettings,
  now: Date,
): SecondFactorDuty {
  if (!account.roles.some((role) => settings.roles.includes(role))) return { kind: 'free' }
  const began = Math.max(account.createdAt.getTime(), settings.since?.getTime() ?? 0)
  const until = new Date(began + settings.graceDays * DAY_MS)
  return now < until ? { kind: 'grace', until } : { kind: 'required' }
}
