import { describe, expect, it } from 'vitest'
import { type SeriesAsked, seriesOf } from './series'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Sunday 29 November 2026 in Riyadh. */
const sunday = Date.UTC(2026, 10, 28, 21)
/** Open from 8 to 16 but for Friday, Saturday and a holiday on Tuesday. */
const closed = new Set([2, 5, 6])
const hoursOf = (day: number) =>
  closed.has((day - sunday) / DAY) ? null : { opens: day + 8 * HOUR, closes: day + 16 * HOUR }

const asked = (more: Partial<SeriesAsked>): SeriesAsked => ({
  firstDay: sunday,
  lastDay: sunday,
  from: 9 * 60,
  until: 10 * 60,
  minutes: 30,
  ...more,
})

/** Day and hour, as `1 9.5`: the second day at half past nine. */
const told = (starts: readonly number[]) =>
  starts.map((start) => `${Math.floor((start - sunday) / DAY)} ${((start - sunday) % DAY) / HOUR}`)

describe('a series of times', () => {
  it.each<[string, Partial<SeriesAsked>, string[], number]>([
    ['is one after the other until the end', {}, ['0 9', '0 9.5'], 0],
    ['leaves out what would end later', { until: 10 * 60 + 29 }, ['0 9', '0 9.5'], 0],
    ['is a single one where it fits once', { minutes: 60 }, ['0 9'], 0],
    ['begins when we open', { from: 7 * 60, until: 9 * 60 }, ['0 8', '0 8.5'], 0],
    ['ends when we close', { from: 15 * 60, until: 24 * 60 }, ['0 15', '0 15.5'], 0],
    [
      'passes over the weekend',
      { firstDay: sunday + 4 * DAY, lastDay: sunday + 7 * DAY, minutes: 60 },
      ['4 9', '7 9'],
      2,
    ],
    ['passes over a holiday', { firstDay: sunday + DAY, lastDay: sunday + 3 * DAY, minutes: 60 }, ['1 9', '3 9'], 1],
    ['is empty where we are closed at these hours', { from: 17 * 60, until: 20 * 60 }, [], 1],
    ['is empty where the length doesn’t fit', { minutes: 90 }, [], 1],
  ])('%s', (_, more, expected, daysOff) => {
    const series = seriesOf(asked(more), hoursOf)
    expect(told(series.starts)).toEqual(expected)
    expect(series.daysOff).toBe(daysOff)
  })
})
