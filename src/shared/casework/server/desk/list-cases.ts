import type { Payload, Where } from 'payload'
import type { Department, Inquiry, User } from '@/payload-types'
import { startOfDay } from '@/platform/calendar'
import { formatCursor, parseCursor } from '@/shared/casework/domain/cursor'
import { type Urgency, urgencyOf } from '@/shared/casework/domain/due'
import type { Status } from '@/shared/casework/domain/projection'
import { relatedId } from '@/shared/casework/domain/rows'
import { mayWork } from '@/shared/casework/roles'
import type { Channel } from '@/shared/vocabulary/channels'
import type { BilingualLabel } from '@/shared/vocabulary/label'
import { caseTypeOf, kindLabels } from '../../case-type'
import { decryptHeading } from '../personal-fields'
import {
  afterCursor,
  type CaseFilters,
  type CaseView,
  type CountedView,
  countedViews,
  filterConditions,
  isCounted,
  noFilters,
  onUs,
  queryFor,
} from './case-queries'

export const casesPerPage = 25

/** Someone or something a case is with; the name is null when the account is gone. */
export interface AssigneeRef {
  id: string
  name: string | null
}

export interface CaseSummary {
  id: string
  reference: string
  subject: string
  name: string | null
  kind: BilingualLabel
  channel: Channel
  status: Status
  isRestricted: boolean
  dueAt: Date | null
  urgency: Urgency
  assignee: AssigneeRef | null
  department: AssigneeRef | null
  receivedAt: Date
}

export interface CaseList {
  cases: CaseSummary[]
  /** Null where it isn't counted. */
  total: number | null
  /** Where the page before this one ends and the page after it begins, as an address says it; null at the ends. */
  previous: string | null
  next: string | null
}

const allOf = (conditions: readonly Where[]): Where => ({
  and: conditions.filter((question) => Object.keys(question).length > 0),
})

/**
 * One page of a view, or of what was searched for, as far as this person may see it.
 * @param after the cursor at which the page before this one ended
 * @param before the cursor at which the page after this one began; `after` takes precedence
 * @throws Forbidden for a user without access to cases, and on a database that doesn't answer
 */
export async function listCases({
  payload,
  user,
  now,
  view,
  locale = 'ar',
  filters = noFilters,
  find = null,
  after = '',
  before = '',
  size = casesPerPage,
}: {
  payload: Payload
  user: User
  now: Date
  view: CaseView
  locale?: 'ar' | 'en'
  filters?: CaseFilters
  find?: Where | null
  after?: string
  before?: string
  size?: number
}): Promise<CaseList> {
  const { where, order, isNewestFirst } = find
    ? { ...queryFor('all', user, now), where: find }
    : queryFor(view, user, now)
  const conditions = [where, ...(find ? [] : filterConditions(view, filters))]
  const start = parseCursor(after, order.length)
  const end = start ? null : parseCursor(before, order.length)
  const cursor = start ?? end
  const isDescending = isNewestFirst !== Boolean(end)
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: allOf([
      ...conditions,
      ...(cursor ? [afterCursor(cursor, order, isDescending ? 'less_than' : 'greater_than')] : []),
    ]),
    sort: [...order, 'id'].map((column) => (isDescending ? `-${column}` : column)),
    // One more than is shown tells whether there is another page.
    limit: size + 1,
    pagination: false,
    locale,
    fallbackLocale: locale === 'ar' ? 'en' : 'ar',
    depth: 1,
    populate: { users: { name: true }, departments: { name: true } },
    select: {
      reference: true,
      subject: true,
      name: true,
      kind: true,
      channel: true,
      status: true,
      isAnswerOwed: true,
      isRestricted: true,
      assignee: true,
      department: true,
      dueAt: true,
      turnAt: true,
      lastEventAt: true,
      receivedAt: true,
    },
    overrideAccess: false,
    user,
  })
  const hasMore = docs.length > size
  const shown = end ? docs.slice(0, size).toReversed() : docs.slice(0, size)
  const cursorOf = (row: (typeof docs)[number] | undefined): string | null =>
    row ? formatCursor({ instants: order.map((column) => String(row[column])), id: row.id }) : null
  return {
    cases: shown.map((row) => summaryOf(payload, row, now)),
    total: find || isCounted(view) ? await countOf(payload, user, allOf(conditions)) : null,
    previous: (end ? hasMore : start) ? cursorOf(shown[0]) : null,
    next: (end ? true : hasMore) ? cursorOf(shown.at(-1)) : null,
  }
}

const refOf = (related: string | Pick<User | Department, 'id' | 'name'> | null | undefined): AssigneeRef | null => {
  const id = relatedId(related)
  return id === null ? null : { id, name: typeof related === 'object' ? (related?.name ?? null) : null }
}

function summaryOf(
  payload: Payload,
  row: Pick<
    Inquiry,
    | 'id'
    | 'reference'
    | 'subject'
    | 'name'
    | 'kind'
    | 'channel'
    | 'status'
    | 'isAnswerOwed'
    | 'isRestricted'
    | 'assignee'
    | 'department'
    | 'dueAt'
    | 'receivedAt'
  >,
  now: Date,
): CaseSummary {
  const { subject, name } = decryptHeading(caseTypeOf(payload, row).personalFields, row)
  return {
    id: row.id,
    reference: row.reference,
    subject,
    name,
    kind: kindLabels(payload)[row.kind],
    channel: row.channel,
    status: row.status,
    isRestricted: row.isRestricted,
    ...dueOf(row, now),
    assignee: refOf(row.assignee),
    department: refOf(row.department),
    receivedAt: new Date(row.receivedAt),
  }
}

/** When an answer is due, and how a person triages by it. */
export function dueOf(
  { dueAt, isAnswerOwed, status }: Pick<Inquiry, 'dueAt' | 'isAnswerOwed' | 'status'>,
  now: Date,
): { dueAt: Date | null; urgency: Urgency } {
  const at = dueAt ? new Date(dueAt) : null
  const urgency = urgencyOf(
    { dueAt: at?.getTime() ?? null, isAnswerOwed, isWaiting: status === 'waiting' },
    now.getTime(),
    (instant) => startOfDay(new Date(instant)).getTime(),
  )
  return { dueAt: at, urgency }
}

async function countOf(payload: Payload, user: User, where: Where): Promise<number> {
  const { totalDocs } = await payload.count({ collection: 'inquiries', where, overrideAccess: false, user })
  return totalDocs
}

export type CaseCounts = Record<CountedView, number>

/** How much there is in each view of work; one indexed query each. */
export async function countCases(payload: Payload, user: User, now: Date): Promise<CaseCounts> {
  const count = (view: CountedView) => countOf(payload, user, queryFor(view, user, now).where)
  const counted = await Promise.all(countedViews.map(async (view) => [view, await count(view)] as const))
  return Object.fromEntries(counted) as CaseCounts
}

export interface WaitingCases {
  mine: number
  nobodys: number
}

/**
 * How much waits for somebody to act, beside the inbox in the menu: what this person has and is on us, and what nobody
 * has. Two counts by indexes; null for readers who don't work on cases.
 */
export async function countWaiting(payload: Payload, user: User): Promise<WaitingCases | null> {
  if (!mayWork(user)) return null
  const now = new Date()
  const [mine, nobodys] = await Promise.all([
    countOf(payload, user, { assignee: { equals: user.id }, status: { in: onUs } }),
    countOf(payload, user, queryFor('unassigned', user, now).where),
  ])
  return { mine, nobodys }
}
