import { describe, expect, it } from 'vitest'
import { digitsOf, toWesternDigits } from '@/platform/digits'

describe('digits', () => {
  it.each([
    ['٠٥٠ ١٢٣ ٤٥٦٧', '050 123 4567'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['٩٨٧٦٥٤٣٢١٠', '9876543210'],
    ['no digits: أب', 'no digits: أب'],
  ])('writes %s as %s', (typed, western) => {
    expect(toWesternDigits(typed)).toBe(western)
  })

  it('keeps nothing but digits', () => {
    expect(digitsOf('\u200F٢٤١-058 ٧٣٦ ')).toBe('241058736')
  })
})
