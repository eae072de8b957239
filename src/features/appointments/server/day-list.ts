import type { Payload, Where } from 'payload'
import type { Locale } from '@/i18n/routing'
import type { Appointment, User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { startOfDay } from '@/platform/calendar'
import { asSystem } from '@/platform/system-payload'
import { departmentsOf } from '@/shared/casework/cms/access'
import { relatedId } from '@/shared/casework/domain/rows'
import { mayReadCases, mayWork, readersOfAllCases } from '@/shared/casework/roles'
import { readableCases } from '@/shared/casework/server/desk/readable-cases'
import { isOpenToChange, mayMark } from '../domain/appointment'
import { heldOf, openText, placeIn } from './rows'

const DAY_MS = 86_400_000
/** More than the association receives in a day. */
const MOST_A_DAY = 500

/** An appointment as staff see it. */
export interface ListedAppointment {
  id: string
  startsAt: string
  minutes: number
  place: string
  state: Appointment['state']
  cancelledBy: 'person' | 'staff' | null
  /** Null for whoever may not read the case that it is about, and once it was erased. */
  person: {
    name: string | null
    phone: string | null
    email: string | null
    about: string | null
    reason: string | null
    /** The case that it is about. */
    inquiry: { id: string; reference: string } | null
    /** The last mail was refused or given up. */
    isUnreached: boolean
  } | null
  isErased: boolean
  mayMark: boolean
  mayCancel: boolean
}

/** Which appointments are a person's to see: a department lead's are those of the department, and those of none. */
function visibleTo(user: User): Where | null {
  if (!mayReadCases(user)) return null
  if (hasRole(user, ...readersOfAllCases)) return {}
  return { or: [{ department: { in: departmentsOf(user) } }, { department: { exists: false } }] }
}

/** The appointments of the day of an instant in Riyadh, earliest first; null where they are not the person's to see. */
export async function listDay(
  payload: Payload,
  { user, day, locale, now }: { user: User; day: Date; locale: Locale; now: Date },
): Promise<ListedAppointment[] | null> {
  const own = visibleTo(user)
  if (!own) return null
  const start = startOfDay(day)
  const rows = await find(payload, {
    and: [
      { startsAt: { greater_than_equal: start.toISOString() } },
      { startsAt: { less_than: new Date(start.getTime() + DAY_MS).toISOString() } },
      own,
    ],
  })
  const cases = await casesOf(payload, user, rows)
  return rows.map((row) => listed(row, cases, { locale, now, isWorker: mayWork(user) }))
}

/** An appointment that the person may see whole and work on, or null. */
export async function findWorkable(payload: Payload, user: User, id: string): Promise<Appointment | null> {
  const own = visibleTo(user)
  if (!own || !mayWork(user)) return null
  const rows = await find(payload, { and: [{ id: { equals: id } }, own] })
  const [row] = rows
  if (!row || row.erasedAt) return null
  return isHidden(row, await casesOf(payload, user, rows)) ? null : row
}

async function find(payload: Payload, where: Where): Promise<Appointment[]> {
  const { docs } = await payload.find({
    collection: 'appointments',
    where,
    sort: ['startsAt', 'id'],
    limit: MOST_A_DAY,
    pagination: false,
    depth: 0,
    ...asSystem('work-appointments'),
  })
  return docs
}

const casesOf = (payload: Payload, user: User, rows: readonly Appointment[]) =>
  readableCases(payload, user, [...new Set(rows.flatMap(({ inquiry }) => relatedId(inquiry) ?? []))])

/** A case may be seen by few people; who comes about it is as much as the case says. */
function isHidden(row: Appointment, cases: ReadonlyMap<string, string>): boolean {
  const inquiry = relatedId(row.inquiry)
  return inquiry !== null && !cases.has(inquiry)
}

function listed(
  row: Appointment,
  cases: ReadonlyMap<string, string>,
  { locale, now, isWorker }: { locale: Locale; now: Date; isWorker: boolean },
): ListedAppointment {
  const inquiry = relatedId(row.inquiry)
  const isErased = Boolean(row.erasedAt)
  const isShown = !isErased && !isHidden(row, cases)
  const held = heldOf(row)
  return {
    id: row.id,
    startsAt: row.startsAt,
    minutes: row.minutes,
    place: placeIn(row, locale),
    state: row.state,
    cancelledBy: row.cancelledBy ?? null,
    person: isShown
      ? {
          name: openText('name', row),
          phone: openText('phone', row),
          email: openText('email', row),
          about: openText('about', row),
          reason: openText('reason', row),
          inquiry: inquiry ? { id: inquiry, reference: cases.get(inquiry) ?? '' } : null,
          isUnreached: row.mailState === 'refused' || row.mailState === 'failed',
        }
      : null,
    isErased,
    mayMark: isWorker && isShown && mayMark(held, now.getTime()),
    mayCancel: isWorker && isShown && isOpenToChange(held, now.getTime()),
  }
}

/** How many are still to come on a day, for the menu. */
export async function countDay(payload: Payload, user: User, now: Date): Promise<number> {
  const own = visibleTo(user)
  if (!own) return 0
  const start = startOfDay(now)
  const { totalDocs } = await payload.count({
    collection: 'appointments',
    where: {
      and: [
        { startsAt: { greater_than_equal: now.toISOString() } },
        { startsAt: { less_than: new Date(start.getTime() + DAY_MS).toISOString() } },
        { state: { equals: 'booked' } },
        own,
      ],
    },
    ...asSystem('work-appointments'),
  })
  return totalDocs
}
