import { describe, expect, it } from 'vitest'
import { readAnswers, textLimits } from './answers'
import type { Question } from './definition'

const asked = { text: 'نص', help: null, isRequired: false }
const scale: Question = {
  ...asked,
  kind: 'scale',
  key: 'courtesy',
  lowLabel: 'أ',
  highLabel: 'ب',
  hasNotApplicable: true,
}
const options = [
  { key: 'phone', label: 'هاتف' },
  { key: 'visit', label: 'زيارة' },
]
const single: Question = { ...asked, kind: 'single-choice', key: 'how', options }
const multiple: Question = { ...asked, kind: 'multiple-choice', key: 'which', options }
const comment: Question = { ...asked, kind: 'long-text', key: 'comment' }
const questions = [scale, single, multiple, comment]

describe('readAnswers', () => {
  it.each([
    [{ courtesy: ['1'] }, { courtesy: 1 }],
    [{ courtesy: ['5'] }, { courtesy: 5 }],
    [{ courtesy: ['na'] }, { courtesy: 'na' }],
    [{ how: ['visit'] }, { how: 'visit' }],
    [{ which: ['visit', 'phone', 'visit'] }, { which: ['phone', 'visit'] }],
    [{ which: [''], how: ['phone'] }, { how: 'phone' }],
  ])('codes %j', (typed, coded) => {
    expect(readAnswers(questions, typed)).toEqual({ status: 'ok', coded, texts: {} })
  })

  it.each([
    ['courtesy', ['0']],
    ['courtesy', ['6']],
    ['courtesy', ['5.0']],
    ['courtesy', ['4', '5']],
    ['how', ['fax']],
    ['how', ['phone', 'visit']],
    ['which', ['phone', 'fax']],
  ])('refuses %s answered with %j', (key, values) => {
    expect(readAnswers(questions, { [key]: values })).toEqual({ status: 'invalid', errors: { [key]: 'invalid' } })
  })

  it('refuses "does not apply" where the scale does not offer it', () => {
    const strict: Question = { ...scale, hasNotApplicable: false }
    expect(readAnswers([strict], { courtesy: ['na'] })).toEqual({ status: 'invalid', errors: { courtesy: 'invalid' } })
  })

  it('keeps texts apart from codes, trimmed, with one kind of line end', () => {
    expect(readAnswers(questions, { comment: ['  شكرًا\r\nلكم \r\n'] })).toEqual({
      status: 'ok',
      coded: {},
      texts: { comment: 'شكرًا\nلكم' },
    })
  })

  it('takes a text of exactly the limit and refuses one more', () => {
    const limit = textLimits['long-text']
    expect(readAnswers(questions, { comment: ['س'.repeat(limit)] }).status).toBe('ok')
    expect(readAnswers(questions, { comment: ['س'.repeat(limit + 1)] })).toEqual({
      status: 'invalid',
      errors: { comment: 'tooLong' },
    })
  })

  it.each(questions)('asks for a required $kind and for nothing else', (question) => {
    const required = questions.map((one) => ({ ...one, isRequired: one.key === question.key }))
    expect(readAnswers(required, { [question.key]: ['   '] })).toEqual({
      status: 'invalid',
      errors: { [question.key]: 'required' },
    })
  })

  it('says that nothing was answered, and never invents an answer from unknown names', () => {
    expect(readAnswers(questions, { other: ['5'], __proto__: ['5'] })).toEqual({ status: 'nothing' })
  })
})
