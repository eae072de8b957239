import { hasRole, type Role } from '@/platform/access'

/** Roles that may work on cases, and so be assigned one. */
export const workerRoles = ['administrator', 'case-officer', 'department-lead'] as const satisfies readonly Role[]

/** Roles that see every case. A department lead sees the department's cases and those assigned to them. */
export const readersOfAllCases = ['administrator', 'case-officer', 'auditor'] as const satisfies readonly Role[]

type Person = Parameters<typeof hasRole>[0]

/** Whether this account is named among those who see restricted cases. What they see there follows from their roles. */
export const mayReadRestricted = (user: Person): boolean =>
  typeof user === 'object' && user !== null && 'seesRestrictedCases' in user && user.seesRestrictedCases === true

/** Auditors read, these work. */
export const mayWork = (user: Person): boolean => hasRole(user, ...workerRoles)

/** Editors and approvers have no business with cases. */
export const mayReadCases = (user: Person): boolean => hasRole(user, ...readersOfAllCases, 'department-lead')
