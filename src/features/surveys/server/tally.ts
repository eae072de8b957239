import type { Payload } from 'payload'
import { startOfDay } from '@/platform/calendar'
import type { Tally } from '../domain/results'
import { tallyResponses } from './read-responses'
import type { SurveyView } from './survey-view'

const DAY_MS = 86_400_000

/** The tally of past days, which is final because responses are dated on arrival. */
interface Settled {
  key: string
  tally: Tally
}

/** One survey per audience is open at a time; figures of others are rarely needed. */
let settled: Settled | null = null

/** What figures depend on besides the answers; question texts don't matter. */
const asked = ({ questions }: SurveyView) =>
  questions.map((question) => [
    question.key,
    question.kind,
    'options' in question && question.options.map(({ key }) => key),
  ])

/**
 * Counts all responses to a survey. Those before yesterday are read once a day, later ones each time, because a
 * response may still arrive just after its day has ended.
 */
export async function tallyOf(payload: Payload, survey: SurveyView, now: Date): Promise<Tally> {
  const until = new Date(startOfDay(now).getTime() - DAY_MS)
  const key = JSON.stringify([survey.id, until, asked(survey)])
  if (settled?.key !== key) settled = { key, tally: await tallyResponses(payload, survey, { until }) }
  return tallyResponses(payload, survey, { from: until, onto: structuredClone(settled.tally) })
}
