import { describe, expect, it } from 'vitest'
import { normalisePhone } from './telephone'

describe('normalisePhone', () => {
  it.each([
    '0501234567',
    '050 123 4567',
    '050-123-4567',
    '٠٥٠١٢٣٤٥٦٧',
    '٠٥٠ ١٢٣ ٤٥٦٧',
    '۰۵۰۱۲۳۴۵۶۷',
    '501234567',
    '+966501234567',
    '+966 50 123 4567',
    '+966 (0) 50 123 4567',
    '00966501234567',
    '٠٠٩٦٦٥٠١٢٣٤٥٦٧',
    '966501234567',
    '\u200f0501234567\u200e',
  ])('reads %s as a Saudi mobile', (typed) => {
    expect(normalisePhone(typed)).toBe('+966501234567')
  })

  it('reads a mobile of another country with its code', () => {
    expect(normalisePhone('+971 50 123 4567')).toBe('+971501234567')
  })

  it.each(['', '05 00 000', '12345', 'not a number', '050123456789012'])('refuses %j', (typed) => {
    expect(normalisePhone(typed)).toBeNull()
  })
})
