import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'

export interface Assignee {
  id: string
  name: string
}

/** Who may work on cases, and so be given one. */
export const workerRoles = ['administrator', 'case-officer', 'department-lead'] as const satisfies readonly Role[]

/** More staff than the association has; the list of people to give a case to stops there. */
const MAX_PEOPLE = 200

/** Whom a case can be given to: everybody who may work on cases, by name. */
export async function listAssignees(payload: Payload): Promise<Assignee[]> {
  // Officers may not read the staff list; they may know who answers inquiries.
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: [...workerRoles] } },
    select: { name: true },
    sort: 'name',
    limit: MAX_PEOPLE,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  return docs.map(({ id, name }) => ({ id, name }))
}

export async function listDepartments(payload: Payload, user: User, locale: 'ar' | 'en'): Promise<Assignee[]> {
  const { docs } = await payload.find({
    collection: 'departments',
    select: { name: true },
    locale,
    fallbackLocale: locale === 'ar' ? 'en' : 'ar',
    sort: 'slug',
    limit: MAX_PEOPLE,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user,
  })
  return docs.map(({ id, name }) => ({ id, name }))
}
