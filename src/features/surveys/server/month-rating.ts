import type { Payload } from 'payload'
import { wholeQuestion } from '../domain/month-figures'
import { smallestGroup } from '../domain/results'
import { openSurvey } from './queries'
import { tallyOf } from './tally'

/**
 * The published mean rating (1 to 5) of the service as a whole in a month.
 * @param month 2026-11, in Riyadh
 * @returns null when there are fewer than five or no such question
 */
export async function monthRating(
  payload: Payload,
  { month, now }: { month: string; now: Date },
): Promise<{ mean: number; count: number } | null> {
  const survey = await openSurvey(payload, { audience: 'answered', locale: 'ar', now })
  if (!survey) return null
  const { questions } = await tallyOf(payload, survey, now)
  const ratings = questions.find(({ question }) => question.key === wholeQuestion)?.groups.month.get(month)
  return ratings && ratings.count >= smallestGroup ? { mean: ratings.sum / ratings.count, count: ratings.count } : null
}
