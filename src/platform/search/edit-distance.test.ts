import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, knownWord, nearTerms } from '@/platform/search/edit-distance'

describe('editDistance', () => {
  it.each([
    ['استقبال', 'استقبال', 0],
    ['استقبيل', 'استقبال', 1],
    ['اسقبال', 'استقبال', 1],
    ['اتسقبال', 'استقبال', 1],
    ['', 'abc', 3],
  ])('%s and %s differ by %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
  })

  it('is the same both ways and none only between equals', () => {
    const word = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ت'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b) === 0).toBe(a === b)
      }),
    )
  })
})

describe('nearTerms', () => {
  const near = (word: string, vocabulary: string[]) => nearTerms(word, vocabulary.map(knownWord))

  it('forgives nothing in a short word', () => {
    expect(near('حقق', ['حق', 'حقل'])).toEqual([])
  })

  it('gives the nearest only', () => {
    expect(near('استقبيلات', ['استقبالات', 'استقبلت', 'بعيد'])).toEqual(['استقبالات'])
  })

  it('rules nothing out by letters that one slip explains', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ابتثجحخدذر'), minLength: 4, maxLength: 7 })
    const letter = fc.constantFrom(...'سشصضطظعغ')
    fc.assert(
      fc.property(word, letter, fc.nat(6), (written, wrong, place) => {
        const at = place % written.length
        expect(near(`${written.slice(0, at)}${wrong}${written.slice(at + 1)}`, [written])).toEqual([written])
      }),
    )
  })
})
