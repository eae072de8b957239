import type { Payload, Where } from 'payload'
import type { User } from '@/payload-types'
import { findCase } from './append-staff-event'
import { findCondition } from './case-queries'
import { type CaseList, listCases } from './list-cases'

/** Of one person; the newest first. */
const MOST_SHOWN = 10

const none: CaseList = { cases: [], total: 0, previous: null, next: null }

interface Asked {
  payload: Payload
  user: User
  now: Date
  locale: 'ar' | 'en'
}

const newest = ({ payload, user, now, locale }: Asked, find: Where): Promise<CaseList> =>
  listCases({ payload, user, now, locale, view: 'all', find, size: MOST_SHOWN })

/** The other cases of the person whose case this is, by the same number or address, as far as this user sees them. */
export async function otherCasesOfPerson(asked: Asked, caseId: string): Promise<CaseList> {
  const row = await findCase(asked.payload, asked.user, caseId)
  if (!row) return none
  const { phoneIndex, emailIndex } = row
  const same: Where[] = [
    ...(phoneIndex ? [{ phoneIndex: { equals: phoneIndex } }] : []),
    ...(emailIndex ? [{ emailIndex: { equals: emailIndex } }] : []),
  ]
  if (same.length === 0) return none
  return newest(asked, { and: [{ or: same }, { id: { not_equals: row.id } }] })
}

/**
 * The cases of whoever has this number, address or reference.
 * @returns null when what was typed is none of these
 */
export async function casesOfPerson(asked: Asked, typed: string): Promise<CaseList | null> {
  const find = findCondition(typed)
  return find && newest(asked, find)
}
