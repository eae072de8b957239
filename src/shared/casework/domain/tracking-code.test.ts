import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTrackingCode, parseTrackingCode, trackingCodeLength, trackingCodeSymbols } from './tracking-code'

const anyCode = fc
  .array(fc.constantFrom(...trackingCodeSymbols), { minLength: trackingCodeLength, maxLength: trackingCodeLength })
  .map((symbols) => symbols.join(''))

/** The letters of each key that an Arabic layout writes: Windows, then macOS. */
const layouts = { windows: { F: 'ب', K: 'ن', M: 'ة', R: 'ق', Y: 'غ' }, mac: { F: 'ب', K: 'ن', M: 'و', R: 'ق', Y: 'غ' } }
const sounds = { F: 'ف', K: 'ك', M: 'م', R: 'ر', Y: 'ي' }

describe('a tracking code', () => {
  it('is of ten to twelve symbols and holds at least 45 bits', () => {
    expect(new Set(trackingCodeSymbols).size).toBe(trackingCodeSymbols.length)
    expect(trackingCodeLength).toBeLessThanOrEqual(12)
    expect(trackingCodeLength).toBeGreaterThanOrEqual(10)
    expect(trackingCodeLength * Math.log2(trackingCodeSymbols.length)).toBeGreaterThanOrEqual(45)
  })

  it('is hopeless to guess at the limit of a day', () => {
    const codes = trackingCodeSymbols.length ** trackingCodeLength
    const wrongCodesADay = 100
    const years = codes / 2 / wrongCodesADay / 365
    expect(years).toBeGreaterThan(1_000_000_000)
  })

  it('has no two symbols that are written alike', () => {
    for (const pair of ['0O', '1I', '1L', '2Z', '5S', '6G', '8B', '0Q', '7V', 'UV'])
      expect(
        Array.from(pair).filter((symbol) => trackingCodeSymbols.includes(symbol)),
        pair,
      ).not.toHaveLength(2)
  })

  it('is shown in fours and read back', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(formatTrackingCode(code)).toMatch(/^.{4} .{4} .{4}$/)
        expect(parseTrackingCode(formatTrackingCode(code))).toBe(code)
      }),
    )
  })

  it('comes back from any spacing and case', () => {
    fc.assert(
      fc.property(anyCode, fc.constantFrom(' ', '-', '\u00a0', '\u200f', '.', '', '\u0640'), (code, gap) => {
        expect(parseTrackingCode([...code].join(gap))).toBe(code)
        expect(parseTrackingCode([...code.toLowerCase()].join(gap))).toBe(code)
      }),
    )
  })

  it.each([
    ['an Arabic layout of Windows', layouts.windows],
    ['an Arabic layout of macOS', layouts.mac],
    ['Arabic letters of the same sound', sounds],
  ])('is read from %s', (_, letters: Record<string, string>) => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(parseTrackingCode([...code].map((symbol) => letters[symbol] ?? symbol).join(''))).toBe(code)
      }),
    )
  })

  it.each([
    ['OQ11223344FK', '0011223344FK'],
    ['IL11223344FK', '1111223344FK'],
    ['ZSGB 0000 0000', '2568 0000 0000'],
  ])('takes letters for the digits they look like: %s', (typed, code) => {
    expect(parseTrackingCode(typed)).toBe(code.replaceAll(' ', ''))
  })

  it('of twenty digits, as cases from before have it, is read too', () => {
    expect(parseTrackingCode('7392 0468 1111 2222 3333')).toBe('73920468111122223333')
  })

  it.each([
    '',
    '7392 0468',
    '7K3M 94F2 R08',
    '7K3M 94F2 R08Y7',
    '7K3M 94F2 R08A',
    'FFFF 0468 1111 2222 3333',
    'رمز المتابعة',
    `${'7K3M94F2R08Y'}${' '.repeat(100)}`,
  ])('is not read from %j', (typed) => {
    expect(parseTrackingCode(typed)).toBeNull()
  })
})
