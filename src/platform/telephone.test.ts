import { describe, expect, it } from 'vitest'
import { readTelephone } from '@/platform/telephone'
import { telephoneHref } from '@/platform/telephone-href'

describe('a telephone number', () => {
  it.each([
    '0501234567',
    '050 123 4567',
    '050-123-4567',
    '050–123–4567',
    '050.123.4567',
    '050/123/4567',
    '(050) 1234567',
    '٠٥٠١٢٣٤٥٦٧',
    '٠٥٠ ١٢٣ ٤٥٦٧',
    '۰۵۰۱۲۳۴۵۶۷',
    '０５０１２３４５６７',
    '501234567',
    '+966501234567',
    '＋966 50 123 4567',
    '+966 (0) 50 123 4567',
    '+9660501234567',
    '+0501234567',
    '00966501234567',
    '00 966 050 123 4567',
    '0966501234567',
    '+00966501234567',
    '00+966 50 123 4567',
    '٠٠٩٦٦٥٠١٢٣٤٥٦٧',
    '966501234567',
    '\u200f0501234567\u200e',
    '\u2068+966\u00a050\u202f123\u00a04567\u2069',
    'جوال: 0501234567',
    '\tTel. 0501234567\n',
  ])('is read from %j as a Saudi mobile', (typed) => {
    expect(readTelephone(typed)).toEqual({ status: 'ok', number: '+966501234567', takesMessages: true })
  })

  it.each([
    ['0521234567', '+966521234567'],
    ['0529339123', '+966529339123'],
    ['0571234567', '+966571234567'],
    ['0599999999', '+966599999999'],
  ])('is a Saudi mobile by its length and beginning, whichever company has the range: %s', (typed, number) => {
    expect(readTelephone(typed)).toEqual({ status: 'ok', number, takesMessages: true })
  })

  it.each([
    ['+971 50 123 4567', '+971501234567', true],
    ['971501234567', '+971501234567', true],
    ['00962 79 123 4567', '+962791234567', true],
    ['+1 202 555 0123', '+12025550123', true],
    ['+44 20 7946 0958', '+442079460958', false],
    ['+971 4 234 5678', '+97142345678', false],
  ])('is one of another country with its code: %s', (typed, number, takesMessages) => {
    expect(readTelephone(typed)).toEqual({ status: 'ok', number, takesMessages })
  })

  it.each([
    ['011 234 5678', '+966112345678', 'tel:+966112345678'],
    ['+966 13 800 1234', '+966138001234', 'tel:+966138001234'],
    ['9200 12345', '+966920012345', 'tel:+966920012345'],
    ['٩٢٠٠١٢٣٤٥', '+966920012345', 'tel:+966920012345'],
    ['800 124 4444', '+9668001244444', 'tel:8001244444'],
    ['+966 800 124 4444', '+9668001244444', 'tel:8001244444'],
  ])('takes no messages and can be dialled: %s', (typed, number, href) => {
    expect(readTelephone(typed)).toEqual({ status: 'ok', number, takesMessages: false })
    expect(telephoneHref(typed)).toBe(href)
    expect(telephoneHref(number)).toBe(href)
  })

  it.each([
    ['05 00 000', 'tooShort'],
    ['12345', 'tooShort'],
    ['050123456', 'tooShort'],
    ['9200 1234', 'tooShort'],
    ['800 124 444', 'tooShort'],
    ['+1 202 555', 'tooShort'],
    ['937', 'tooShort'],
    ['00', 'tooShort'],
    ['0966 50 123 456', 'tooShort'],
    ['05012345678', 'tooLong'],
    ['050123456789012', 'tooLong'],
    ['+966 50 123 45678', 'tooLong'],
    ['1'.repeat(100_000), 'tooLong'],
    ['', 'letters'],
    ['not a number', 'letters'],
    ['05O1234567', 'letters'],
    ['خمسة صفر', 'letters'],
    ['011 234 5678 تحويلة 12', 'letters'],
    ['0501234567 / 0551234567', 'several'],
    ['0501234567 0551234567', 'several'],
    ['05012345670551234567', 'several'],
    ['0501234567 و0551234567', 'several'],
    ['0501234567, 0551234567', 'several'],
    ['0501234567\n0551234567', 'several'],
    ['+966501234567+966551234567', 'several'],
    ['0501234567-0112345678', 'several'],
    ['0501234567/8', 'several'],
    ['0791234567', 'countryMissing'],
    ['0412345678', 'countryMissing'],
    ['+999 123 4567', 'countryMissing'],
  ])('is refused with its cause: %.40j', (typed, error) => {
    expect(readTelephone(typed)).toEqual({ status: 'invalid', error })
  })

  it.each([
    ['937', 'tel:937'],
    ['٩٣٧', 'tel:937'],
    ['050 123 4567', 'tel:+966501234567'],
    ['00966501234567', 'tel:+966501234567'],
    ['966501234567', 'tel:+966501234567'],
    ['+966 (0) 50 123 4567', 'tel:+966501234567'],
    ['\u200e+44 (0)20 7946 0958', 'tel:+442079460958'],
    ['0800 124 4444', 'tel:8001244444'],
  ])('%s is dialled as %s', (written, href) => {
    expect(telephoneHref(written)).toBe(href)
  })
})
