import { expect, it } from 'vitest'
import { standTogether } from '@/platform/search/proximity'

const words = (length: number, answers: Record<number, number>) =>
  Array.from({ length }, (_, place) => answers[place] ?? 0)

it.each([
  ['side by side', words(100, { 50: 1, 51: 2 }), 3, true],
  ['in the same word', words(100, { 50: 3 }), 3, true],
  ['in the other order', words(100, { 20: 2, 40: 1 }), 3, true],
  ['with another of them nearer', words(100, { 0: 1, 60: 2, 70: 1 }), 3, true],
  ['too far apart', words(100, { 10: 1, 60: 2 }), 3, false],
  ['one of three far away', words(100, { 10: 1, 12: 2, 90: 4 }), 7, false],
  ['one missing', words(100, { 10: 1 }), 3, false],
  ['nothing wanted', words(10, {}), 0, true],
])('%s', (_, answers, wanted, expected) => {
  expect(standTogether(answers, wanted)).toBe(expected)
})
