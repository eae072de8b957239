import { describe, expect, it } from 'vitest'
import type { Question } from '@/shared/forms/domain/definition'
import { monthFigures } from './month-figures'
import { addTo, emptyTally, type ResponseFacts } from './results'

const asked = (key: string) => ({ key, text: `How was ${key}?`, help: null, isRequired: false, clause: null })

const scale = (key: string): Question => ({
  ...asked(key),
  kind: 'scale',
  lowLabel: 'bad',
  highLabel: 'good',
  hasNotApplicable: true,
})

const month = '2026-11'
const answers = (count: number, rating: unknown, inMonth = month): ResponseFacts[] =>
  Array.from({ length: count }, () => ({
    coded: { overall: rating },
    textKeys: [],
    isInvited: false,
    month: inMonth,
    service: null,
    channel: null,
  }))

const figuresOf = (questions: Question[], responses: readonly ResponseFacts[]) => {
  const tally = emptyTally(questions)
  for (const response of responses) addTo(tally, response)
  return monthFigures(tally, month)
}

const overallOf = (responses: readonly ResponseFacts[]) => figuresOf([scale('overall')], responses).get('overall')

describe("a month's satisfaction", () => {
  it.each([
    ['nobody answered', [], { kind: 'none' }],
    ['others answered, in another month', answers(9, 4, '2026-10'), { kind: 'none' }],
    ['four answered', answers(4, 5), { kind: 'withheld' }],
    ['five answered', answers(5, 4), { kind: 'known', answered: 5, mean: 4 }],
    ['does not apply is no rating', [...answers(5, 2), ...answers(3, 'na')], { kind: 'known', answered: 5, mean: 2 }],
    [
      'a small month before would be worked out from it',
      [...answers(9, 4), ...answers(2, 1, '2026-10')],
      { kind: 'withheld' },
    ],
  ])('when %s', (_, responses, expected) => {
    expect(overallOf(responses)).toEqual(expected)
  })

  it('is told for each scale, and for nothing else', () => {
    const comment: Question = { ...asked('comment'), kind: 'long-text' }
    expect([...figuresOf([scale('overall'), scale('courtesy'), comment], answers(5, 4))]).toEqual([
      ['overall', { kind: 'known', answered: 5, mean: 4 }],
      ['courtesy', { kind: 'none' }],
    ])
  })
})
