import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, addWorkingTime, isWorkingDay, workingTimeBetween } from './working-time'

const at = (text: string) => new Date(text)

describe('working days', () => {
  it.each([
    // 2025-11-02 is a Sunday.
    ['2025-11-02T06:40:00Z', 0, '2025-11-02T06:40:00Z'],
    ['2025-11-02T06:40:00Z', 1, '2025-11-03T06:40:00Z'],
    ['2025-11-06T06:40:00Z', 1, '2025-11-09T06:40:00Z'],
    ['2025-11-07T06:40:00Z', 1, '2025-11-09T06:40:00Z'],
    ['2025-11-08T06:40:00Z', 2, '2025-11-10T06:40:00Z'],
    ['2025-11-02T06:40:00Z', 5, '2025-11-09T06:40:00Z'],
    ['2025-11-02T06:40:00Z', 10, '2025-11-16T06:40:00Z'],
    // Thursday 23:30 in Riyadh is still Thursday; an hour later it is Friday.
    ['2025-11-06T20:30:00Z', 1, '2025-11-09T20:30:00Z'],
    ['2025-11-06T21:30:00Z', 1, '2025-11-08T21:30:00Z'],
  ])('from %s, %i working days end %s', (from, days, due) => {
    expect(addWorkingDays(at(from), days)).toEqual(at(due))
  })

  it('refuses a part of a day and a negative count', () => {
    expect(() => addWorkingDays(at('2021-02-25T09:00:00Z'), 1.5)).toThrow(RangeError)
    expect(() => addWorkingDays(at('2021-02-25T09:00:00Z'), -1)).toThrow(RangeError)
  })

  it('rests on Friday and Saturday', () => {
    expect(isWorkingDay(at('2025-11-07T06:00:00Z'))).toBe(false)
    expect(isWorkingDay(at('2025-11-08T06:00:00Z'))).toBe(false)
    expect(isWorkingDay(at('2025-11-09T06:00:00Z'))).toBe(true)
  })
})

describe('working time', () => {
  // 22 November 2026 is a Sunday; Riyadh is three hours ahead.
  const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour - 3))
  const HOUR = 3_600_000

  it.each([
    ['within a day', at(22, 9), at(22, 12), 3],
    ['over a night', at(22, 9), at(23, 9), 24],
    ['over a weekend', at(26, 9), at(29, 9), 24],
    ['within a weekend', at(27, 9), at(28, 9), 0],
    ['from a weekend on', at(28, 9), at(29, 2), 2],
    ['backwards', at(23, 9), at(22, 9), 0],
  ])('%s', (_, from, until, hours) => {
    expect(workingTimeBetween(from, until)).toBe(hours * HOUR)
  })

  it('is what has to pass until a working instant', () => {
    const instant = fc
      .integer({ min: 0, max: 60 * 24 * 60 })
      .map((minutes) => new Date(at(1).getTime() + minutes * 60_000))
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [from, until] = a < b ? [a, b] : [b, a]
        fc.pre(isWorkingDay(until) && from < until)
        expect(addWorkingTime(from, workingTimeBetween(from, until))).toEqual(until)
      }),
    )
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [from, until] = a < b ? [a, b] : [b, a]
        const reached = addWorkingTime(from, workingTimeBetween(from, until))
        expect(reached.getTime()).toBeLessThanOrEqual(until.getTime())
        expect(workingTimeBetween(from, reached)).toBe(workingTimeBetween(from, until))
      }),
    )
  })

  it('refuses to go back', () => {
    expect(() => addWorkingTime(at(22), -1)).toThrow(RangeError)
  })
})
