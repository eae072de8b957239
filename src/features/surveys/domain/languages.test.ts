import { describe, expect, it } from 'vitest'
import { missingWords } from './languages'

const scale = { kind: 'scale', text: 'Received with courtesy', lowLabel: 'Disagree', highLabel: 'Agree' }
const choice = { kind: 'single-choice', text: 'How?', options: [{ label: 'Phone' }, { label: 'Visit' }] }
const whole = { title: 'How did we serve you?', introduction: 'Five questions.', questions: [scale, choice] }

describe('missingWords', () => {
  it('finds nothing missing in a whole survey', () => {
    expect(missingWords(whole)).toEqual([])
  })

  it.each([
    [{ ...whole, title: '  ' }, [{ part: 'title' }]],
    [{ ...whole, introduction: null }, [{ part: 'introduction' }]],
    [{ ...whole, questions: [scale, { ...choice, text: undefined }] }, [{ part: 'question', question: 2 }]],
  ])('names what is missing (%#)', (survey, missing) => {
    expect(missingWords(survey)).toEqual(missing)
  })
})
