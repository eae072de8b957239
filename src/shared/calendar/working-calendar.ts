import { CalendarDate, GregorianCalendar, IslamicUmalquraCalendar, toCalendar } from '@internationalized/date'
import { type CalendarName, gregorianDay, hijriDay, startOfDay, type Weekday, weekdayOf } from '@/platform/calendar'
import type { BilingualLabel } from '@/shared/vocabulary/label'

/**
 * When the association works, as plain values. Days are those of Riyadh (UTC+3, no summer time). A day is ruled by the
 * version that is in force on it, so that a later version changes no day before its own (docs/adr/0026).
 */

/** Minutes after midnight in Riyadh; `closes` is later than `opens` and at most 24:00. */
export interface Hours {
  opens: number
  closes: number
}

/** Some days of every year, in one of the calendars. */
export interface YearlyHoliday {
  name: BilingualLabel
  calendar: CalendarName
  /** 1 to 12. */
  month: number
  /** 1 to 31. Day 30 of a Hijri month of 29 days is the first of the next one. */
  day: number
  /** How many days it lasts, at least one. */
  days: number
}

/** Hours and yearly holidays, from one day on. */
export interface CalendarVersion {
  /** The first instant of the day from which it holds; until the next version does. */
  from: number
  /** Null on days of rest. */
  week: Readonly<Record<Weekday, Hours | null>>
  /** On working days of Ramadan; null where they are as in the rest of the year. */
  ramadan: Hours | null
  holidays: readonly YearlyHoliday[]
}

/** Days on which the association is closed, once. */
export interface Closure {
  name: BilingualLabel
  /** The first instants of its first and last day. */
  first: number
  last: number
}

export interface WorkingCalendar {
  /** Earliest first, at least one. The first holds for all days before it too. */
  versions: readonly [CalendarVersion, ...CalendarVersion[]]
  closures: readonly Closure[]
}

/** What a day is: with the instants at which we open and close, or the reason why we are closed. */
export type Day =
  | { kind: 'working'; opens: number; closes: number }
  | { kind: 'rest' }
  /** It would be a working day otherwise. */
  | { kind: 'holiday'; name: BilingualLabel }

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const RAMADAN = 9
/** A holiday that began last year may last into this one. */
export const longestHoliday = 60

/** The version in force on a day. */
function versionOn({ versions }: WorkingCalendar, start: number): CalendarVersion {
  return versions.findLast(({ from }) => from <= start) ?? versions[0]
}

/** The first instant of a holiday's first day in a year of its calendar. */
export function firstDayOf(
  { calendar, month, day }: Pick<YearlyHoliday, 'calendar' | 'month' | 'day'>,
  year: number,
): number {
  const system = calendar === 'hijri' ? new IslamicUmalquraCalendar() : new GregorianCalendar()
  const first = new CalendarDate(system, year, month, 1).add({ days: day - 1 })
  const { year: y, month: m, day: d } = toCalendar(first, new GregorianCalendar())
  return startOfDay(new Date(Date.UTC(y, m - 1, d, 12))).getTime()
}

function isWithin(holiday: YearlyHoliday, start: number): boolean {
  const { year } = holiday.calendar === 'hijri' ? hijriDay(new Date(start)) : gregorianDay(new Date(start))
  return [year - 1, year].some((of) => {
    const first = firstDayOf(holiday, of)
    return first <= start && start < first + holiday.days * DAY_MS
  })
}

/** @param start the first instant of the day */
function readDay(calendar: WorkingCalendar, start: number): Day {
  const { week, ramadan, holidays } = versionOn(calendar, start)
  const usual = week[weekdayOf(new Date(start))]
  if (!usual) return { kind: 'rest' }
  const closure = calendar.closures.find(({ first, last }) => first <= start && start <= last)
  if (closure) return { kind: 'holiday', name: closure.name }
  const holiday = holidays.find((one) => isWithin(one, start))
  if (holiday) return { kind: 'holiday', name: holiday.name }
  const { opens, closes } = ramadan && hijriDay(new Date(start)).month === RAMADAN ? ramadan : usual
  return { kind: 'working', opens: start + opens * MINUTE_MS, closes: start + closes * MINUTE_MS }
}

const known = new WeakMap<WorkingCalendar, Map<number, Day>>()

/** The day of an instant. Each is computed once per calendar value. */
export function dayOf(calendar: WorkingCalendar, instant: number): Day & { start: number } {
  const start = startOfDay(new Date(instant)).getTime()
  const days = known.get(calendar) ?? new Map<number, Day>()
  known.set(calendar, days)
  const day = days.get(start) ?? readDay(calendar, start)
  days.set(start, day)
  return { ...day, start }
}
