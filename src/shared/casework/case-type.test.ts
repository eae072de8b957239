import { expect, it } from 'vitest'
import { inquiryCases } from '@/features/inquiries/server/case-type'
import { type CaseType, caseTypeOf, custom, kindLabels } from './case-type'

const label = { ar: 'شكوى', en: 'Complaint' }
const complaints: CaseType = { ...inquiryCases, kinds: { complaint: label } }
const questions: CaseType = { ...inquiryCases, kinds: { question: { ar: 'سؤال', en: 'Question' } } }
const payload = { collections: { inquiries: { config: { custom: custom([complaints, questions]) } } } }

it('is found by the kind of a case', () => {
  expect(caseTypeOf(payload, { kind: 'complaint' })).toBe(complaints)
  expect(caseTypeOf(payload, { kind: 'question' })).toBe(questions)
  expect(() => caseTypeOf(payload, { kind: 'guidance' })).toThrow('No type of case has the kind guidance.')
})

it('gives its kinds to the lists of all types', () => {
  expect(kindLabels(payload)).toEqual({ complaint: label, question: { ar: 'سؤال', en: 'Question' } })
})

it('has its kinds and the meaning of its columns for itself', () => {
  expect(() => custom([complaints, complaints])).toThrow('Two types of case have the kind complaint.')
  const other = {
    ...questions,
    personalFields: { ...questions.personalFields, name: { ...questions.personalFields.name, context: 'other' } },
  }
  expect(() => custom([complaints, other])).toThrow('Two types of case bind the column name to different contexts.')
})
