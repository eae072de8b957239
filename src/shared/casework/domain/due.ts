import type { Instant } from './timeline'

/** How urgent a case is for staff. Days are calendar days of the association's time zone. */
export type Urgency =
  | { kind: 'none' }
  /** Nothing waits for us. */
  | { kind: 'done' }
  | { kind: 'overdue'; days: number }
  | { kind: 'today' }
  | { kind: 'tomorrow' }
  | { kind: 'later'; days: number }

const DAY_MS = 24 * 60 * 60_000

/** @param startOfDay the first instant of an instant's day */
export function urgencyOf(
  { dueAt, isAnswerOwed, isWaiting }: { dueAt: Instant | null; isAnswerOwed: boolean; isWaiting: boolean },
  now: Instant,
  startOfDay: (instant: Instant) => Instant,
): Urgency {
  if (!isAnswerOwed || isWaiting) return { kind: 'done' }
  if (dueAt === null) return { kind: 'none' }
  const days = Math.round((startOfDay(dueAt) - startOfDay(now)) / DAY_MS)
  if (dueAt < now) return { kind: 'overdue', days: Math.abs(days) }
  if (days === 0) return { kind: 'today' }
  return days === 1 ? { kind: 'tomorrow' } : { kind: 'later', days }
}
