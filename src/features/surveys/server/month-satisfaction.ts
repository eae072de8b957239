import type { Payload } from 'payload'
import type { Locale } from '@/i18n/routing'
import type { User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { type MonthFigures, monthFigures, wholeQuestion } from '../domain/month-figures'
import type { ResponseFacts } from '../domain/results'
import { openSurvey } from './queries'
import { mayReadResults, monthOf, recordOf } from './results'

const PAGE = 500

export interface RatedQuestion {
  key: string
  text: string
  figures: MonthFigures
}

export interface Satisfaction {
  survey: { id: string; title: string }
  /** 2026-11. */
  month: string
  /** Of the question about the whole; null when the survey rates nothing. */
  overall: RatedQuestion | null
  questions: readonly RatedQuestion[]
}

/** Answers are never changed or removed: as long as there are as many, they say the same of a month. */
interface Kept {
  survey: string
  month: string
  count: number
  figures: ReadonlyMap<string, MonthFigures>
}
let kept: Kept | null = null

async function countResponses(payload: Payload, survey: string): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: 'survey-responses',
    where: { survey: { equals: survey } },
    ...asSystem('read-survey-results'),
  })
  return totalDocs
}

async function readFacts(payload: Payload, survey: string): Promise<ResponseFacts[]> {
  const facts: ResponseFacts[] = []
  for (let page = 1; ; page += 1) {
    const { docs } = await payload.find({
      collection: 'survey-responses',
      where: { survey: { equals: survey } },
      select: { answers: true, submittedAt: true },
      sort: 'submittedAt',
      limit: PAGE,
      page,
      pagination: false,
      depth: 0,
      ...asSystem('read-survey-results'),
    })
    facts.push(
      ...docs.map(({ answers, submittedAt }) => ({
        coded: recordOf(answers),
        textKeys: [],
        isInvited: false,
        month: monthOf(submittedAt),
        service: null,
        channel: null,
      })),
    )
    if (docs.length < PAGE) return facts
  }
}

/**
 * What beneficiaries said this month in the open survey about answers: the month's figures of its
 * results page, withheld where they are withheld there.
 * @returns null for who may not read results, and when no such survey is open
 */
export async function monthSatisfaction(
  payload: Payload,
  { user, locale, now }: { user: User; locale: Locale; now: Date },
): Promise<Satisfaction | null> {
  if (!mayReadResults(user)) return null
  const survey = await openSurvey(payload, { audience: 'answered', locale, now })
  if (!survey) return null
  const month = monthOf(now.toISOString())
  const count = await countResponses(payload, survey.id)
  if (kept?.survey !== survey.id || kept.month !== month || kept.count !== count) {
    const figures = monthFigures(survey.questions, await readFacts(payload, survey.id), month)
    kept = { survey: survey.id, month, count, figures }
  }
  const { figures } = kept
  const rated = survey.questions.flatMap(({ key, text }) => {
    const known = figures.get(key)
    return known ? [{ key, text, figures: known }] : []
  })
  return {
    survey: { id: survey.id, title: survey.title },
    month,
    questions: rated,
    // Where no question is about the whole, the last scale, where one sums up.
    overall: rated.find(({ key }) => key === wholeQuestion) ?? rated.at(-1) ?? null,
  }
}
