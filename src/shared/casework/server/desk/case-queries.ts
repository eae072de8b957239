import type { Where } from 'payload'
import type { User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { westernDigits } from '@/platform/arabic'
import { startOfDay } from '@/platform/calendar'
import { readEmail } from '@/platform/email-address'
import { readTelephone } from '@/platform/telephone'
import { cleanValue } from '@/platform/typed-text'
import type { Cursor } from '@/shared/casework/domain/cursor'
import type { Status } from '@/shared/casework/domain/projection'
import { parseReference } from '@/shared/casework/domain/reference'
import { readersOfAllCases } from '@/shared/casework/roles'
import type { Channel } from '@/shared/vocabulary/channels'
import type { CaseKind } from '../../case-type'
import { emailIndexOf, phoneIndexOf } from '../personal-fields'

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
export const isCounted = (view: CaseView): view is CountedView => countedViews.some((counted) => counted === view)

/** What narrows a view. */
export interface CaseFilters {
  status: Status | null
  kind: CaseKind | null
  channel: Channel | null
}

export const noFilters: CaseFilters = { status: null, kind: null, channel: null }

const open: Status[] = ['new', 'open', 'waiting', 'answered']
/** What waits for somebody of the association. */
export const onUs: Status[] = ['new', 'open']

const endOfToday = (now: Date) => new Date(startOfDay(now).getTime() + 86_400_000).toISOString()

type OrderColumn = 'turnAt' | 'receivedAt' | 'dueAt' | 'lastEventAt'

export interface CaseQuery {
  where: Where
  /** Earliest first, unless `isNewestFirst`; the id settles what is equal. */
  order: readonly [OrderColumn, ...OrderColumn[]]
  isNewestFirst: boolean
}

/** A lead sees the cases of a department; to everybody else a department is one of several places where a case is. */
const seesAllCases = (user: User): boolean => hasRole(user, ...readersOfAllCases)

/** The views that tell this person something: what a lead's department has is unassigned to the lead. */
export const viewsOf = (user: User): CaseView[] =>
  caseViews.filter((view) => view !== 'departments' || seesAllCases(user))

/** What a view asks, and its order: what is due first stands first, and records have the newest first. */
export function queryFor(view: CaseView, user: User, now: Date): CaseQuery {
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
        'receivedAt',
      )
    case 'overdue':
      return earliest({ status: { in: onUs }, dueAt: { less_than: instant } }, 'dueAt', 'receivedAt')
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
 * The rows after a cursor, in the order's direction. The first column is bounded by itself too, so
 * that an index is entered at the cursor instead of being read up to it.
 */
export function afterCursor(
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

export const filterConditions = (view: CaseView, filters: CaseFilters): Where[] =>
  filtersOfView(view).flatMap((name) => (filters[name] ? [{ [name]: { equals: filters[name] } }] : []))

/** The query for a reference, telephone number or e-mail address typed into the search box; null for anything else. */
export function findCondition(typed: string): Where | null {
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
