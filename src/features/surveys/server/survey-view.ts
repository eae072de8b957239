import type { Survey } from '@/payload-types'
import { questionOf } from '@/shared/forms/domain/question-rows'
import { type Audience, type SurveyQuestion, type SurveyWindow, windowState } from '../domain/survey'

/** A survey in one language, for its form and results. */
export interface SurveyView {
  id: string
  slug: string
  round: number
  title: string
  introduction: string
  questions: SurveyQuestion[]
  audiences: readonly Audience[]
  hasContact: boolean
  window: SurveyWindow
  isPublished: boolean
  createdAt: Date
}

type Row = NonNullable<Survey['questions']>[number]

function surveyQuestion(row: Row): SurveyQuestion[] {
  const question = questionOf(row)
  return question ? [{ ...question, clause: row.clause || null }] : []
}

const instant = (date: string | null | undefined) => (date ? Date.parse(date) : null)

/** The row as a domain value. Texts that a draft lacks are empty. */
export function surveyView(row: Survey): SurveyView {
  return {
    id: row.id,
    slug: row.slug,
    round: row.round,
    title: row.title ?? '',
    introduction: row.introduction ?? '',
    questions: (row.questions ?? []).flatMap(surveyQuestion),
    audiences: row.audiences ?? [],
    hasContact: row.hasContact === true,
    window: { opensAt: instant(row.opensAt), closesAt: instant(row.closesAt) },
    isPublished: row._status === 'published',
    createdAt: new Date(row.createdAt),
  }
}

/** Whether it is open at `now`. */
export const isOpen = (survey: SurveyView, now: Date): boolean =>
  survey.isPublished && windowState(survey.window, now.getTime()) === 'open'
