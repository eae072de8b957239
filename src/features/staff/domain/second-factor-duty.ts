export interface SecondFactorSettings {
  /** Roles that need a second factor. */
  roles: readonly string[]
  graceDays: number
  /** When the roles were last changed; null while they are the default. */
  since: Date | null
}

export type SecondFactorDuty =
  | { kind: 'free' }
  /** Required, but sign-in without it is still possible. */
  | { kind: 'grace'; until: Date }
  | { kind: 'required' }

const DAY_MS = 86_400_000

/**
 * Whether an account must have a second factor at `now`. The days of grace count from the account's first day or from
 * the rule's, whichever is later.
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
