import { describe, expect, it } from 'vitest'
import {
  dateText,
  dayInstant,
  formatDate,
  formatTime,
  gregorianDay,
  hijriDay,
  lastWholeMonth,
  monthsBefore,
  startOfDay,
  storedDay,
  weekdayOf,
} from '@/platform/calendar'

const at = (iso: string) => new Date(iso)
const approval = at('2021-02-25T12:00:00Z')

/** Days whose Umm al-Qura date is published: the approval, new years, both ends of Ramadan, both ends of .NET's table. */
const known = [
  ['1442-7-13', '2021-2-25', 'thursday'],
  ['1442-1-1', '2020-8-20', 'thursday'],
  ['1443-1-1', '2021-8-9', 'monday'],
  ['1444-9-1', '2023-3-23', 'thursday'],
  ['1445-9-30', '2024-4-9', 'tuesday'],
  ['1446-1-1', '2024-7-7', 'sunday'],
  ['1447-5-11', '2025-11-2', 'sunday'],
  ['1318-1-1', '1900-4-30', 'monday'],
  ['1356-1-1', '1937-3-14', 'sunday'],
  ['1500-12-30', '2077-11-16', 'tuesday'],
] as const

const parts = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { year, month, day }
}

describe('the two calendars', () => {
  it.each(known)('knows that %s AH is %s AD, a %s', (hijri, gregorian, weekday) => {
    const instant = dayInstant(parts(hijri), 'hijri')
    expect(instant).toEqual(dayInstant(parts(gregorian), 'gregorian'))
    expect(instant && hijriDay(instant)).toEqual(parts(hijri))
    expect(instant && gregorianDay(instant)).toEqual(parts(gregorian))
    expect(instant && weekdayOf(instant)).toBe(weekday)
  })

  it('agrees with itself on every day of three centuries: typed Hijri and displayed Hijri are one table', () => {
    const first = dayInstant({ year: 1300, month: 1, day: 1 }, 'hijri')?.getTime() ?? Number.NaN
    const last = dayInstant({ year: 1600, month: 12, day: 29 }, 'hijri')?.getTime() ?? Number.NaN
    let days = 0
    for (let time = first; time <= last; time += 86_400_000) {
      const instant = new Date(time)
      if (dayInstant(hijriDay(instant), 'hijri')?.getTime() !== time) expect.fail(instant.toISOString())
      days += 1
    }
    expect(days).toBeGreaterThan(106_000)
  })

  it.each([
    [1442, 7, 29],
    [1442, 8, 30],
    [1442, 9, 30],
    [1445, 9, 30],
    [1446, 9, 29],
  ])('gives month %i/%i its length of %i days', (year, month, days) => {
    expect(dayInstant({ year, month, day: days }, 'hijri')).not.toBeNull()
    expect(dayInstant({ year, month, day: days + 1 }, 'hijri')).toBeNull()
  })

  it('changes the day at midnight in Riyadh, in winter and in summer', () => {
    for (const [before, after] of [
      ['2021-02-24T20:59:59Z', '2021-02-24T21:00:00Z'],
      ['2021-07-24T20:59:59Z', '2021-07-24T21:00:00Z'],
    ] as const) {
      expect(gregorianDay(at(after)).day).toBe(gregorianDay(at(before)).day + 1)
      expect(startOfDay(at(after))).toEqual(at(after))
      expect(hijriDay(at(after))).not.toEqual(hijriDay(at(before)))
    }
  })

  it('stores a day at noon UTC, whenever in Riyadh that day it is', () => {
    expect(storedDay(at('2021-02-24T21:00:00Z'))).toEqual(approval)
    expect(storedDay(at('2021-02-25T20:59:59Z'))).toEqual(approval)
  })
})

describe('formatDate and formatTime', () => {
  it('gives the parts of a date in both calendars', () => {
    expect(formatDate(approval, 'ar')).toEqual({
      weekday: 'الخميس',
      hijri: { day: 13, month: 'رجب', year: 1442 },
      gregorian: { day: 25, month: 'فبراير', year: 2021 },
      iso: '2021-02-25',
    })
  })

  it('writes the date in full', () => {
    expect(dateText(approval, 'ar')).toBe('الخميس 13 رجب 1442، الموافق 25 فبراير 2021')
    expect(dateText(approval, 'en')).toBe('Thursday 25 February 2021, 13 Rajab 1442')
  })

  it.each([
    ['2025-11-02T06:40:00Z', '9:40', 'صباحًا', 'am'],
    ['2025-11-02T10:05:00Z', '1:05', 'ظهرًا', 'pm'],
    ['2025-11-02T13:00:00Z', '4:00', 'عصرًا', 'pm'],
    ['2025-11-02T20:59:00Z', '11:59', 'مساءً', 'pm'],
    ['2025-11-02T21:00:00Z', '12:00', 'صباحًا', 'am'],
    ['2025-11-02T09:00:00Z', '12:00', 'ظهرًا', 'pm'],
  ])('says %s as %s %s', (instant, clock, arabic, english) => {
    expect(formatTime(at(instant), 'ar')).toEqual({ clock, period: arabic })
    expect(formatTime(at(instant), 'en')).toEqual({ clock, period: english })
  })
})

describe('the last whole month', () => {
  it('turns at midnight in Riyadh, over the year too', () => {
    const months = ['2026-12-31T20:59:59.999Z', '2026-12-31T21:00:00.000Z'].map((now) => lastWholeMonth(new Date(now)))
    expect(months).toEqual([
      { from: new Date('2026-10-31T21:00:00.000Z'), until: new Date('2026-11-30T21:00:00.000Z') },
      { from: new Date('2026-11-30T21:00:00.000Z'), until: new Date('2026-12-31T21:00:00.000Z') },
    ])
  })
})

describe('months before a moment', () => {
  it.each([
    ['2026-11-30T09:00:00.000Z', 12, '2025-11-30T09:00:00.000Z'],
    ['2026-03-31T09:00:00.000Z', 1, '2026-02-28T09:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', 12, '2023-02-28T00:00:00.000Z'],
    ['2026-01-15T23:59:59.000Z', 3, '2025-10-15T23:59:59.000Z'],
  ])('of %s, %i of them, is %s', (now, months, before) => {
    expect(monthsBefore(at(now), months).toISOString()).toBe(before)
  })
})
