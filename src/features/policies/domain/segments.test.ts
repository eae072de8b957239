import { describe, expect, it } from 'vitest'
import { segmentsOf } from './segments'

describe('segmentsOf', () => {
  it('marks a doubtful word where it stands whole, not inside another', () => {
    expect(segmentsOf('من تنفيذها جراء تنفيذه هذه', ['تنفيذه'])).toEqual([
      { kind: 'text', text: 'من تنفيذها جراء ' },
      { kind: 'doubt', text: 'تنفيذه', index: 0 },
      { kind: 'text', text: ' هذه' },
    ])
  })

  it('marks slashed dates with their era', () => {
    expect(segmentsOf('بتاريخ 13/7/1442هـ الموافق 25/2/2021م على', []).filter(({ kind }) => kind === 'date')).toEqual([
      { kind: 'date', text: '13/7/1442هـ' },
      { kind: 'date', text: '25/2/2021م' },
    ])
  })

  it.each([
    ['نص بلا علامة', []],
    ['وتتركز الجمعية', ['وتتركز']],
    ['كلمة كلمة 1/2/1442هـ', ['كلمة', 'غائبة', '']],
    ['', ['كلمة']],
  ])('changes no letter of %s', (text, doubts) => {
    const joined = segmentsOf(text, doubts)
      .map((segment) => segment.text)
      .join('')
    expect(joined).toBe(text)
  })
})
