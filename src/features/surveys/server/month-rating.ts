import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { wholeQuestion } from '../domain/month-figures'
import { smallestGroup } from '../domain/results'
import { openSurvey } from './queries'
import { recordOf } from './results'

const PAGE = 500

/**
 * The mean of the ratings from 1 to 5 that a month's evaluations gave to the service as a whole, for
 * everybody to read.
 * @returns null when there are fewer than five, or nobody is asked
 */
export async function monthRating(
  payload: Payload,
  { from, until, now }: { from: Date; until: Date; now: Date },
): Promise<{ mean: number; count: number } | null> {
  const survey = await openSurvey(payload, { audience: 'answered', locale: 'ar', now })
  if (!survey) return null
  let [sum, count] = [0, 0]
  for (let page = 1; ; page += 1) {
    const { docs } = await payload.find({
      collection: 'survey-responses',
      where: {
        and: [
          { survey: { equals: survey.id } },
          { submittedAt: { greater_than_equal: from.toISOString() } },
          { submittedAt: { less_than: until.toISOString() } },
        ],
      },
      select: { answers: true },
      sort: 'submittedAt',
      limit: PAGE,
      page,
      pagination: false,
      depth: 0,
      ...asSystem('read-survey-results'),
    })
    for (const { answers } of docs) {
      const rating = recordOf(answers)[wholeQuestion]
      if (typeof rating !== 'number') continue
      sum += rating
      count += 1
    }
    if (docs.length < PAGE) break
  }
  return count < smallestGroup ? null : { mean: sum / count, count }
}
