import { describe, expect, it } from 'vitest'
import { normaliseArabic, sortKey, westernDigits } from '@/platform/arabic'

describe('normaliseArabic', () => {
  it.each([
    ['الأُمُّ المُبْدِعَة', 'الام المبدعه'],
    ['سيـــاسة', 'سياسه'],
    ['إحالة آراء أمل', 'احاله اراء امل'],
    ['مسؤول شؤون', 'مسوول شوون'],
    ['مستشفى', 'مستشفي'],
    ['١٤٤٢ و ۱۴۴۲', '1442 و 1442'],
    ['  Créative\u200f  MOM ', 'creative mom'],
    ['«السياسات»، والخدمات.', 'السياسات والخدمات'],
    ['جھة', 'جهه'],
    ['جہۃ', 'جهه'],
    ['مکتبی', 'مكتبي'],
    ['گاری پارک چاپ ڤيديو', 'كاري بارك جاب فيديو'],
    ['ﺍﻟﺠﻤﻌﻴﺔ ﻷﻡ', 'الجمعيه لام'],
    ['مﹰا مُمﱡ', 'ما مم'],
    ['كـت\u00adا\u2060ب\u061c\ufe0f', 'كتاب'],
    ['هٰذا الرحمٰن', 'هذا الرحمن'],
    ['می\u200cخواهم', 'ميخواهم'],
    ['\u3164\u2800', ''],
  ])('reads %s as %s', (typed, plain) => {
    expect(normaliseArabic(typed)).toBe(plain)
  })

  it('changes nothing when applied twice', () => {
    const once = normaliseArabic('أَهْلًا وسهلًا ٣٤')
    expect(normaliseArabic(once)).toBe(once)
  })

  it.each([
    ['one mark after another', 'ب'.concat('\u0651\u064e'.repeat(50_000))],
    ['marks in the wrong order', 'a'.concat('\u0301'.repeat(50_000), '\u0316'.repeat(50_000))],
    ['signs that stand for a sentence', '\ufdfa'.repeat(10_000)],
  ])('takes no longer for %s', (_, text) => {
    const started = performance.now()
    normaliseArabic(text)
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('sortKey', () => {
  it('sorts titles as an Arabic index does: without the article and whatever the hamza', () => {
    const titles = ['التطوع', 'البنود', 'أحكام', 'سياسة 10', 'سياسة 2', 'إدارة']
    const sorted = titles.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    expect(sorted).toEqual(['أحكام', 'إدارة', 'البنود', 'التطوع', 'سياسة 2', 'سياسة 10'])
  })

  it('keeps a title that is only the article', () => {
    expect(sortKey('ال')).toBe('ال')
  })
})

describe('westernDigits', () => {
  it('leaves everything but Arabic-Indic and Persian digits alone', () => {
    expect(westernDigits('هاتف ٠٥٥-۱۲3')).toBe('هاتف 055-123')
  })
})
