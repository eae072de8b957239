import type { Payload, PayloadRequest } from 'payload'
import type { Closure as StoredClosure, WorkingCalendar as StoredVersion } from '@/payload-types'
import { cachePerRevision } from '@/platform/cache-per-revision'
import { startOfDay, weekdays } from '@/platform/calendar'
import { asSystem } from '@/platform/system-payload'
import { standardVersion } from '../standard-calendar'
import { readTimeOfDay } from '../time-of-day'
import type { CalendarVersion, Closure, Hours, WorkingCalendar, YearlyHoliday } from '../working-calendar'
import { addWorkingTime, closingFrom, openingFrom, workingDaysAfter, workingTimeBetween } from '../working-time'

/** More than a century of changes and of closures. */
export const mostVersions = 200
export const mostClosures = 1000

const startOf = (stored: string): number => startOfDay(new Date(stored)).getTime()

type StoredHours = { opens?: string | null; closes?: string | null } | null | undefined

function hoursOf(stored: StoredHours): Hours | null {
  const opens = readTimeOfDay(stored?.opens ?? '')
  const closes = readTimeOfDay(stored?.closes ?? '')
  return opens === null || closes === null ? null : { opens, closes }
}

/** A version as it is stored, as the plain value. */
export function versionOf(
  stored: Pick<StoredVersion, 'validFrom' | 'hours' | 'ramadan' | 'holidays'>,
): CalendarVersion {
  const week = Object.fromEntries(weekdays.map((weekday) => [weekday, hoursOf(stored.hours?.[weekday])]))
  return {
    from: startOf(stored.validFrom),
    week: week as CalendarVersion['week'],
    ramadan: hoursOf(stored.ramadan),
    holidays: (stored.holidays ?? []).map(
      ({ nameAr, nameEn, calendar, month, day, days }): YearlyHoliday => ({
        name: { ar: nameAr, en: nameEn },
        calendar,
        month: Number(month),
        day,
        days,
      }),
    ),
  }
}

const closureOf = ({ nameAr, nameEn, firstDay, lastDay }: StoredClosure): Closure => ({
  name: { ar: nameAr, en: nameEn },
  first: startOf(firstDay),
  last: startOf(lastDay ?? firstDay),
})

/** All versions and closures, in one value. */
export async function readCalendar(payload: Payload, req?: PayloadRequest): Promise<WorkingCalendar> {
  const common = { pagination: false, depth: 0, ...(req ? { req } : {}), ...asSystem('read-public-content') } as const
  const versions = await payload.find({
    collection: 'working-calendars',
    sort: 'validFrom',
    limit: mostVersions,
    ...common,
  })
  const closures = await payload.find({ collection: 'closures', sort: 'firstDay', limit: mostClosures, ...common })
  const [first, ...others] = versions.docs.map(versionOf)
  return {
    // An association that has none works as ever.
    versions: [first ?? { ...standardVersion, from: 0 }, ...others],
    closures: closures.docs.map(closureOf),
  }
}

/** The calendar as it is now; it is read once per revision of the content. */
export const workingCalendar = (payload: Payload, req?: PayloadRequest): Promise<WorkingCalendar> =>
  cachePerRevision('working-calendar', () => readCalendar(payload, req))

/** What cases are counted with. */
export const workingTimeOf = (calendar: WorkingCalendar) => ({
  openingFrom: (instant: number) => openingFrom(calendar, instant),
  closingFrom: (instant: number) => closingFrom(calendar, instant),
  daysAfter: (from: number, days: number) => workingDaysAfter(calendar, from, days),
  between: (from: number, until: number) => workingTimeBetween(calendar, from, until),
  add: (from: number, duration: number) => addWorkingTime(calendar, from, duration),
})

export const workingTime = async (payload: Payload, req?: PayloadRequest) =>
  workingTimeOf(await workingCalendar(payload, req))
