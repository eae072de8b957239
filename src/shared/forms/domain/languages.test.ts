import { describe, expect, it } from 'vitest'
import { inOtherLanguage, questionsWithoutWords, type WordsRow } from './languages'

const scale = { kind: 'scale', text: 'Received with courtesy', lowLabel: 'Disagree', highLabel: 'Agree' } as const
const choice = { kind: 'single-choice', text: 'How?', options: [{ label: 'Phone' }, { label: 'Visit' }] } as const

describe('questions without words in a language', () => {
  it.each<[string, WordsRow[], number[]]>([
    ['none', [scale, choice], []],
    ['one without a text', [scale, { ...choice, text: undefined }], [2]],
    ['one with a text that shows nothing', [{ ...scale, text: ' \u200f ' }, choice], [1]],
    ['a scale without an end', [{ ...scale, highLabel: '' }, choice], [1]],
    ['an option without a label', [scale, { ...choice, options: [{ label: 'Phone' }, {}] }], [2]],
    ['ends that a text does not need', [{ kind: 'short-text', text: 'What?' }], []],
  ])('%s', (_, questions, numbers) => {
    expect(questionsWithoutWords(questions)).toEqual(numbers)
  })
})

describe('what is saved, in the words of the other language', () => {
  const stored = [
    { key: 'b', kind: 'scale', text: 'باء', lowLabel: 'أبدًا', highLabel: 'دائمًا' },
    { key: 'a', kind: 'single-choice', text: 'ألف', options: [{ key: 'x', label: 'إكس' }] },
  ] as const
  it('takes order, kinds and options from what is saved, and words from what is stored', () => {
    const saved = [
      { key: 'a', kind: 'multiple-choice', options: [{ key: 'new' }, { key: 'x' }] },
      { key: 'c', kind: 'short-text' },
    ] as const
    expect(inOtherLanguage(saved, stored)).toEqual([
      { key: 'a', kind: 'multiple-choice', text: 'ألف', options: [{}, { key: 'x', label: 'إكس' }] },
      { kind: 'short-text' },
    ])
  })
})
