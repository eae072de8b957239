import type { Survey } from '@/payload-types'
import { type Audience, type Question, type SurveyWindow, windowState } from '../domain/definition'

/** A survey in one language, as its form and its results need it. */
export interface SurveyView {
  id: string
  slug: string
  round: number
  title: string
  introduction: string
  questions: Question[]
  audiences: readonly Audience[]
  hasContact: boolean
  window: SurveyWindow
  isPublished: boolean
  createdAt: Date
}

type Row = NonNullable<Survey['questions']>[number]

function questionOf(row: Row): Question | null {
  if (!row.key) return null
  const asked = {
    key: row.key,
    text: row.text ?? '',
    help: row.help || null,
    isRequired: row.isRequired === true,
    clause: row.clause || null,
  }
  switch (row.kind) {
    case 'scale':
      return {
        ...asked,
        kind: row.kind,
        lowLabel: row.lowLabel ?? '',
        highLabel: row.highLabel ?? '',
        hasNotApplicable: row.hasNotApplicable === true,
      }
    case 'single-choice':
    case 'multiple-choice': {
      const options = (row.options ?? []).flatMap(({ key, label }) => (key ? [{ key, label: label ?? '' }] : []))
      return { ...asked, kind: row.kind, options }
    }
    case 'short-text':
    case 'long-text':
      return { ...asked, kind: row.kind }
  }
}

const instant = (date: string | null | undefined) => (date ? Date.parse(date) : null)

/** The row as the model knows it. A draft may lack words; they are empty then. */
export function surveyView(row: Survey): SurveyView {
  return {
    id: row.id,
    slug: row.slug,
    round: row.round,
    title: row.title ?? '',
    introduction: row.introduction ?? '',
    questions: (row.questions ?? []).map(questionOf).filter((question) => question !== null),
    audiences: row.audiences ?? [],
    hasContact: row.hasContact === true,
    window: { opensAt: instant(row.opensAt), closesAt: instant(row.closesAt) },
    isPublished: row._status === 'published',
    createdAt: new Date(row.createdAt),
  }
}

/** Whether it takes answers at `now`. */
export const isOpen = (survey: SurveyView, now: Date): boolean =>
  survey.isPublished && windowState(survey.window, now.getTime()) === 'open'
