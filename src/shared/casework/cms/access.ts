import type { Access, Where } from 'payload'
import { hasRole } from '@/platform/access'
import { mayReadRestricted, readersOfAllCases } from '@/shared/casework/roles'

/** The departments a signed-in person belongs to, as ids. */
export function departmentsOf(user: unknown): string[] {
  if (!user || typeof user !== 'object' || !('department' in user)) return []
  const held = (Array.isArray(user.department) ? user.department : [user.department]) as unknown[]
  return held.flatMap((entry) => {
    if (typeof entry === 'string') return [entry]
    return entry && typeof entry === 'object' && 'id' in entry ? [String(entry.id)] : []
  })
}

/**
 * Case officers, administrators and auditors see every case; a department's lead sees the cases of
 * the department and those assigned to them. Editors and approvers have no business here. Restricted
 * cases are seen by those of them who are named for it on their account, a lead too whatever the
 * department, and none by the person it concerns.
 */
export const caseStaff: Access = ({ req: { user } }) => {
  if (!user || !hasRole(user, ...readersOfAllCases, 'department-lead')) return false
  const isNamed = mayReadRestricted(user)
  const unrestricted: Where = isNamed ? { concerns: { not_equals: user.id } } : { isRestricted: { equals: false } }
  if (hasRole(user, ...readersOfAllCases)) return unrestricted
  const own: Where[] = [
    { assignee: { equals: user.id } },
    { department: { in: departmentsOf(user) } },
    ...(isNamed ? [{ isRestricted: { equals: true } }] : []),
  ]
  return { and: [unrestricted, { or: own }] }
}
