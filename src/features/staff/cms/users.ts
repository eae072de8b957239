import type { CollectionConfig, FieldAccess } from 'payload'
import { administrators, hasRole, nobody, roleLabels, roles, staff } from '@/platform/access'
import { env } from '@/platform/env'
import { removeFirstSignInAfterPasswordChange } from '@/platform/first-sign-in'
import { guardSignIn, hideLockedAccounts } from './sign-in'
import { askForLongPassword, keepAnAdministrator, keepLastAdministrator } from './user-rules'

const administratorsOnly: FieldAccess = ({ req }) => hasRole(req.user, 'administrator')

const HOUR = 60 * 60

/** The association's staff. Beneficiaries have no accounts. */
export const Users: CollectionConfig<'users'> = {
  slug: 'users',
  labels: { singular: { ar: 'موظف', en: 'Member of staff' }, plural: { ar: 'الموظفون', en: 'Staff' } },
  auth: {
    maxLoginAttempts: 8,
    lockTime: 15 * 60 * 1000,
    tokenExpiration: 8 * HOUR,
    useSessions: true,
    cookies: { sameSite: 'Lax', secure: env().siteUrl.startsWith('https:') },
  },
  access: {
    admin: staff,
    create: administrators,
    delete: administrators,
    // Whoever works a case sees the names of colleagues; addresses and roles have rules of their own.
    read: staff,
    readVersions: nobody,
    unlock: administrators,
    // An account is the person's own, an auditor's too; what one may do is not.
    update: ({ req }) => hasRole(req.user, 'administrator') || (req.user ? { id: { equals: req.user.id } } : false),
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'department'],
    listSearchableFields: ['name', 'email'],
    group: { ar: 'الجمعية', en: 'Association' },
    description: { ar: 'من يدخلون لوحة التحكم، وما يُسمح لهم به.', en: 'Who signs in here, and what each may do.' },
  },
  defaultSort: 'name',
  graphQL: false,
  hooks: {
    beforeOperation: [guardSignIn],
    beforeValidate: [askForLongPassword, keepAnAdministrator],
    beforeDelete: [keepLastAdministrator],
    afterOperation: [removeFirstSignInAfterPasswordChange],
    afterError: [hideLockedAccounts],
  },
  // Nobody is asked to verify an address, and Payload's own answer would be a failure.
  endpoints: [{ path: '/verify/:id', method: 'post', handler: () => new Response(null, { status: 404 }) }],
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 120,
      index: true,
      label: { ar: 'الاسم', en: 'Name' },
      admin: {
        description: { ar: 'يراه الزملاء في الاستفسارات.', en: 'Colleagues see it on the cases.' },
      },
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      options: roles.map((value) => ({ value, label: roleLabels[value] })),
      access: { create: administratorsOnly, update: administratorsOnly },
      label: { ar: 'الصلاحيات', en: 'Roles' },
      admin: {
        description: {
          ar: 'ما يُسمح به في لوحة التحكم؛ وقد تجتمع لشخص واحد أكثر من صلاحية.',
          en: 'What the person may do here; one person may have several.',
        },
      },
    },
    {
      name: 'department',
      type: 'relationship',
      relationTo: 'departments',
      index: true,
      saveToJWT: true,
      access: { create: administratorsOnly, update: administratorsOnly },
      label: { ar: 'القسم', en: 'Department' },
      admin: {
        description: {
          ar: 'رئاسة القسم ترى استفساراته وحدها.',
          en: 'A department lead sees the cases of this department only.',
        },
      },
    },
  ],
}
