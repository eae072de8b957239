import type { Payload, Where } from 'payload'
import type { Inquiry, User } from '@/payload-types'
import { westernDigits } from '@/platform/arabic'
import { startOfDay } from '@/platform/calendar'
import { decryptText } from '@/platform/crypto'
import { personalPurposes } from '../../domain/personal-purposes'
import type { Status } from '../../domain/projection'
import { parseReference } from '../../domain/reference'
import { emailIndexOf, phoneIndexOf } from '../personal-fields'
import { normalisePhone } from '../telephone'

/** The staff's lists of cases. Each is one indexed query within what the signed-in person may read. */

export const inboxViews = ['mine', 'unassigned', 'due', 'waiting', 'answered', 'all'] as const
export type InboxView = (typeof inboxViews)[number]

export const isInboxView = (value: unknown): value is InboxView => inboxViews.some((view) => view === value)

/** Rows a page. */
export const inboxPageSize = 25

const DAY_MS = 24 * 60 * 60_000

/** Those that wait for us. */
const onUs: Status[] = ['new', 'open']

function whereOf(view: InboxView, user: Pick<User, 'id'>, now: Date): Where {
  const endOfToday = new Date(startOfDay(now).getTime() + DAY_MS)
  const wheres: Record<InboxView, Where> = {
    mine: { and: [{ assignee: { equals: user.id } }, { status: { in: [...onUs, 'waiting'] } }] },
    unassigned: { and: [{ assignee: { exists: false } }, { status: { in: onUs } }] },
    due: { and: [{ status: { in: onUs } }, { dueAt: { less_than: endOfToday.toISOString() } }] },
    waiting: { status: { equals: 'waiting' } },
    answered: { status: { equals: 'answered' } },
    all: {},
  }
  return wheres[view]
}

const sortOf: Record<InboxView, string[]> = {
  mine: ['dueAt', 'receivedAt'],
  unassigned: ['dueAt', 'receivedAt'],
  due: ['dueAt'],
  waiting: ['lastEventAt'],
  answered: ['lastEventAt'],
  all: ['-receivedAt'],
}

export type Finding = { kind: 'none' } | { kind: 'unreadable' } | { kind: 'where'; where: Where }

/** What staff typed to find a person or a case: a reference, a telephone number or an e-mail. */
export function findingOf(typed: string): Finding {
  const text = westernDigits(typed).trim()
  if (!text) return { kind: 'none' }
  const reference = parseReference(text)
  const phone = normalisePhone(text)
  const wheres: Where[] = []
  if (/^[\d\s]+$/.test(text) && reference) wheres.push({ reference: { equals: reference } })
  if (phone) wheres.push({ phoneIndex: { equals: phoneIndexOf(phone) } })
  if (text.includes('@')) wheres.push({ emailIndex: { equals: emailIndexOf(text) } })
  return wheres.length > 0 ? { kind: 'where', where: { or: wheres } } : { kind: 'unreadable' }
}

export interface InboxRow {
  id: string
  reference: string
  subject: string
  name: string | null
  kind: Inquiry['kind']
  channel: Inquiry['channel']
  status: Status
  isAnswerOwed: boolean
  assignee: string | null
  /** ISO 8601. */
  dueAt: string | null
  receivedAt: string
}

export interface InboxPage {
  rows: InboxRow[]
  total: number
  page: number
  pages: number
}

type Reader = { payload: Payload; user: User; now: Date }

/** @param finding overrides the view: a person is looked for in all cases */
export async function readInbox(
  { payload, user, now }: Reader,
  { view, finding, page }: { view: InboxView; finding: Finding; page: number },
): Promise<InboxPage> {
  if (finding.kind === 'unreadable') return { rows: [], total: 0, page: 1, pages: 1 }
  const found = await payload.find({
    collection: 'inquiries',
    where: finding.kind === 'where' ? finding.where : whereOf(view, user, now),
    sort: finding.kind === 'where' ? ['-receivedAt'] : sortOf[view],
    limit: inboxPageSize,
    page,
    depth: 1,
    populate: { users: { name: true } },
    select: {
      reference: true,
      subject: true,
      name: true,
      kind: true,
      channel: true,
      status: true,
      isAnswerOwed: true,
      assignee: true,
      dueAt: true,
      receivedAt: true,
    },
    overrideAccess: false,
    user,
  })
  return {
    rows: found.docs.map((row) => ({
      id: row.id,
      reference: row.reference,
      subject: decryptText(row.subject, personalPurposes.subject),
      name: row.name ? decryptText(row.name, personalPurposes.name) : null,
      kind: row.kind,
      channel: row.channel,
      status: row.status,
      isAnswerOwed: row.isAnswerOwed,
      assignee: typeof row.assignee === 'object' ? (row.assignee?.name ?? null) : null,
      dueAt: row.dueAt ?? null,
      receivedAt: row.receivedAt,
    })),
    total: found.totalDocs,
    page: found.page ?? 1,
    pages: found.totalPages,
  }
}

export type InboxCounts = Record<Exclude<InboxView, 'all'>, number>

/** How many each view holds. `all` is not counted: it only grows. */
export async function countInbox({ payload, user, now }: Reader): Promise<InboxCounts> {
  const count = async (view: InboxView) => {
    const { totalDocs } = await payload.count({
      collection: 'inquiries',
      where: whereOf(view, user, now),
      overrideAccess: false,
      user,
    })
    return totalDocs
  }
  const [mine, unassigned, due, waiting, answered] = await Promise.all([
    count('mine'),
    count('unassigned'),
    count('due'),
    count('waiting'),
    count('answered'),
  ])
  return { mine, unassigned, due, waiting, answered }
}
