import { describe, expect, it } from 'vitest'
import { missingTexts, type ServiceTexts } from './translation'

const whole: ServiceTexts = {
  title: 'Registration',
  need: 'I want to register',
  summary: 'How to register.',
  eligibility: [{ text: 'Mothers' }],
  documents: [],
  steps: [{ title: 'Ask' }],
  action: { label: 'Ask' },
}

describe('what a service lacks in a language', () => {
  it.each<[string, ServiceTexts, string[]]>([
    ['nothing', {}, []],
    ['a title', { title: null }, ['title']],
    ['a title of spaces', { title: '  ' }, ['title']],
    ['the words of one row', { eligibility: [{ text: 'Mothers' }, { text: null }] }, ['eligibility']],
    ['the words of a step and of the button', { steps: [{ title: '' }], action: {} }, ['steps', 'action']],
    [
      'everything',
      { title: null, need: null, summary: null, action: null, steps: [{}], eligibility: [{}], documents: [{}] },
      ['title', 'need', 'summary', 'eligibility', 'documents', 'steps', 'action'],
    ],
  ])('%s', (_, changed, expected) => {
    expect(missingTexts({ ...whole, ...changed })).toEqual(expected)
  })
})
