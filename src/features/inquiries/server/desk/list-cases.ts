import type { Payload, Where } from 'payload'
import type { Department, Inquiry, User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { westernDigits } from '@/platform/arabic'
import { startOfDay } from '@/platform/calendar'
import { readEmail } from '@/platform/email-address'
import { readTelephone } from '@/platform/telephone'
import { cleanValue } from '@/platform/typed-text'
import { type Cursor, formatCursor, parseCursor } from '@/shared/casework/domain/cursor'
import { type Urgency, urgencyOf } from '@/shared/casework/domain/due'
import type { Status } from '@/shared/casework/domain/projection'
import { parseReference } from '@/shared/casework/domain/reference'
import { relatedId } from '@/shared/casework/domain/rows'
import type { Channel } from '@/shared/vocabulary/channels'
import type { InquiryKind } from '@/shared/vocabulary/inquiry-kinds'
import { emailIndexOf, openHeading, phoneIndexOf } from '../personal-fields'

/** The desk's saved views, in the order in which a day is worked. */
export const caseViews = [
  'mine',
  'unassigned',
  'departments',
  'today',
  'overdue',
  'waiting',
  'undelivered',
  'answered',
  'closed',
  'all',
] as const
export type CaseView = (typeof caseViews)[number]

/** Views of work to do, which are counted; `closed` and `all` only grow. */
export const countedViews = [
  'mine',
  'unassigned',
  'departments',
  'today',
  'overdue',
  'waiting',
  'undelivered',
  'answered',
] as const
export type CountedView = (typeof countedViews)[number]

export const isCaseView = (value: unknown): value is CaseView => caseViews.some((view) => view === value)
const isCounted = (view: CaseView): view is CountedView => countedViews.some((counted) => counted === view)

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
  kind: InquiryKind
  channel: Channel
  status: Status
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

/** What narrows a view. */
export interface CaseFilters {
  status: Status | null
  kind: InquiryKind | null
  channel: Channel | null
}

const noFilters: CaseFilters = { status: null, kind: null, channel: null }

const open: Status[] = ['new', 'open', 'waiting', 'answered']
const onUs: Status[] = ['new', 'open']

const endOfToday = (now: Date) => new Date(startOfDay(now).getTime() + 86_400_000).toISOString()

type OrderColumn = 'turnAt' | 'receivedAt' | 'dueAt' | 'lastEventAt'

interface CaseQuery {
  where: Where
  /** Earliest first, unless `isNewestFirst`; the id settles what is equal. */
  order: readonly [OrderColumn, ...OrderColumn[]]
  isNewestFirst: boolean
}

/** A lead sees the cases of a department; to everybody else a department is one of several places where a case is. */
const seesAllCases = (user: User): boolean => hasRole(user, 'administrator', 'case-officer', 'auditor')

/** The views that tell this person something: what a lead's department has is unassigned to the lead. */
export const viewsOf = (user: User): CaseView[] =>
  caseViews.filter((view) => view !== 'departments' || seesAllCases(user))

/** What a view asks, and its order: what is due first stands first, and records have the newest first. */
function queryFor(view: CaseView, user: User, now: Date): CaseQuery {
  const earliest = (where: Where, ...order: CaseQuery['order']): CaseQuery => ({ where, order, isNewestFirst: false })
  const newest = (where: Where, ...order: CaseQuery['order']): CaseQuery => ({ where, order, isNewestFirst: true })
  const instant = now.toISOString()
  switch (view) {
    case 'mine':
      return earliest({ assignee: { equals: user.id }, status: { in: open } }, 'turnAt', 'receivedAt')
    case 'unassigned':
      return earliest(
        {
          assignee: { exists: false },
          status: { in: onUs },
          ...(seesAllCases(user) && { department: { exists: false } }),
        },
        'turnAt',
        'receivedAt',
      )
    case 'departments':
      return earliest(
        { assignee: { exists: false }, department: { exists: true }, status: { in: onUs } },
        'turnAt',
        'receivedAt',
      )
    case 'today':
      return earliest(
        { status: { in: onUs }, dueAt: { greater_than_equal: instant, less_than: endOfToday(now) } },
        'dueAt',
      )
    case 'overdue':
      return earliest({ status: { in: onUs }, dueAt: { less_than: instant } }, 'dueAt')
    case 'undelivered':
      return earliest({ isUndelivered: { equals: true } }, 'lastEventAt')
    case 'waiting':
    case 'answered':
      return earliest({ status: { equals: view } }, 'lastEventAt')
    case 'closed':
      return newest({ status: { equals: view } }, 'receivedAt')
    case 'all':
      return newest({}, 'receivedAt')
  }
}

/**
 * The rows beyond a place, in the order's direction. The first column is bounded by itself too, so
 * that an index is entered at the place instead of being read up to it.
 */
function afterCursor(
  { instants, id }: Cursor,
  order: readonly OrderColumn[],
  direction: 'greater_than' | 'less_than',
): Where {
  const [column, ...others] = order
  const [instant, ...rest] = instants
  if (!column || instant === undefined) return { id: { [direction]: id } }
  return {
    and: [
      { [column]: { [`${direction}_equal`]: instant } },
      { or: [{ [column]: { [direction]: instant } }, afterCursor({ instants: rest, id }, others, direction)] },
    ],
  }
}

/**
 * What a view can be narrowed by. Each has an index in the order of what only grows, so that a rare
 * kind isn't looked for among all that was ever closed.
 */
export const filtersOfView = (view: CaseView): readonly (keyof CaseFilters)[] =>
  view === 'all' ? ['status', 'kind', 'channel'] : ['kind', 'channel']

const filterQuestions = (view: CaseView, filters: CaseFilters): Where[] =>
  filtersOfView(view).flatMap((name) => (filters[name] ? [{ [name]: { equals: filters[name] } }] : []))

/** What was typed into the search box as a question of indexes, or null when it is none of the three. */
export function findQuestion(typed: string): Where | null {
  const text = westernDigits(cleanValue(typed))
  const email = readEmail(typed)
  if (email.status === 'ok') return { emailIndex: { equals: emailIndexOf(email.address) } }
  if (text.includes('@')) return null
  const found: Where[] = []
  const reference = parseReference(text)
  if (reference) found.push({ reference: { equals: reference } })
  const phone = readTelephone(text)
  if (phone.status === 'ok') found.push({ phoneIndex: { equals: phoneIndexOf(phone.number) } })
  return found.length > 0 ? { or: found } : null
}

const narrowed = (questions: readonly Where[]): Where => ({
  and: questions.filter((question) => Object.keys(question).length > 0),
})

/**
 * One page of a view, or of what was searched for, as far as this person may see it.
 * @param after the place at which the page before this one ended
 * @param before the place at which the page after this one began; `after` goes first
 * @throws Forbidden for who has no business with cases, and on a database that doesn't answer
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
  const questions = [where, ...(find ? [] : filterQuestions(view, filters))]
  const start = parseCursor(after, order.length)
  const end = start ? null : parseCursor(before, order.length)
  const place = start ?? end
  const isDescending = isNewestFirst !== Boolean(end)
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: narrowed([
      ...questions,
      ...(place ? [afterCursor(place, order, isDescending ? 'less_than' : 'greater_than')] : []),
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
    cases: shown.map((inquiry) => summaryOf(inquiry, now)),
    total: find || isCounted(view) ? await countOf(payload, user, narrowed(questions)) : null,
    previous: (end ? hasMore : start) ? cursorOf(shown[0]) : null,
    next: (end ? true : hasMore) ? cursorOf(shown.at(-1)) : null,
  }
}

const holderOf = (related: string | Pick<User | Department, 'id' | 'name'> | null | undefined): AssigneeRef | null => {
  const id = relatedId(related)
  return id === null ? null : { id, name: typeof related === 'object' ? (related?.name ?? null) : null }
}

function summaryOf(
  inquiry: Pick<
    Inquiry,
    | 'id'
    | 'reference'
    | 'subject'
    | 'name'
    | 'kind'
    | 'channel'
    | 'status'
    | 'isAnswerOwed'
    | 'assignee'
    | 'department'
    | 'dueAt'
    | 'receivedAt'
  >,
  now: Date,
): CaseSummary {
  const { subject, name } = openHeading(inquiry)
  return {
    id: inquiry.id,
    reference: inquiry.reference,
    subject,
    name,
    kind: inquiry.kind,
    channel: inquiry.channel,
    status: inquiry.status,
    ...dueOf(inquiry, now),
    assignee: holderOf(inquiry.assignee),
    department: holderOf(inquiry.department),
    receivedAt: new Date(inquiry.receivedAt),
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

/** How much there is in each view of work; one question of an index each. */
export async function countCases(payload: Payload, user: User, now: Date): Promise<CaseCounts> {
  const count = (view: CountedView) => countOf(payload, user, queryFor(view, user, now).where)
  const counted = await Promise.all(countedViews.map(async (view) => [view, await count(view)] as const))
  return Object.fromEntries(counted) as CaseCounts
}

/** How many inquiries are with this person: the number beside the inbox in the menu. */
export const countMine = (payload: Payload, user: User): Promise<number> =>
  countOf(payload, user, queryFor('mine', user, new Date()).where)
