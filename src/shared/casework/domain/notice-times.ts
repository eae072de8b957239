import type { Instant } from './timeline'

/** When staff are told. Days and hours are those of the association's time zone, which has no summer time. */

export interface WorkingDays {
  startOfDay(instant: Instant): Instant
  isWorkingDay(instant: Instant): boolean
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Hours of a working day at which digests go out. */
const digestHours = [8, 13] as const
/** Whoever is told a day ahead is told in the morning. */
const MORNING = 8

/**
 * What is found shortly before a digest goes into the next one: what a digest contains is settled before it is sent,
 * so that a repeated attempt sends the same.
 */
const SETTLED_MS = 60_000
/** A calendar that works on no day of so many is not waited for. */
const LONGEST_REST = 100

/** When the next digest goes out, more than a minute after `now`. */
export function nextDigest(now: Instant, { startOfDay, isWorkingDay }: WorkingDays): Instant {
  for (let day = startOfDay(now), rested = 0; ; day += DAY_MS, rested += 1) {
    if (rested < LONGEST_REST && !isWorkingDay(day)) continue
    const hour = digestHours.find((at) => day + at * HOUR_MS > now + SETTLED_MS)
    if (hour !== undefined) return day + hour * HOUR_MS
  }
}

/** The morning of the working day before the day on which something is due. */
function dayBefore(dueAt: Instant, { startOfDay, isWorkingDay }: WorkingDays): Instant {
  let day = startOfDay(dueAt) - DAY_MS
  for (let rested = 0; rested < LONGEST_REST && !isWorkingDay(day); rested += 1) day -= DAY_MS
  return day + MORNING * HOUR_MS
}

/**
 * When the due date of a case is first told of: the day before, or, where it was set later than that, once it has
 * passed.
 * @param since when the due date was set
 */
export function firstDueNotice(dueAt: Instant, since: Instant, days: WorkingDays): Instant {
  const before = dayBefore(dueAt, days)
  return before > since ? before : dueAt
}
