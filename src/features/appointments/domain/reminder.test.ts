import { describe, expect, it } from 'vitest'
import { reminderAt } from './reminder'

const DAY = 86_400_000
const HOUR = 3_600_000
const monday = Date.UTC(2026, 10, 29, 21)
const opens = (day: number) => day + 8 * HOUR

describe('the reminder', () => {
  it.each<[string, number[], number, number | null]>([
    ['comes when the day before opens', [], -3 * DAY, opens(monday - DAY)],
    ['comes on the last working day before a weekend', [1, 2], -7 * DAY, opens(monday - 3 * DAY)],
    ['isn’t needed by who books after it would come', [], -DAY + 9 * HOUR, null],
    ['isn’t needed by who books at that moment', [], -DAY + 8 * HOUR, null],
    ['isn’t there where no day is worked', Array.from({ length: 40 }, (_, index) => index), -60 * DAY, null],
  ])('%s', (_, closedBefore, now, expected) => {
    const hoursOf = (day: number) => (closedBefore.includes((monday - day) / DAY) ? null : { opens: opens(day) })
    expect(reminderAt(monday, monday + now, hoursOf)).toBe(expected)
  })
})
