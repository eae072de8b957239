import { monthRating } from '@/features/surveys/server/month-rating'
import { monthOf } from '@/features/surveys/server/read-responses'
import { getCms } from '@/payload/get-cms'
import { lastWholeMonth } from '@/platform/calendar'
import { fallbackWhenAway } from '@/platform/stale-on-error'
import { caseStats } from '@/shared/casework/server/case-stats'

export interface LastMonth {
  /** Its first moment in Riyadh. */
  from: Date
  received: number
  answered: number
  /** Null when fewer than five rated. */
  rating: { mean: number; count: number } | null
}

/**
 * How the association served people in the last whole month. A month that is over can't be watched
 * growing, so no single rating shows in it.
 * @returns null when nothing reached it in that month, and while the database is away
 */
export async function publicStats(now = new Date()): Promise<LastMonth | null> {
  return fallbackWhenAway(
    'figures of the last month',
    () => readLastMonth(now),
    () => null,
  )
}

async function readLastMonth(now: Date): Promise<LastMonth | null> {
  const payload = await getCms()
  const month = lastWholeMonth(now)
  const { received, answered } = await caseStats(payload, month)
  if (received === 0) return null
  return {
    from: month.from,
    received,
    answered,
    rating: await monthRating(payload, { month: monthOf(month.from), now }),
  }
}
