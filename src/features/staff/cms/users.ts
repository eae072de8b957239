import type { CollectionConfig } from 'payload'
import { administrators, administratorsAndAuditors, hasRole, nobody, roles, staff } from '@/platform/access'
import { removeFirstSignInAfterPasswordChange } from '@/platform/first-sign-in'

const roleLabels: Record<(typeof roles)[number], { ar: string; en: string }> = {
  administrator: { ar: 'مدير النظام', en: 'Administrator' },
  editor: { ar: 'محرر', en: 'Editor' },
  approver: { ar: 'معتمِد', en: 'Approver' },
  'case-officer': { ar: 'مسؤول استفسارات', en: 'Case officer' },
  'department-lead': { ar: 'رئيس قسم', en: 'Department lead' },
  auditor: { ar: 'مراجع', en: 'Auditor' },
}

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { ar: 'موظف', en: 'Member of staff' }, plural: { ar: 'الموظفون', en: 'Staff' } },
  auth: true,
  admin: { useAsTitle: 'name' },
  access: {
    admin: staff,
    create: administrators,
    delete: administrators,
    read: ({ req }) =>
      hasRole(req.user, 'administrator', 'auditor') || (req.user ? { id: { equals: req.user.id } } : false),
    unlock: administrators,
    update: administrators,
    readVersions: nobody,
  },
  hooks: { afterOperation: [removeFirstSignInAfterPasswordChange] },
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      options: roles.map((value) => ({ value, label: roleLabels[value] })),
      access: { create: administrators, update: administrators, read: administratorsAndAuditors },
    },
  ],
}
