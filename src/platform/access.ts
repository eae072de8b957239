import type { ClientUser, PayloadRequest } from 'payload'

/** Staff roles, by what a person may do. One person may have several. */
export const roles = ['administrator', 'editor', 'approver', 'case-officer', 'department-lead', 'auditor'] as const
export type Role = (typeof roles)[number]

export const roleLabels: Record<Role, { ar: string; en: string }> = {
  administrator: { ar: 'إدارة النظام', en: 'Administrator' },
  editor: { ar: 'تحرير المحتوى', en: 'Editor' },
  approver: { ar: 'الاعتماد', en: 'Approver' },
  'case-officer': { ar: 'خدمة المستفيدين', en: 'Case officer' },
  'department-lead': { ar: 'رئاسة قسم', en: 'Department lead' },
  auditor: { ar: 'مراجعة دون تعديل', en: 'Auditor' },
}

type MaybeUser = PayloadRequest['user'] | ClientUser | null | undefined

/** Whether the signed-in person has one of the roles; false when nobody is signed in. */
export function hasRole(user: MaybeUser, ...wanted: readonly Role[]): boolean {
  const held: unknown = user && 'roles' in user ? user.roles : []
  return Array.isArray(held) && wanted.some((role) => held.includes(role))
}

const withRole =
  (...wanted: readonly Role[]) =>
  ({ req }: { req: PayloadRequest }): boolean =>
    hasRole(req.user, ...wanted)

/** Not even administrators: only use cases write here, through `asSystem`. */
export const nobody = (): boolean => false
export const anyone = (): boolean => true
export const staff = withRole(...roles)
export const administrators = withRole('administrator')
export const administratorsAndAuditors = withRole('administrator', 'auditor')
/** Roles that write, review or audit content and see drafts and versions. */
export const contentStaff = withRole('administrator', 'editor', 'approver', 'auditor')
