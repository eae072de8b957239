import { describe, expect, it } from 'vitest'
import type { Question as Asked } from './definition'
import { asksTheSame } from './freezing'

type Question = Asked & { clause?: string | null }

const scale: Question = {
  kind: 'scale',
  key: 'courtesy',
  text: 'استُقبلتُ بلباقة واحترام',
  help: null,
  isRequired: false,
  lowLabel: 'لا أوافق أبدًا',
  highLabel: 'أوافق تمامًا',
  hasNotApplicable: true,
}
const choice: Question = {
  kind: 'single-choice',
  key: 'how',
  text: 'كيف',
  help: null,
  isRequired: false,
  options: [
    { key: 'a', label: 'أ' },
    { key: 'b', label: 'ب' },
  ],
}

describe('asksTheSame', () => {
  it('sees no change in a copy', () => {
    expect(asksTheSame([scale, choice], structuredClone([scale, choice]))).toBe(true)
  })

  it('takes nothing said for nothing said, and a clause for a mere link', () => {
    const stored = { ...scale, help: undefined, isRequired: null, clause: 'dealing-1', options: [] }
    expect(asksTheSame([scale, choice], [stored, choice])).toBe(true)
  })

  it.each<[string, Question[]]>([
    ['another word', [{ ...scale, text: 'استُقبلتُ بلطف' }, choice]],
    ['another end', [{ ...scale, highLabel: 'ربما' }, choice]],
    ['another order', [choice, scale]],
    ['a question less', [scale]],
    ['a question more', [scale, choice, { ...choice, key: 'new' }]],
    ['a question become required', [{ ...scale, isRequired: true }, choice]],
    ['"does not apply" taken away', [{ ...scale, hasNotApplicable: false }, choice]],
    ['an option less', [scale, { ...choice, options: [{ key: 'a', label: 'أ' }] }]],
    ['options swapped', [scale, { ...choice, options: choice.options.toReversed() }]],
    ['another key', [{ ...scale, key: 'other' }, choice]],
  ])('sees %s', (_, after) => {
    expect(asksTheSame([scale, choice], after)).toBe(false)
  })
})
