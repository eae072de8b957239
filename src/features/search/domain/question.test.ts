import { describe, expect, it } from 'vitest'
import { namedInHeading, QUESTION_LENGTH, questionPath, readQuestion } from '@/features/search/domain/question'

describe('readQuestion', () => {
  it.each([
    [{}, { text: '', isCut: false, page: 1 }],
    [{ q: '  حق \n المستفيد ' }, { text: 'حق المستفيد', isCut: false, page: 1 }],
    [
      { q: ['first', 'second'], page: ['2', '3'] },
      { text: 'first', isCut: false, page: 2 },
    ],
    [
      { q: 'x', page: '0' },
      { text: 'x', isCut: false, page: 1 },
    ],
    [
      { q: 'x', page: '-1' },
      { text: 'x', isCut: false, page: 1 },
    ],
    [
      { q: 'x', page: '1e9' },
      { text: 'x', isCut: false, page: 1 },
    ],
    [
      { q: 'x', page: '99999' },
      { text: 'x', isCut: false, page: 1 },
    ],
    [{ q: '<script>alert(1)</script>' }, { text: '<script>alert(1)</script>', isCut: false, page: 1 }],
  ])('reads %j', (parameters, question) => {
    expect(readQuestion(parameters)).toEqual(question)
  })

  it('cuts a long question, says so, and never cuts a letter in two', () => {
    const { text, isCut } = readQuestion({ q: '👩'.repeat(300) })
    expect(isCut).toBe(true)
    expect(Array.from(text)).toHaveLength(QUESTION_LENGTH)
    expect(text).toBe('👩'.repeat(QUESTION_LENGTH))
    expect(readQuestion({ q: 'x'.repeat(QUESTION_LENGTH) }).isCut).toBe(false)
  })
})

describe('questionPath', () => {
  it('is read back as what it was made of', () => {
    const text = 'حق & 100% + "ما" #؟'
    const parameters = new URL(questionPath(text, 3), 'https://example.org').searchParams
    expect(readQuestion(Object.fromEntries(parameters))).toEqual({ text, isCut: false, page: 3 })
  })
})

describe('a heading that names the question', () => {
  it.each([
    ['حق المستفيد', 'حق المستفيد'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(60)}…`],
    [`${'a word '.repeat(10)}end`, `${'a word '.repeat(8)}a…`],
  ])('repeats %j as %j', (asked, named) => {
    expect(namedInHeading(asked)).toBe(named)
  })
})
