import type { BilingualLabel } from '@/shared/vocabulary/label'
import { dayOf, type WorkingCalendar } from './working-calendar'

/** Counting in working days and hours: plain functions of a calendar. Instants are milliseconds since 1970. */

const DAY_MS = 86_400_000
/** A calendar that works on no day of so many can't be counted in. */
const LONGEST_REST = 1000

interface WorkingDay {
  opens: number
  closes: number
}

/** The working day of an instant that has not closed before it, or the next one. */
function workingDayFrom(calendar: WorkingCalendar, instant: number): WorkingDay {
  let at = instant
  for (let looked = 0; looked < LONGEST_REST; looked += 1) {
    const day = dayOf(calendar, at)
    if (day.kind === 'working' && instant <= day.closes) return day
    at = day.start + DAY_MS
  }
  throw new RangeError(`No working day within ${LONGEST_REST} days of ${new Date(instant).toISOString()}`)
}

/** The next day after a working day. */
const nextWorkingDay = (calendar: WorkingCalendar, { closes }: WorkingDay): WorkingDay =>
  workingDayFrom(calendar, dayOf(calendar, closes - 1).start + DAY_MS)

/** The instant itself within working hours, else the next opening. */
export const openingFrom = (calendar: WorkingCalendar, instant: number): number => {
  const day = workingDayFrom(calendar, instant)
  const reached = instant === day.closes ? nextWorkingDay(calendar, day) : day
  return Math.max(instant, reached.opens)
}

/** When the working day of an instant closes, or the next one where we don't work at that time. */
export const closingFrom = (calendar: WorkingCalendar, instant: number): number =>
  workingDayFrom(calendar, instant).closes

/**
 * The closing times of the `days` working days after the one in which `from` falls. What comes outside of working
 * hours counts from the next opening.
 */
export function workingDaysAfter(calendar: WorkingCalendar, from: number, days: number): number[] {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Working days are whole and not negative: ${days}`)
  let day = workingDayFrom(calendar, openingFrom(calendar, from))
  return Array.from({ length: days }, () => {
    day = nextWorkingDay(calendar, day)
    return day.closes
  })
}

/** @returns the milliseconds of working hours that lie between two instants */
export function workingTimeBetween(calendar: WorkingCalendar, from: number, until: number): number {
  let total = 0
  for (let at = from; at < until; ) {
    const day = dayOf(calendar, at)
    if (day.kind === 'working') total += Math.max(0, Math.min(day.closes, until) - Math.max(day.opens, at))
    at = day.start + DAY_MS
  }
  return total
}

/** The instant by which so much working time has passed since `from`. @param duration milliseconds, not negative */
export function addWorkingTime(calendar: WorkingCalendar, from: number, duration: number): number {
  if (!(duration >= 0)) throw new RangeError(`Working time is not negative: ${duration}`)
  let at = from
  let day = workingDayFrom(calendar, from)
  for (let left = duration; left > 0; ) {
    const start = Math.max(at, day.opens)
    if (day.closes - start >= left) return start + left
    left -= day.closes - start
    at = day.closes
    day = nextWorkingDay(calendar, day)
  }
  return at
}

/** Holidays on which we would have worked otherwise, within two instants. */
export interface SkippedHoliday {
  name: BilingualLabel
  /** Noon of its first and last such day. */
  first: number
  last: number
  days: number
}

/** The holidays between two instants, in order; neighbouring days of the same name are one. */
export function holidaysBetween(calendar: WorkingCalendar, from: number, until: number): SkippedHoliday[] {
  const found: SkippedHoliday[] = []
  for (let at = from; at < until; ) {
    const day = dayOf(calendar, at)
    if (day.kind === 'holiday') {
      const noon = day.start + DAY_MS / 2
      const last = found.at(-1)
      if (last && last.name === day.name) Object.assign(last, { last: noon, days: last.days + 1 })
      else found.push({ name: day.name, first: noon, last: noon, days: 1 })
    }
    at = day.start + DAY_MS
  }
  return found
}
