import type { Payload } from 'payload'
import type { Locale } from '@/i18n/routing'
import type { User } from '@/payload-types'
import { type MonthFigures, monthFigures, wholeQuestion } from '../domain/month-figures'
import { openSurvey } from './queries'
import { monthOf } from './read-responses'
import { mayReadResults } from './results'
import { tallyOf } from './tally'

export interface RatedQuestion {
  key: string
  text: string
  figures: MonthFigures
}

export interface Satisfaction {
  survey: { id: string; title: string }
  /** 2026-11. */
  month: string
  /** The figure of the question about the whole; null when the survey has no scale. */
  overall: RatedQuestion | null
  questions: readonly RatedQuestion[]
}

/**
 * This month's figures of the open survey about answers, as on its results page.
 * @returns null for roles that may not read results, and when no such survey is open
 */
export async function monthSatisfaction(
  payload: Payload,
  { user, locale, now }: { user: User; locale: Locale; now: Date },
): Promise<Satisfaction | null> {
  if (!mayReadResults(user)) return null
  const survey = await openSurvey(payload, { audience: 'answered', locale, now })
  if (!survey) return null
  const month = monthOf(now)
  const figures = monthFigures(await tallyOf(payload, survey, now), month)
  const rated = survey.questions.flatMap(({ key, text }) => {
    const known = figures.get(key)
    return known ? [{ key, text, figures: known }] : []
  })
  return {
    survey: { id: survey.id, title: survey.title },
    month,
    questions: rated,
    // Without a question about the whole the last scale, which usually sums up.
    overall: rated.find(({ key }) => key === wholeQuestion) ?? rated.at(-1) ?? null,
  }
}
