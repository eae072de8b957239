import { expect, it } from 'vitest'
import { firstDueNotice, nextDigest, type WorkingDays } from './notice-times'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Riyadh is three hours ahead of UTC; Friday and Saturday are free. */
const days: WorkingDays = {
  startOfDay: (instant) => Math.floor((instant + 3 * HOUR) / DAY) * DAY - 3 * HOUR,
  isWorkingDay: (instant) => ![5, 6].includes(new Date(instant + 3 * HOUR).getUTCDay()),
}
/** Of November 2026 in Riyadh; the 22nd is a Sunday. */
const riyadh = (day: number, hour: number, minute = 0, second = 0) => Date.UTC(2026, 10, day, hour - 3, minute, second)

it.each([
  ['in the night', riyadh(24, 2), riyadh(24, 8)],
  ['in the morning', riyadh(24, 9, 30), riyadh(24, 13)],
  ['in the afternoon', riyadh(24, 13, 1), riyadh(25, 8)],
  ['at the hour itself', riyadh(24, 8), riyadh(24, 13)],
  // What a digest contains is settled by then.
  ['within its last minute', riyadh(24, 7, 59, 30), riyadh(24, 13)],
  ['just before that', riyadh(24, 7, 58, 59), riyadh(24, 8)],
  ['on a Thursday afternoon', riyadh(26, 15), riyadh(29, 8)],
  ['on a Friday', riyadh(27, 10), riyadh(29, 8)],
])('the next digest %s', (_, now, at) => {
  expect(new Date(nextDigest(now, days))).toEqual(new Date(at))
})

it('is found in a calendar that never works', () => {
  const never = { ...days, isWorkingDay: () => false }
  expect(nextDigest(riyadh(24, 9), never)).toBeGreaterThan(riyadh(24, 9))
  expect(firstDueNotice(riyadh(25, 11), riyadh(24, 9), never)).toBe(riyadh(25, 11))
})

it.each([
  ['the morning before', riyadh(25, 11), riyadh(22, 9), riyadh(24, 8)],
  ['on Thursday of what is due on Sunday', riyadh(29, 11), riyadh(24, 9), riyadh(26, 8)],
  ['on Thursday of what is due on a Saturday', riyadh(28, 11), riyadh(24, 9), riyadh(26, 8)],
  ['once it has passed, where it was set later than that', riyadh(25, 11), riyadh(24, 11), riyadh(25, 11)],
])('a due date is told of %s', (_, dueAt, since, at) => {
  expect(new Date(firstDueNotice(dueAt, since, days))).toEqual(new Date(at))
})
