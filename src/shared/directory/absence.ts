import { startOfDay } from '@/platform/calendar'

/** Days on which a member of staff is away, with who stands in for them. Days are those of Riyadh. */

const DAY_MS = 86_400_000

interface StoredAbsence {
  awayFrom?: string | null
  awayUntil?: string | null
  deputy?: string | { id: string } | null
}

export interface Absence {
  /** The first instant of the first day. */
  since: Date
  /** The last day, as it is stored. */
  until: Date
  deputy: string | null
}

/** The absence of this account at a moment, both days included; null of somebody who is there. */
export function absenceOf({ awayFrom, awayUntil, deputy }: StoredAbsence, now: Date): Absence | null {
  if (!awayFrom || !awayUntil) return null
  const since = startOfDay(new Date(awayFrom))
  const end = startOfDay(new Date(awayUntil)).getTime() + DAY_MS
  if (now < since || now.getTime() >= end) return null
  const id = typeof deputy === 'string' ? deputy : (deputy?.id ?? null)
  return { since, until: new Date(awayUntil), deputy: id }
}

type Person = StoredAbsence & { id: string }

/** Who stands in for somebody who is away: one step, nobody whose own absence it is too. */
export function deputyOf<Worker extends Person>(absence: Absence, workers: Iterable<Worker>, now: Date): Worker | null {
  for (const worker of workers) if (worker.id === absence.deputy) return absenceOf(worker, now) ? null : worker
  return null
}
