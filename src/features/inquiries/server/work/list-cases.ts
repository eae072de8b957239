import type { Payload, Where } from 'payload'
import type { Department, Inquiry, User } from '@/payload-types'
import { westernDigits } from '@/platform/arabic'
import { startOfDay } from '@/platform/calendar'
import { type Urgency, urgencyOf } from '../../domain/due'
import type { Status } from '../../domain/projection'
import { parseReference } from '../../domain/reference'
import { relatedId } from '../../domain/rows'
import type { Channel, Kind } from '../../schema'
import { emailIndexOf, openHeading, phoneIndexOf } from '../personal-fields'
import { normalisePhone } from '../telephone'

/** The desk's standing questions, in the order in which a day is worked. */
export const caseViews = ['mine', 'unassigned', 'due', 'waiting', 'answered', 'all'] as const
export type CaseView = (typeof caseViews)[number]

export const isCaseView = (value: unknown): value is CaseView => caseViews.some((view) => view === value)

export const casesPerPage = 25

/** Someone or something a case is with; the name is null when the account is gone. */
export interface Holder {
  id: string
  name: string | null
}

export interface CaseSummary {
  id: string
  reference: string
  subject: string
  name: string | null
  kind: Kind
  channel: Channel
  status: Status
  dueAt: Date | null
  urgency: Urgency
  assignee: Holder | null
  department: Holder | null
  receivedAt: Date
}

export interface CaseList {
  cases: CaseSummary[]
  total: number
  page: number
  pages: number
}

const open: Status[] = ['new', 'open', 'waiting', 'answered']
const onUs: Status[] = ['new', 'open']

const endOfToday = (now: Date) => new Date(startOfDay(now).getTime() + 86_400_000).toISOString()

/** What a view asks, and its order: what is due first stands first, except in the record of all. */
function questionOf(view: CaseView, user: User, now: Date): { where: Where; sort: string[] } {
  switch (view) {
    case 'mine':
      return { where: { assignee: { equals: user.id }, status: { in: open } }, sort: ['turnAt', 'receivedAt'] }
    case 'unassigned':
      return { where: { assignee: { exists: false }, status: { in: onUs } }, sort: ['turnAt', 'receivedAt'] }
    case 'due':
      return { where: { status: { in: onUs }, dueAt: { less_than: endOfToday(now) } }, sort: ['dueAt'] }
    case 'waiting':
    case 'answered':
      return { where: { status: { equals: view } }, sort: ['lastEventAt'] }
    case 'all':
      return { where: {}, sort: ['-receivedAt'] }
  }
}

/** What was typed into the search box as a question of indexes, or null when it is none of the three. */
export function findQuestion(typed: string): Where | null {
  const text = westernDigits(typed).trim()
  const found: Where[] = []
  const reference = parseReference(text)
  if (reference && /^[\d\s-]+$/.test(text)) found.push({ reference: { equals: reference } })
  const phone = normalisePhone(text)
  if (phone) found.push({ phoneIndex: { equals: phoneIndexOf(phone) } })
  if (/^\S+@\S+$/.test(text)) found.push({ emailIndex: { equals: emailIndexOf(text) } })
  return found.length > 0 ? { or: found } : null
}

/**
 * One page of a view, or of what was searched for, as far as this person may see it.
 * @throws Forbidden for who has no business with cases, and on a database that doesn't answer
 */
export async function listCases({
  payload,
  user,
  now,
  view,
  locale = 'ar',
  status = null,
  find = null,
  page = 1,
}: {
  payload: Payload
  user: User
  now: Date
  view: CaseView
  locale?: 'ar' | 'en'
  status?: Status | null
  find?: Where | null
  page?: number
}): Promise<CaseList> {
  const { where, sort } = find ? { where: find, sort: ['-receivedAt'] } : questionOf(view, user, now)
  const narrowed: Where[] = [where, ...(status ? [{ status: { equals: status } }] : [])]
  const result = await payload.find({
    collection: 'inquiries',
    where: { and: narrowed.filter((question) => Object.keys(question).length > 0) },
    sort,
    page,
    limit: casesPerPage,
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
      receivedAt: true,
    },
    overrideAccess: false,
    user,
  })
  return {
    cases: result.docs.map((inquiry) => summaryOf(inquiry, now)),
    total: result.totalDocs,
    page: result.page ?? 1,
    pages: result.totalPages,
  }
}

const holderOf = (related: string | Pick<User | Department, 'id' | 'name'> | null | undefined): Holder | null => {
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

/** How much there is of each; of all it isn't counted, which only grows. */
export type CaseCounts = Record<Exclude<CaseView, 'all'> | 'overdue', number>

export async function countCases(payload: Payload, user: User, now: Date): Promise<CaseCounts> {
  const count = (view: CaseView) => countOf(payload, user, questionOf(view, user, now).where)
  const [mine, unassigned, due, waiting, answered, overdue] = await Promise.all([
    count('mine'),
    count('unassigned'),
    count('due'),
    count('waiting'),
    count('answered'),
    countOf(payload, user, { status: { in: onUs }, dueAt: { less_than: now.toISOString() } }),
  ])
  return { mine, unassigned, due, waiting, answered, overdue }
}

/** What a person should look at: theirs that wait for us, and what nobody has. */
export async function countToDo(payload: Payload, user: User): Promise<number> {
  return countOf(payload, user, {
    and: [{ status: { in: onUs } }, { or: [{ assignee: { equals: user.id } }, { assignee: { exists: false } }] }],
  })
}
