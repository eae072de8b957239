import { expect, it } from 'vitest'
import { smsParts } from './sms-text'

it.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  // Two septets each.
  ['€'.repeat(80), 1],
  ['€'.repeat(81), 2],
  ['م'.repeat(70), 1],
  ['م'.repeat(71), 2],
  ['م'.repeat(134), 2],
  ['م'.repeat(135), 3],
  // One Arabic letter makes the whole text UCS-2.
  [`م${'a'.repeat(70)}`, 2],
  // Outside of the basic plane a letter is two units.
  ['😀'.repeat(35), 1],
  ['😀'.repeat(36), 2],
])('counts the parts of %j', (text, parts) => {
  expect(smsParts(text)).toBe(parts)
})
