import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleanLine,
  cleanPart,
  cleanText,
  cleanValue,
  hasVisibleText,
  typedLine,
  typedText,
} from '@/platform/typed-text'

/** Characters of every kind that the cleaning tells apart. */
const oddCharacter = fc.constantFrom(
  ...' \n\r\t\u00a0\u2028\u3000\u2800\u200b\u200c\u200d\u200e\u200f\u061c\u202e\u2066\u2069\ufeff\u00ad\u034f\u115f\u3164\uffa0\u180e\ufe0f\u0000\u0301\u0651\u064eمنaé1.',
  '\ud800',
  '\u{1f469}',
  '\u{1f3ff}',
  '\u{1f3f4}',
  '\u{e0067}',
  '\u{e007f}',
  '\u{e0100}',
  'ﻼ',
)
const oddText = fc.string({ unit: oddCharacter, maxLength: 60 })

describe('a text', () => {
  it.each([
    ['one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['one\u2028two\u2029three\u000bfour', 'one\ntwo\nthree\nfour'],
    ['a\u0000b\u0007c\u001bd\u007fe\u0085f', 'abcdef'],
    ['tab\tstays', 'tab\tstays'],
    ['\u200fمرحبا\u200f', 'مرحبا'],
    ['\ufeff \u00a0نورة\u200e ', 'نورة'],
    ['re\u0301sume\u0301', 'résumé'],
    ['half \ud83d of a character \udc69', 'half  of a character'],
    ['no\u00adte\u200b this\u2060', 'note this'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['a\u2067b\u2069c', 'abc'],
    ['كت\u200fاب', 'كتاب'],
    ['هند\u200f السعد', 'هند السعد'],
    ['see \u200ethis', 'see this'],
    ['\u0301\u0651word', 'word'],
    ['a\ufe0fb\u{e0041}c\u{e0101}', 'abc'],
    ['\ufffc\ufff9x', 'x'],
    [`a${'\u0301'.repeat(50)}b`, `á${'\u0301'.repeat(7)}b`],
    ['ﺍﻟﺠﻤﻌﻴﺔ', 'الجمعية'],
  ])('%j is read as %j', (typed, read) => {
    expect(cleanText(typed)).toBe(read)
  })

  it.each([
    ['a joiner in a Persian word', 'می\u200cخواهم'],
    ['a joiner that keeps a letter open', '1442ه\u200d الموافق'],
    ['joiners of a family', '👩\u200d👩\u200d👧\u200d👦'],
    ['a flag of joined signs', '🏳\ufe0f\u200d🌈'],
    ['a skin colour before a joiner', '👩🏽\u200d⚕\ufe0f'],
    ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['a variant of a Han character', '葛\u{e0100}'],
    ['direction marks around a slash', '13\u200f/7\u200f/1442هـ'],
    ['a direction mark that ends a Latin word', 'ملف (PDF)\u200f، و C++\u200e هنا'],
    ['tashkeel', 'الأُمُّ المُبْدِعَة'],
    ['a mark on a blank', 'علامة \u0651 الشدة'],
    ['a no-break blank', '5\u00a0كم'],
    ['signs for phrases', 'محمد ﷺ'],
    ['joiners of Hindi', 'क्\u200dष'],
  ])('keeps %s', (_, typed) => {
    expect(cleanText(typed)).toBe(typed)
    expect(cleanLine(typed)).toBe(typed.replace('\u00a0', ' '))
  })

  it('loses a direction mark before marks in either order', () => {
    expect(cleanPart('\u200f\u0301\u0651')).toBe(cleanPart('\u200f\u0651\u0301'))
  })

  it('is the same when cleaned twice, and never gains', () => {
    fc.assert(
      fc.property(fc.oneof(oddText, fc.string({ unit: 'binary' })), (typed) => {
        for (const clean of [cleanPart, cleanText, cleanLine, cleanValue]) {
          expect(clean(clean(typed))).toBe(clean(typed))
        }
        expect(cleanText(typed)).not.toMatch(/\p{Cs}/u)
      }),
      { numRuns: 3000 },
    )
  }, 30_000)

  it('is empty exactly where there is nothing to see', () => {
    fc.assert(
      fc.property(oddText, (typed) => {
        const isVisible = hasVisibleText(typed)
        expect([cleanText(typed) !== '', cleanLine(typed) !== '', cleanValue(typed) !== '']).toEqual([
          isVisible,
          isVisible,
          isVisible,
        ])
      }),
      { numRuns: 300 },
    )
  })
})

describe('a line', () => {
  it.each([
    [' نورة\u00a0\u3000 السعد\n', 'نورة السعد'],
    ['a\r\nb\tc', 'a b c'],
    ['a \u200b b', 'a b'],
  ])('%j is read as %j', (typed, read) => {
    expect(cleanLine(typed)).toBe(read)
  })
})

describe('a value', () => {
  it.each([
    ['\u200f586\u00a0731 889\u2069', '586 731 889'],
    ['５８６', '586'],
    ['13\u200f/7', '13/7'],
    ['👩\u200d👧', '👩👧'],
  ])('%j is read as %j', (typed, read) => {
    expect(cleanValue(typed)).toBe(read)
  })

  it('is cut where no value goes on', () => {
    expect(cleanValue('1'.repeat(100_000))).toHaveLength(1000)
  })
})

describe('nothing to see', () => {
  it.each([
    ['', 'nothing'],
    [' \n\t', 'blanks'],
    ['\u200b', 'a zero-width blank'],
    ['\u200f\u200e\u061c', 'direction marks'],
    ['\u202a\u202c\u2067\u2069', 'embeddings'],
    ['\u00ad', 'a soft hyphen'],
    ['\u2060\ufeff\u180e', 'a word joiner'],
    ['\u2800', 'a Braille blank'],
    ['\u3164\u115f\u1160\uffa0', 'Hangul fillers'],
    ['\u0301\u0651\u064b', 'lone marks'],
    ['\u00a0\u0301', 'a mark on a blank'],
    ['\ufe0f\ufe00\u{e0100}', 'lone variation selectors'],
    ['\u{e0041}\u{e0042}', 'tags'],
    ['\u0000\u001b\u0085', 'controls'],
    ['\ud800', 'half a character'],
    ['\ufffe\u{1fffe}', 'what is no character'],
    ['\u034f\u17b4\u17b5', 'other invisible signs'],
    ['\u200d\u200c', 'joiners'],
    ['\ufffc', 'the place of a picture that was not pasted'],
    ['\u{1d159}\u{13430}\u{1343f}\u{13441}', 'empty signs of old scripts'],
  ])('%j is %s', (typed) => {
    expect(hasVisibleText(typed)).toBe(false)
    expect([cleanText(typed), cleanLine(typed), cleanValue(typed)]).toEqual(['', '', ''])
  })

  it.each(['.', 'ـ', '0', 'أ\u200f', '👍', '\u200b-\u200b', '１', '\ue000', '٪'])('%j is seen', (typed) => {
    expect(hasVisibleText(typed)).toBe(true)
  })
})

describe('a posted text', () => {
  it('is empty where there is none, or a file', () => {
    expect(typedText(null, 10)).toBe('')
    expect(typedLine(new File(['x'], 'x.txt'), 10)).toBe('')
  })

  it('is read no further than wanted, and never half a character', () => {
    expect(typedText('abcdef', 3)).toBe('abc')
    expect(typedLine('ab👩', 3)).toBe('ab')
  })
})
