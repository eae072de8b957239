import { expect, it } from 'vitest'
import { formatTimeOfDay, readTimeOfDay } from './time-of-day'

it.each([
  ['8', '08:00'],
  ['8:30', '08:30'],
  ['٠٨:٣٠', '08:30'],
  [' 16.00 ', '16:00'],
  ['24:00', '24:00'],
  ['0', '00:00'],
])('reads %j as %s', (typed, expected) => {
  const minutes = readTimeOfDay(typed)
  expect(minutes === null ? null : formatTimeOfDay(minutes)).toBe(expected)
})

it.each(['', '24:01', '8:60', '25', '8:5', 'eight', '8 ص', '-1', '8:00:00'])('does not read %j', (typed) => {
  expect(readTimeOfDay(typed)).toBeNull()
})
