import ICAL from 'ical.js'
import { cleanLine } from '@/platform/typed-text'
import { longestHoliday } from './working-calendar'

/** Reads the holidays of an .ics file (RFC 5545): events of whole days. */

const DAY_MS = 86_400_000
/** A year of holidays is a few KB; this is a century of them. */
export const largestIcs = 512 * 1024
const MOST_EVENTS = 2000
const MOST_REPEATS = 400
export const mostIcsDays = 100
/** How far ahead a holiday that repeats without end is looked for. */
const AHEAD_MS = 2 * 366 * DAY_MS

export interface IcsHoliday {
  name: string
  /** Stored days: 12:00 UTC. */
  firstDay: string
  lastDay: string
}

export type IcsResult =
  | {
      status: 'ok'
      /** From today on, in order. */
      holidays: IcsHoliday[]
      /** Events that are no holidays to come, by why. */
      passedOver: { past: number; timed: number; tooLong: number; tooMany: number }
    }
  | { status: 'invalid'; reason: 'tooLarge' | 'unreadable' | 'noEvents' }

const noonOf = ({ year, month, day }: ICAL.Time): number => Date.UTC(year, month - 1, day, 12)

/** The first and last days of an event, once or as often as it repeats. */
function* occurrencesOf(event: ICAL.Event, until: number): Generator<{ first: number; last: number }> {
  const { startDate, endDate } = event
  const first = noonOf(startDate)
  // The end is the day after the last one (RFC 5545, 3.6.1).
  const days = endDate ? Math.max(1, Math.round((noonOf(endDate) - first) / DAY_MS)) : 1
  const lasting = (start: number) => ({ first: start, last: start + (days - 1) * DAY_MS })
  if (!event.isRecurring()) {
    yield lasting(first)
    return
  }
  const repeats = event.iterator()
  for (let looked = 0; looked < MOST_REPEATS; looked += 1) {
    const next = repeats.next() as ICAL.Time | null
    if (!next || noonOf(next) > until) return
    yield lasting(noonOf(next))
  }
}

function eventsIn(text: string): ICAL.Event[] | null {
  try {
    // A file may hold several calendars one after another.
    const root: unknown[] = ICAL.parse(text)
    const calendars = Array.isArray(root[0]) ? root : [root]
    const found = calendars
      .map((one) => new ICAL.Component(one as unknown[]))
      .filter(({ name }) => name === 'vcalendar')
    if (found.length === 0) return null
    return found.flatMap((one) => one.getAllSubcomponents('vevent')).map((one) => new ICAL.Event(one))
  } catch {
    // What isn't a calendar is told to the person; there is nothing to repair.
    return null
  }
}

/** @param today the first instant of today: what is over by then is passed over */
export function readIcs(text: string, today: number): IcsResult {
  if (text.length > largestIcs) return { status: 'invalid', reason: 'tooLarge' }
  const events = eventsIn(text.replace(/^\uFEFF/, ''))
  if (!events) return { status: 'invalid', reason: 'unreadable' }
  const passedOver = { past: 0, timed: 0, tooLong: 0, tooMany: 0 }
  const found = new Map<string, IcsHoliday>()
  try {
    for (const event of events.slice(0, MOST_EVENTS)) {
      if (!event.startDate?.isDate) {
        passedOver.timed += 1
        continue
      }
      if (event.component.getFirstPropertyValue('status') === 'CANCELLED') continue
      let isToCome = false
      for (const { first, last } of occurrencesOf(event, today + AHEAD_MS)) {
        if (first < today) continue
        isToCome = true
        if (last - first >= longestHoliday * DAY_MS) {
          passedOver.tooLong += 1
          continue
        }
        const holiday = {
          name: cleanLine(event.summary ?? '').slice(0, 80),
          firstDay: new Date(first).toISOString(),
          lastDay: new Date(last).toISOString(),
        }
        found.set(`${holiday.firstDay} ${holiday.lastDay} ${holiday.name}`, holiday)
      }
      if (!isToCome) passedOver.past += 1
    }
  } catch {
    // A rule or a date that the calendar itself can't be counted in.
    return { status: 'invalid', reason: 'unreadable' }
  }
  const holidays = [...found.values()].sort((a, b) => a.firstDay.localeCompare(b.firstDay))
  passedOver.tooMany = Math.max(0, holidays.length - mostIcsDays) + Math.max(0, events.length - MOST_EVENTS)
  if (events.length === 0) return { status: 'invalid', reason: 'noEvents' }
  return { status: 'ok', holidays: holidays.slice(0, mostIcsDays), passedOver }
}
