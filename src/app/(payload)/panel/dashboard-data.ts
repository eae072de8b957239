import type { Payload } from 'payload'
import { listMissingFacts } from '@/features/site/panel/list-missing-facts'
import { monthRating } from '@/features/surveys/server/month-rating'
import { monthSatisfaction, type Satisfaction } from '@/features/surveys/server/month-satisfaction'
import { monthOf } from '@/features/surveys/server/read-responses'
import { mayReadResults } from '@/features/surveys/server/results'
import type { User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { lastWholeMonth } from '@/platform/calendar'
import { inboxPath } from '@/shared/casework/panel/inbox-path'
import { mayReadCases, mayWork } from '@/shared/casework/roles'
import { viewsOf } from '@/shared/casework/server/desk/case-queries'
import { type CaseCounts, type CaseSummary, countCases, listCases } from '@/shared/casework/server/desk/list-cases'
import { listNewNotices, type ShownNotice } from '@/shared/casework/server/notices/own-notices'
import { countDrafts, type DraftCount } from './drafts'

/** As many as fit above the fold; the rest is one link away. */
const FIRST = 8

/** Of the views of work, those that a day begins with, the most urgent first. */
export const dayViews = [
  'overdue',
  'today',
  'mine',
  'unassigned',
  'departments',
  'waiting',
  'undelivered',
  'answered',
] as const satisfies readonly (keyof CaseCounts)[]

export interface DayFigure {
  view: (typeof dayViews)[number]
  count: number
  href: string
  /** Of what is due, the case that is due first. */
  first: CaseSummary | null
}

/** What the panel's first page tells one member of staff; null where the person has no part in it. */
export interface Day {
  cases: {
    figures: DayFigure[]
    /** What to begin with: the reader's own, what is late, what is unassigned; each once. */
    first: CaseSummary[]
  } | null
  /** What is new for those who work on cases. */
  notices: ShownNotice[]
  satisfaction: (Satisfaction & { href: string }) | null
  /**
   * For roles that may not read results: last month's figure as published on the home page; otherwise null. A figure
   * that changes during the day would reveal a single answer to the person who served.
   */
  published: { rating: { mean: number; count: number } | null; href: string } | null
  drafts: DraftCount[]
  missing: { facts: string[]; href: string } | null
}

/** Shown when there is something in them: that there is nothing is no news. */
const quietViews: ReadonlySet<string> = new Set(['departments', 'undelivered'])

/** Of the views, those whose cases wait for somebody to do something, in this order. */
const beginWith = ['mine', 'overdue', 'unassigned'] as const satisfies readonly DayFigure['view'][]

/** Everything is asked as this person, so every figure counts what they would find behind it. */
export async function getDashboard(
  payload: Payload,
  { user, locale, now }: { user: User; locale: 'ar' | 'en'; now: Date },
): Promise<Day> {
  const [cases, notices, satisfaction, published, drafts, missing] = await Promise.all([
    mayReadCases(user) ? readCases(payload, { user, locale, now }) : null,
    mayWork(user) ? listNewNotices(payload, user, now) : [],
    monthSatisfaction(payload, { user, locale, now }),
    mayReadResults(user) ? null : monthRating(payload, { month: monthOf(lastWholeMonth(now).from), now }),
    countDrafts(payload, { user, locale }),
    hasRole(user, 'administrator', 'editor') ? listMissingFacts(payload, user, locale) : null,
  ])
  return {
    cases,
    notices,
    satisfaction: satisfaction && {
      ...satisfaction,
      href: `/admin/collections/surveys/${satisfaction.survey.id}/results`,
    },
    published: mayReadResults(user) ? null : { rating: published, href: `/${locale}` },
    drafts,
    missing: missing && { facts: missing, href: '/admin/globals/association' },
  }
}

async function readCases(
  payload: Payload,
  { user, locale, now }: { user: User; locale: 'ar' | 'en'; now: Date },
): Promise<Day['cases']> {
  const list = async (view: DayFigure['view'], size: number) =>
    (await listCases({ payload, user, now, view, locale, size })).cases
  const counts = await countCases(payload, user, now)
  const [beginnings, figures] = await Promise.all([
    Promise.all(beginWith.map((view) => list(view, FIRST))),
    Promise.all(
      dayViews
        .filter((view) => viewsOf(user).includes(view))
        .filter((view) => !quietViews.has(view) || counts[view] > 0)
        .map(async (view): Promise<DayFigure> => {
          const isDated = view === 'overdue' || view === 'today'
          const [earliest = null] = isDated && counts[view] > 0 ? await list(view, 1) : []
          return { view, count: counts[view], href: inboxPath(view), first: earliest }
        }),
    ),
  ])
  const first = new Map<string, CaseSummary>()
  for (const row of beginnings.flat()) if (row.urgency.kind !== 'done') first.set(row.id, row)
  return { figures, first: [...first.values()].slice(0, FIRST) }
}
