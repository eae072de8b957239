import { describe, expect, it } from 'vitest'
import { type AppointmentState, isBookable, isOpenToChange, mayMark, overlaps } from './appointment'

const HOUR = 3_600_000
const MINUTE = 60_000
const startsAt = Date.UTC(2026, 10, 29, 7)

describe('what may become of an appointment', () => {
  it.each<[AppointmentState, number, { changed: boolean; marked: boolean }]>([
    ['booked', -24 * HOUR, { changed: true, marked: false }],
    ['booked', -1, { changed: true, marked: false }],
    ['booked', 0, { changed: false, marked: true }],
    ['booked', 24 * HOUR, { changed: false, marked: true }],
    ['cancelled', -HOUR, { changed: false, marked: false }],
    ['cancelled', HOUR, { changed: false, marked: false }],
    ['attended', HOUR, { changed: false, marked: true }],
    ['missed', HOUR, { changed: false, marked: true }],
  ])('%s, %d ms after its beginning', (state, after, { changed, marked }) => {
    const held = { state, startsAt }
    expect(isOpenToChange(held, startsAt + after)).toBe(changed)
    expect(mayMark(held, startsAt + after)).toBe(marked)
  })
})

describe('a time', () => {
  it.each([
    [HOUR, true],
    [HOUR - 1, false],
    [0, false],
    [-HOUR, false],
    [48 * HOUR, true],
  ])('%d ms ahead can be booked: %s', (ahead, isOpen) => {
    expect(isBookable(startsAt, startsAt - ahead)).toBe(isOpen)
  })

  it.each([
    [0, 30, true],
    [29, 30, true],
    [30, 30, false],
    [-30, 30, false],
    [-29, 30, true],
    [-60, 240, true],
    [-60, 60, false],
  ])('of 30 minutes and one %d minutes later of %d minutes overlap: %s', (later, minutes, expected) => {
    const other = { startsAt: startsAt + later * MINUTE, minutes }
    expect(overlaps({ startsAt, minutes: 30 }, other)).toBe(expected)
    expect(overlaps(other, { startsAt, minutes: 30 })).toBe(expected)
  })
})
