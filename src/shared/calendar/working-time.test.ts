import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hijriDay } from '@/platform/calendar'
import { nonEmpty } from '../../../tests/setup/non-empty'
import { standardCalendar, standardVersion } from './standard-calendar'
import { dayOf, type WorkingCalendar } from './working-calendar'
import {
  addWorkingTime,
  closingFrom,
  holidaysBetween,
  openingFrom,
  workingDaysAfter,
  workingTimeBetween,
} from './working-time'

/** The end of a target of so many days; of none, that of the day itself. */
const addWorkingDays = (calendar: WorkingCalendar, from: number, days: number) =>
  workingDaysAfter(calendar, from, days).at(-1) ?? closingFrom(calendar, openingFrom(calendar, from))

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A time of Riyadh: 2026-11-22 09:00. */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+03:00`)
const shown = (instant: number) => new Date(instant + 3 * HOUR).toISOString().slice(0, 16).replace('T', ' ')

describe('working days', () => {
  it.each([
    // 22 November 2026 is a Sunday; Founding Day 2026 is one too.
    ['within a working day', '2026-11-22 09:40', 1, '2026-11-23 16:00'],
    ['over a weekend', '2026-11-26 09:40', 1, '2026-11-29 16:00'],
    ['three of them', '2026-11-22 15:59', 3, '2026-11-25 16:00'],
    ['before opening', '2026-11-22 06:00', 1, '2026-11-23 16:00'],
    ['in the night, which counts from the next opening', '2026-11-22 23:30', 1, '2026-11-24 16:00'],
    ['at closing time', '2026-11-22 16:00', 1, '2026-11-24 16:00'],
    ['on Friday', '2026-11-27 04:36', 1, '2026-11-30 16:00'],
    ['over the Founding Day', '2026-02-19 10:00', 1, '2026-02-23 16:00'],
    ['over the National Day', '2026-09-22 10:00', 1, '2026-09-24 16:00'],
    // 1 Ramadan 1447 is 18 February 2026, 30 Ramadan is 19 March.
    ['in Ramadan, received before its opening', '2026-03-03 09:00', 1, '2026-03-04 16:00'],
    ['over Eid al-Fitr', '2026-03-18 11:00', 1, '2026-03-23 16:00'],
    // 9 Dhu al-Hijjah 1447 is 26 May 2026, a Tuesday.
    ['over Eid al-Adha', '2026-05-25 11:00', 1, '2026-05-31 16:00'],
    ['none', '2026-11-22 09:40', 0, '2026-11-22 16:00'],
  ])('%s', (_, from, days, due) => {
    expect(shown(addWorkingDays(standardCalendar, at(from), days))).toBe(due)
  })

  it('refuses a part of a day and a negative count', () => {
    expect(() => addWorkingDays(standardCalendar, at('2026-11-22 09:00'), 1.5)).toThrow(RangeError)
    expect(() => addWorkingDays(standardCalendar, at('2026-11-22 09:00'), -1)).toThrow(RangeError)
  })

  it('lets Eid al-Fitr begin the day after the 29th of Ramadan, however long the month is', () => {
    for (let year = 1440; year <= 1450; year += 1) {
      const first = holidaysOf('Eid al-Fitr').find((day) => hijriDay(new Date(day - DAY)).year === year)
      const before = hijriDay(new Date((first ?? 0) - DAY))
      expect([before.month, before.day]).toEqual([9, 29])
    }
  })
})

/** Every day of a holiday from 2018 to 2030, also on weekends. */
function holidaysOf(name: string): number[] {
  const always = { opens: 480, closes: 960 }
  const week = Object.fromEntries(Object.keys(standardVersion.week).map((day) => [day, always]))
  const calendar = {
    versions: [{ ...standardVersion, week: week as typeof standardVersion.week, from: 0 }],
    closures: [],
  } satisfies WorkingCalendar
  return Array.from({ length: 13 * 365 }, (_, index) => at('2018-01-01 00:00') + index * DAY).filter((day) => {
    const found = dayOf(calendar, day)
    return found.kind === 'holiday' && found.name.en === name
  })
}

describe('a later version of the calendar', () => {
  const eightToTwo = { opens: 480, closes: 840 }
  const week = { ...standardVersion.week, sunday: null, saturday: eightToTwo }
  const changed: WorkingCalendar = {
    versions: [
      { ...standardVersion, from: 0 },
      { ...standardVersion, week, from: at('2026-11-25 00:00') },
    ],
    closures: [{ name: { ar: 'صيانة', en: 'Repairs' }, first: at('2026-11-30 00:00'), last: at('2026-12-01 00:00') }],
  }

  it.each([
    ['2026-11-22 09:00', 2, '2026-11-24 16:00'],
    ['2026-11-26 09:00', 1, '2026-11-28 14:00'],
    ['2026-11-26 09:00', 2, '2026-12-02 16:00'],
  ])('rules the days from its own on: from %s, %i days', (from, days, due) => {
    expect(shown(addWorkingDays(changed, at(from), days))).toBe(due)
  })

  it('changes nothing that was over before', () => {
    const before = fc
      .integer({ min: 0, max: 300 * 24 * 60 })
      .map((minutes) => at('2026-01-01 00:00') + minutes * 60_000)
    fc.assert(
      fc.property(before, fc.integer({ min: 0, max: 15 }), (from, days) => {
        const due = addWorkingDays(standardCalendar, from, days)
        fc.pre(due < at('2026-11-25 00:00'))
        expect(addWorkingDays(changed, from, days)).toBe(due)
      }),
    )
  })

  it('names what is passed over, neighbouring days as one', () => {
    expect(holidaysBetween(changed, at('2026-11-26 09:00'), at('2026-12-02 16:00'))).toMatchObject([
      { name: { en: 'Repairs' }, days: 2 },
    ])
    expect(holidaysBetween(standardCalendar, at('2026-03-18 11:00'), at('2026-03-23 16:00'))).toMatchObject([
      { name: { en: 'Eid al-Fitr' }, days: 2 },
    ])
  })
})

describe('working time', () => {
  it.each([
    ['within a day', '2026-11-22 09:00', '2026-11-22 12:00', 3],
    ['over a night', '2026-11-22 09:00', '2026-11-23 09:00', 8],
    ['over a weekend', '2026-11-26 09:00', '2026-11-29 09:00', 8],
    ['within a weekend', '2026-11-27 09:00', '2026-11-28 09:00', 0],
    ['before opening', '2026-11-22 02:00', '2026-11-22 09:00', 1],
    ['a day of Ramadan', '2026-03-03 00:00', '2026-03-04 00:00', 6],
    ['into a holiday', '2026-09-22 15:00', '2026-09-23 15:00', 1],
    ['backwards', '2026-11-23 09:00', '2026-11-22 09:00', 0],
  ])('%s', (_, from, until, hours) => {
    expect(workingTimeBetween(standardCalendar, at(from), at(until))).toBe(hours * HOUR)
  })

  it.each([
    ['within a day', '2026-11-22 09:00', 3, '2026-11-22 12:00'],
    ['over a night', '2026-11-22 15:00', 2, '2026-11-23 09:00'],
    ['from the end of a week', '2026-11-26 16:00', 1, '2026-11-29 09:00'],
    ['to the very end of a day', '2026-11-22 08:00', 8, '2026-11-22 16:00'],
    ['none', '2026-11-27 03:00', 0, '2026-11-27 03:00'],
  ])('is added %s', (_, from, hours, reached) => {
    expect(shown(addWorkingTime(standardCalendar, at(from), hours * HOUR))).toBe(reached)
  })

  it('refuses to go back, and to count in a calendar that never works', () => {
    expect(() => addWorkingTime(standardCalendar, at('2026-11-22 09:00'), -1)).toThrow(RangeError)
    const rest = Object.fromEntries(Object.keys(standardVersion.week).map((day) => [day, null]))
    const idle = { versions: [{ ...standardVersion, week: rest as never, from: 0 }], closures: [] } as const
    expect(() => addWorkingDays(idle, at('2026-11-22 09:00'), 1)).toThrow(RangeError)
  })

  const instant = fc
    .integer({ min: 0, max: 4 * 365 * 24 * 60 })
    .map((minutes) => at('2025-01-01 00:00') + minutes * 60_000)
  const duration = fc.integer({ min: 1, max: 200 * 60 }).map((minutes) => minutes * 60_000)

  it('never goes backwards', () => {
    fc.assert(
      fc.property(instant, instant, fc.integer({ min: 0, max: 20 }), duration, (a, b, days, lasting) => {
        const [from, until] = a < b ? [a, b] : [b, a]
        expect(openingFrom(standardCalendar, from)).toBeGreaterThanOrEqual(from)
        expect(closingFrom(standardCalendar, from)).toBeGreaterThanOrEqual(from)
        expect(addWorkingDays(standardCalendar, from, days)).toBeLessThanOrEqual(
          addWorkingDays(standardCalendar, until, days),
        )
        expect(addWorkingTime(standardCalendar, from, lasting)).toBeLessThanOrEqual(
          addWorkingTime(standardCalendar, until, lasting),
        )
      }),
    )
  })

  it('is additive, and what lies between is what was added', () => {
    fc.assert(
      fc.property(instant, duration, duration, (from, first, second) => {
        const once = addWorkingTime(standardCalendar, from, first + second)
        expect(addWorkingTime(standardCalendar, addWorkingTime(standardCalendar, from, first), second)).toBe(once)
        expect(workingTimeBetween(standardCalendar, from, once)).toBe(first + second)
      }),
    )
  })

  it('ends every target at a closing time of a working day, each day once', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 20 }), (from, days) => {
        const counted = workingDaysAfter(standardCalendar, from, days)
        expect(counted).toHaveLength(days)
        for (const [index, closes] of nonEmpty(counted.entries())) {
          expect(dayOf(standardCalendar, closes)).toMatchObject({ kind: 'working', closes })
          expect(closes).toBeGreaterThan(counted[index - 1] ?? from)
        }
      }),
    )
  })
})
