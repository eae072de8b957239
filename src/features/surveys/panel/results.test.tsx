import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { addTo, emptyTally, summarise } from '../domain/results'
import type { SurveyQuestion } from '../domain/survey'
import { Results } from './results'

const question = (key: string) => ({ key, text: key, help: null, isRequired: false, clause: null })
const questions: SurveyQuestion[] = [
  { ...question('overall'), kind: 'scale', lowLabel: 'أ', highLabel: 'ب', hasNotApplicable: false },
  { ...question('comment'), kind: 'long-text' },
]

/** The page over so many responses, each of which rates and writes. */
function page(count: number, locale: 'ar' | 'en'): string {
  const tally = emptyTally(questions)
  const responses = Array.from({ length: count }, (_, index) => {
    const coded = { overall: 1 + (index % 5) }
    const facts = { isInvited: false, month: '2026-11', service: null, channel: null }
    addTo(tally, { coded, textKeys: ['comment'], ...facts })
    return { traceable: null, coded, texts: { comment: `words-${index}` } }
  })
  const survey = {
    id: 's',
    slug: 's',
    round: 1,
    title: 'عنوان',
    introduction: '',
    questions,
    audiences: [],
    hasContact: false,
    window: { opensAt: null, closesAt: null },
    isPublished: true,
    createdAt: new Date(0),
  }
  const view = { survey, results: summarise(tally, 0), responses, contacts: null, services: new Map<string, string>() }
  return renderToStaticMarkup(<Results view={view} locale={locale} exportPath="/api/survey-results/s" />)
}

const written = (html: string) => html.match(/words-\d+/g) ?? []

describe('the results page', () => {
  it('lists two hundred texts at the most, and says where the others are', () => {
    const html = page(201, 'en')
    expect(written(html)).toHaveLength(200)
    expect(html).toContain('200 of 201')
    expect(html).toContain('/api/survey-results/s/answers.csv?language=en')
  })

  it('lists all of fewer, with the figures above them', () => {
    const html = page(200, 'ar')
    expect(written(html)).toHaveLength(200)
    expect(html).not.toContain('والبقية في الملف')
    expect(html).toContain('3.0 من 5')
    expect(html).toContain('dir="rtl"')
  })
})
