import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit, formatReference, parseReference, referenceFrom } from './reference'

const eightDigits = fc.stringMatching(/^\d{8}$/)

describe('a reference', () => {
  it.each([
    // The standard's own example.
    ['0794', '5'],
    ['00000000', '3'],
  ])('has the check digit of ISO 7064 MOD 11,10: %s-%s', (digits, check) => {
    expect(checkDigit(digits)).toBe(check)
  })

  it('comes back from any spacing', () => {
    fc.assert(
      fc.property(eightDigits, fc.constantFrom(' ', '-', '\u00a0', '\u200f', ''), (digits, gap) => {
        const reference = referenceFrom(digits)
        expect(parseReference([...reference].join(gap))).toBe(reference)
        expect(parseReference(formatReference(reference))).toBe(reference)
      }),
    )
  })

  it('notices one wrong digit', () => {
    fc.assert(
      fc.property(eightDigits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const reference = referenceFrom(digits)
        const wrong = [...reference]
          .map((digit, index) => (index === place ? (Number(digit) + shift) % 10 : digit))
          .join('')
        expect(parseReference(wrong)).toBeNull()
      }),
    )
  })

  it.each(['', '12345678', '1234567890', 'hello'])('is not read from %j', (typed) => {
    expect(parseReference(typed)).toBeNull()
  })

  it('is shown in threes', () => {
    expect(formatReference('241058736')).toBe('241 058 736')
  })

  it('is made of eight digits only', () => {
    expect(() => referenceFrom('123')).toThrow(RangeError)
  })
})
