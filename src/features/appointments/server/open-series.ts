import { type Payload, ValidationError } from 'payload'
import type { User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { startOfDay } from '@/platform/calendar'
import { plainRights } from '@/platform/rights'
import { cleanLine } from '@/platform/typed-text'
import { readTimeOfDay } from '@/shared/calendar/time-of-day'
import { listDepartments } from '@/shared/directory/departments'
import { minutesAllowed } from '../domain/appointment'
import { longestSeriesDays, mostTimes, type SeriesAsked, seriesOf } from '../domain/series'
import { limits } from '../schema'
import { workingHours } from './working-hours'

const DAY_MS = 86_400_000

export const mayOpenTimes = (user: User): boolean => hasRole(user, ...plainRights['appointment-times'].create)

/** As it was typed into the form of the panel. */
export interface TypedSeries {
  firstDay: string
  lastDay: string
  from: string
  until: string
  minutes: string
  placeAr: string
  placeEn: string
  department: string
  noteAr: string
  noteEn: string
}

export type SeriesError =
  | 'days'
  | 'longDays'
  | 'hours'
  | 'minutes'
  | 'place'
  | 'note'
  | 'department'
  | 'tooMany'
  | 'none'

export type OpenSeriesResult =
  | { status: 'ok'; opened: number; already: number; daysOff: number }
  | { status: 'invalid'; error: SeriesError }

/** The first instant of a day as a date field posts it; null for a day that doesn't exist. */
function dayStart(typed: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null
  const noon = new Date(`${typed}T12:00:00.000Z`)
  if (Number.isNaN(noon.getTime()) || noon.toISOString().slice(0, 10) !== typed) return null
  return startOfDay(noon).getTime()
}

function readSeries(typed: TypedSeries, now: Date): SeriesAsked | SeriesError {
  const [firstDay, lastDay] = [dayStart(typed.firstDay), dayStart(typed.lastDay)]
  if (firstDay === null || lastDay === null || lastDay < firstDay || firstDay < startOfDay(now).getTime()) return 'days'
  if ((lastDay - firstDay) / DAY_MS >= longestSeriesDays) return 'longDays'
  const [from, until] = [readTimeOfDay(typed.from), readTimeOfDay(typed.until)]
  if (from === null || until === null || until <= from) return 'hours'
  const minutes = Number(typed.minutes)
  if (!Number.isInteger(minutes) || minutes < minutesAllowed.least || minutes > minutesAllowed.most) return 'minutes'
  const places = [typed.placeAr, typed.placeEn].map(cleanLine)
  if (places.some((place) => !place || place.length > limits.place)) return 'place'
  if ([typed.noteAr, typed.noteEn].some((note) => cleanLine(note).length > limits.note)) return 'note'
  return { firstDay, lastDay, from, until, minutes }
}

/**
 * Opens the times of a series as the signed-in person, on the days and within the hours of the association's
 * calendar. What is open already, or overlaps, is passed over: the same series can be opened again to complete it.
 */
export async function openSeries(
  payload: Payload,
  { user, typed, now }: { user: User; typed: TypedSeries; now: Date },
): Promise<OpenSeriesResult> {
  const asked = readSeries(typed, now)
  if (typeof asked === 'string') return { status: 'invalid', error: asked }
  const department = typed.department || null
  if (department) {
    // Looked for among all: MongoDB reads an id of another shape as a failure.
    const departments = await listDepartments(payload, { locale: 'ar', reader: { user } })
    if (!departments.some(({ id }) => id === department)) return { status: 'invalid', error: 'department' }
  }
  const { starts, daysOff } = seriesOf(asked, await workingHours(payload))
  const coming = starts.filter((start) => start > now.getTime())
  if (coming.length === 0) return { status: 'invalid', error: 'none' }
  if (coming.length > mostTimes) return { status: 'invalid', error: 'tooMany' }
  let opened = 0
  for (const start of coming) {
    try {
      await payload.create({
        collection: 'appointment-times',
        data: {
          startsAt: new Date(start).toISOString(),
          minutes: asked.minutes,
          placeAr: cleanLine(typed.placeAr),
          placeEn: cleanLine(typed.placeEn),
          noteAr: cleanLine(typed.noteAr) || null,
          noteEn: cleanLine(typed.noteEn) || null,
          department,
          state: 'open',
          // Derived by its field.
          slotKey: '',
        },
        depth: 0,
        overrideAccess: false,
        user,
      })
      opened += 1
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error
    }
  }
  return { status: 'ok', opened, already: coming.length - opened, daysOff }
}
