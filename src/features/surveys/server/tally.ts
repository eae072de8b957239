import type { Payload } from 'payload'
import { startOfDay } from '@/platform/calendar'
import type { Tally } from '../domain/results'
import { tallyResponses } from './read-responses'
import type { SurveyView } from './survey-view'

const DAY_MS = 86_400_000

/** What was counted of the days that are over; an answer is dated when it comes, so no more of them will. */
interface Settled {
  key: string
  tally: Tally
}

/** One survey is open to an audience at a time, and nobody asks for figures of the others so often. */
let settled: Settled | null = null

/** What figures depend on besides the answers; the words of a question are not part of it. */
const asked = ({ questions }: SurveyView) =>
  questions.map((question) => [
    question.key,
    question.kind,
    'options' in question && question.options.map(({ key }) => key),
  ])

/**
 * All answers to a survey, counted. Those before yesterday are read once a day, the others each time:
 * a day's answers may still be on their way when the day has just ended.
 */
export async function tallyOf(payload: Payload, survey: SurveyView, now: Date): Promise<Tally> {
  const until = new Date(startOfDay(now).getTime() - DAY_MS)
  const key = JSON.stringify([survey.id, until, asked(survey)])
  if (settled?.key !== key) settled = { key, tally: await tallyResponses(payload, survey, { until }) }
  return tallyResponses(payload, survey, { from: until, onto: structuredClone(settled.tally) })
}
