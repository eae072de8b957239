import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '@/shared/forms/domain/definition'
import { nonEmpty } from '../../../../tests/setup/non-empty'
import { addTo, emptyTally, type ResponseFacts, smallestGroup, summarise, withheldGroups } from './results'

const asked = { text: 'نص', help: null, isRequired: false, clause: null }
const scale: Question = {
  ...asked,
  kind: 'scale',
  key: 'overall',
  lowLabel: 'أ',
  highLabel: 'ب',
  hasNotApplicable: true,
}
const choice: Question = {
  ...asked,
  kind: 'multiple-choice',
  key: 'which',
  options: [
    { key: 'phone', label: 'هاتف' },
    { key: 'visit', label: 'زيارة' },
  ],
}
const comment: Question = { ...asked, kind: 'long-text', key: 'comment' }

const response = (coded: Record<string, unknown>, rest: Partial<ResponseFacts> = {}): ResponseFacts => ({
  coded,
  textKeys: [],
  isInvited: false,
  month: '2026-11',
  service: null,
  channel: null,
  ...rest,
})
const rated = (points: readonly unknown[], rest: Partial<ResponseFacts> = {}) =>
  points.map((overall) => response({ overall }, rest))

const counted = (questions: Question[], responses: readonly ResponseFacts[]) => {
  const tally = emptyTally(questions)
  for (const one of responses) addTo(tally, one)
  return tally
}

const only = (question: Question, responses: ResponseFacts[]) => {
  const [result] = summarise(counted([question], responses), 0).questions
  if (!result) throw new Error('no result')
  return result
}

describe('figures', () => {
  it('counts ratings, leaves "does not apply" out of the mean, and ignores what is not an answer', () => {
    expect(only(scale, rated([5, 5, 4, 1, 5, 'na', 9, '5', undefined])).figures).toEqual({
      kind: 'scale',
      answered: 5,
      notApplicable: 1,
      mean: 4,
      counts: [
        { point: 1, count: 1 },
        { point: 2, count: 0 },
        { point: 3, count: 0 },
        { point: 4, count: 1 },
        { point: 5, count: 3 },
      ],
    })
  })

  it('counts people and choices apart where several can be chosen', () => {
    const chosen = [['phone'], ['phone', 'visit'], ['visit'], ['phone'], ['phone'], [], ['fax']]
    expect(
      only(
        choice,
        chosen.map((which) => response({ which })),
      ).figures,
    ).toEqual({
      kind: 'choice',
      answered: 5,
      counts: [
        { key: 'phone', count: 4 },
        { key: 'visit', count: 2 },
      ],
    })
  })

  it.each([scale, choice, comment])('withholds a $kind with four answers and shows it with five', (question) => {
    const one = response({ overall: 3, which: ['phone'] }, { textKeys: ['comment'] })
    expect(only(question, Array(4).fill(one)).figures).toEqual({ kind: 'withheld' })
    expect(only(question, Array(5).fill(one)).figures.kind).not.toBe('withheld')
  })

  it('rates responses by those who were invited, not by those who came by themselves', () => {
    const responses = [...rated([5, 5], { isInvited: true }), ...rated([1, 1, 1])]
    const { answered, answeredByInvitation, responseRate } = summarise(counted([scale], responses), 8)
    expect({ answered, answeredByInvitation, responseRate }).toEqual({
      answered: 5,
      answeredByInvitation: 2,
      responseRate: 0.25,
    })
    expect(summarise(counted([scale], responses), 0).responseRate).toBeNull()
  })
})

describe('groups', () => {
  it('gives each its mean and sample, months in order and no group last', () => {
    const responses = [
      ...rated([4, 4, 4, 4, 4], { month: '2026-11', service: 'guidance' }),
      ...rated([2, 2, 2, 2, 2, 2], { month: '2026-10', service: null }),
    ]
    const { groups } = only(scale, responses)
    expect(groups.month).toEqual([
      { group: '2026-10', isWithheld: false, answered: 6, mean: 2 },
      { group: '2026-11', isWithheld: false, answered: 5, mean: 4 },
    ])
    expect(groups.service.map(({ group }) => group)).toEqual(['guidance', null])
  })

  it('withholds a second group when a small one could be derived from the total', () => {
    const responses = [
      ...rated([1, 1], { channel: 'letter' }),
      ...rated([5, 5, 5, 5, 5, 5], { channel: 'telephone' }),
      ...rated([4, 4, 4, 4, 4, 4, 4], { channel: 'website' }),
    ]
    expect(only(scale, responses).groups.channel).toEqual([
      { group: 'letter', isWithheld: true },
      { group: 'telephone', isWithheld: true },
      { group: 'website', isWithheld: false, answered: 7, mean: 4 },
    ])
  })
})

describe('withheldGroups', () => {
  it.each([
    [[], []],
    [[5], []],
    [[5, 9], []],
    [[4], [0]],
    [
      [4, 9],
      [0, 1],
    ],
    [
      [4, 9, 7],
      [0, 2],
    ],
    [
      [4, 1, 9],
      [0, 1],
    ],
    [
      [2, 2, 9, 8],
      [0, 1, 3],
    ],
    [
      [3, 2, 9],
      [0, 1],
    ],
  ])('of groups of %j withholds %j', (sizes, indexes) => {
    expect([...withheldGroups(sizes)].toSorted()).toEqual(indexes)
  })

  it('never lets what is left out be one group, or fewer people than the smallest group', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }), (sizes) => {
        const withheld = withheldGroups(sizes)
        fc.pre(withheld.size > 0 && withheld.size < sizes.length)
        expect(nonEmpty(sizes).filter((size, index) => size < smallestGroup && !withheld.has(index))).toEqual([])
        const left = sizes.filter((_, index) => withheld.has(index))
        expect(left.length).toBeGreaterThan(1)
        expect(left.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(smallestGroup)
      }),
    )
  })
})
