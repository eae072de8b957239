import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseArabic } from '@/platform/arabic'
import { excerpt, markWords, type Segment } from '@/platform/search/marks'
import { nonEmpty } from '../../../tests/setup/non-empty'

const join = (segments: readonly Segment[]) => segments.map((segment) => segment.text).join('')
const marked = (segments: readonly Segment[]) => segments.filter((segment) => segment.isMarked).map(({ text }) => text)

/** Texts as people paste them: Arabic with marks, kashida and direction signs, Latin, digits, anything. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'المُسْتَفِيد',
        'خــدمة',
        'الأُمّ',
        '١٤٤٢هـ',
        'ﷺ',
        'ـــ',
        'service',
        'naïve',
        '\u200f',
        '<b>',
        '«',
        '»',
        '،',
        '👩‍👧',
        ' ',
        '\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))

describe('markWords', () => {
  it('marks the written word with its tashkeel and kashida', () => {
    const segments = markWords('حقُّ المُسْتَفِيـدِ، وواجبه', (word) => word === 'المستفيد')
    expect(segments).toEqual([
      { text: 'حقُّ ', isMarked: false },
      { text: 'المُسْتَفِيـدِ', isMarked: true },
      { text: '، وواجبه', isMarked: false },
    ])
  })

  it('loses, adds and changes no character of any text, whatever is marked', () => {
    fc.assert(
      fc.property(text, fc.func(fc.boolean()), (original, isWanted) => {
        expect(join(markWords(original, (word) => isWanted(word)))).toBe(original)
      }),
    )
  })

  it('marks nothing that was not asked for, and never an empty run', () => {
    fc.assert(
      fc.property(text, fc.func(fc.boolean()), (original, isWanted) => {
        const runs = marked(markWords(original, (word) => isWanted(word)))
        fc.pre(runs.length > 0)
        for (const run of nonEmpty(runs)) {
          expect(run).not.toBe('')
          expect(
            normaliseArabic(run)
              .split(' ')
              .some((word) => isWanted(word)),
          ).toBe(true)
        }
      }),
    )
  })

  it('finds a word whatever marks and elongation are put into it', () => {
    const sign = fc.constantFrom('', '', 'َ', 'ُ', 'ِ', 'ّ', 'ْ', 'ً', 'ـ', 'ــ', 'ٰ', '\u200f')
    fc.assert(
      fc.property(fc.array(sign, { minLength: 8, maxLength: 8 }), (signs) => {
        const written = Array.from('المستفيد', (letter, index) => letter + (signs[index] ?? '')).join('')
        expect(marked(markWords(`من ${written} نفسه`, (word) => word === 'المستفيد'))).toEqual([written])
      }),
    )
  })
})

describe('excerpt', () => {
  const long = `${'كلمة '.repeat(100)}المقصود ${'أخرى '.repeat(100)}`.trim()

  it('shows the surroundings of the first mark, cut between words, and says that it was cut', () => {
    const cut = excerpt(
      markWords(long, (word) => word === 'المقصود'),
      120,
    )
    expect(marked(cut)).toEqual(['المقصود'])
    expect(join(cut)).toMatch(/^… (كلمة )+المقصود( أخرى)+ …$/)
    expect(join(cut).length).toBeLessThanOrEqual(124)
  })

  it('is a part of the text, or all of it', () => {
    fc.assert(
      fc.property(text, fc.func(fc.boolean()), fc.integer({ min: 10, max: 60 }), (original, isWanted, length) => {
        const cut = join(
          excerpt(
            markWords(original, (word) => isWanted(word)),
            length,
          ),
        )
        expect(original).toContain(cut.replace(/^… /, '').replace(/ …$/, ''))
        expect(cut.length).toBeLessThanOrEqual(length + 4)
      }),
    )
  })
})
