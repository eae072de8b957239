import { startOfDay, weekdayOf } from '@/platform/calendar'

/** When the association works: Sunday to Thursday, whole days of Riyadh. */

const DAY_MS = 86_400_000

/** Sunday to Thursday. */
export function isWorkingDay(instant: Date): boolean {
  const weekday = weekdayOf(instant)
  return weekday !== 'friday' && weekday !== 'saturday'
}

/**
 * The same time of day `days` working days (Sunday to Thursday) later. What starts on a Friday or
 * Saturday counts from Sunday on: one working day after Friday is Sunday.
 */
export function addWorkingDays(from: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Working days are whole and not negative: ${days}`)
  let instant = from
  for (let left = days; left > 0; ) {
    instant = new Date(instant.getTime() + DAY_MS)
    if (isWorkingDay(instant)) left -= 1
  }
  return instant
}

/** The parts of the working days (Sunday to Thursday, whole days of Riyadh) that lie between two instants. @returns milliseconds */
export function workingTimeBetween(from: Date, until: Date): number {
  let total = 0
  for (let start = from; start < until; ) {
    const nextDay = new Date(startOfDay(start).getTime() + DAY_MS)
    const end = nextDay < until ? nextDay : until
    if (isWorkingDay(start)) total += end.getTime() - start.getTime()
    start = end
  }
  return total
}

/** The instant by which so much working time has passed since `from`. @param milliseconds of working days, not negative */
export function addWorkingTime(from: Date, milliseconds: number): Date {
  if (!(milliseconds >= 0)) throw new RangeError(`Working time is not negative: ${milliseconds}`)
  let instant = from
  for (let left = milliseconds; left > 0; ) {
    const nextDay = new Date(startOfDay(instant).getTime() + DAY_MS)
    const today = isWorkingDay(instant) ? nextDay.getTime() - instant.getTime() : 0
    if (today >= left) return new Date(instant.getTime() + left)
    left -= today
    instant = nextDay
  }
  return instant
}
