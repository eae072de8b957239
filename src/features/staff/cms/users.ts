import type { CollectionConfig, FieldAccess } from 'payload'
import { notTyped } from '@/payload/typed-data'
import { administrators, hasRole, nobody, roleLabels, roles, staff } from '@/platform/access'
import { noticePreferenceLabels } from '@/shared/casework/cms/labels'
import { noticePreferences } from '@/shared/casework/domain/notices'
import { mayWork } from '@/shared/casework/roles'
import { optionsOf } from '@/shared/vocabulary/label'
import { mailLanguages } from '../schema'
import { absenceFields, checkAbsence } from './absence'
import {
  keepAnAdministrator,
  keepARestrictedReader,
  keepLastAdministrator,
  keepLastRestrictedReader,
} from './user-rules'

const administratorsOnly: FieldAccess = ({ req }) => hasRole(req.user, 'administrator')

/** The association's staff. Beneficiaries have no accounts. How they sign in: server/staff-sign-in.ts. */
export const Users: CollectionConfig<'users'> = {
  slug: 'users',
  labels: { singular: { ar: 'موظف', en: 'Member of staff' }, plural: { ar: 'الموظفون', en: 'Staff' } },
  access: {
    admin: staff,
    create: administrators,
    delete: administrators,
    // Staff see the names of their colleagues; e-mail addresses and roles have their own rules.
    read: staff,
    readVersions: nobody,
    unlock: nobody,
    // Everybody may edit their own account, auditors too, but not their own roles.
    update: ({ req }) => hasRole(req.user, 'administrator') || (req.user ? { id: { equals: req.user.id } } : false),
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'department', 'invitedAt'],
    listSearchableFields: ['name', 'email'],
    group: { ar: 'الجمعية', en: 'Association' },
    description: {
      ar: 'من يدخلون لوحة التحكم، وما يُسمح لهم به. من يُضاف تصله دعوة بالبريد ليختار كلمة مروره بنفسه.',
      en: 'The people who sign in here, with their roles. A new person is invited by mail to choose a password.',
    },
  },
  defaultSort: 'name',
  disableDuplicate: true,
  graphQL: false,
  hooks: {
    beforeValidate: [keepAnAdministrator, keepARestrictedReader, checkAbsence],
    beforeDelete: [keepLastAdministrator, keepLastRestrictedReader],
  },
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
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      index: true,
      label: { ar: 'البريد الإلكتروني', en: 'E-mail' },
      admin: {
        components: { Field: '/src/features/staff/panel/email-field#EmailOfAccount' },
        description: {
          ar: 'للدخول، ولرسائل الحساب.',
          en: 'For signing in, and for mails about the account.',
        },
      },
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
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
      access: { create: administratorsOnly, update: administratorsOnly },
      label: { ar: 'القسم', en: 'Department' },
      admin: {
        description: {
          ar: 'رئاسة القسم ترى استفساراته وحدها.',
          en: 'A department lead sees the cases of this department only.',
        },
      },
    },
    {
      name: 'seesRestrictedCases',
      type: 'checkbox',
      defaultValue: false,
      access: { create: administratorsOnly, update: administratorsOnly },
      label: { ar: 'يطلع على المقيَّد', en: 'Sees restricted cases' },
      admin: {
        description: {
          ar: 'الشكوى من أحد العاملين، وما يراه صاحبه حساسًا، لا يطلع عليه إلا من اختير هنا، ولا يطلع عليه من يتعلق به. وكل اطلاع يُسجَّل.',
          en: 'Complaints about a member of staff, and what a person marks as sensitive, are seen only by those chosen here, and never by the one they concern. Every opening is logged.',
        },
      },
    },
    {
      name: 'language',
      type: 'select',
      options: mailLanguages.map((value) => ({
        value,
        label: value === 'ar' ? { ar: 'العربية', en: 'Arabic' } : { ar: 'الإنجليزية', en: 'English' },
      })),
      label: { ar: 'لغة المراسلة', en: 'Language of mails' },
      admin: {
        description: {
          ar: 'لغة ما يصل بالبريد. إن لم تُختر كُتبت رسائل الحساب باللغتين، وإشعارات الاستفسارات بالعربية.',
          en: 'For what is mailed. When none is chosen, mails about the account are in both languages, and notices about inquiries in Arabic.',
        },
      },
    },
    {
      name: 'caseNotices',
      type: 'select',
      defaultValue: 'at-once',
      options: optionsOf(noticePreferences, noticePreferenceLabels),
      label: { ar: 'إشعارات الاستفسارات', en: 'Notices about inquiries' },
      admin: {
        condition: (data) => mayWork(data as Parameters<typeof mayWork>[0]),
        description: {
          ar: 'تظهر كل الإشعارات في الصفحة الأولى. وما أُسند إليكم أو أُحيل، وما حان موعده مما تتولونه، يصل في الملخص على الأقل.',
          en: 'All notices are on the first page. What is assigned or referred to you, and what is due of your own, is in the digest at least.',
        },
      },
    },
    ...absenceFields,
    {
      name: 'invitedAt',
      type: 'date',
      access: { create: nobody, update: nobody },
      label: { ar: 'حالة الحساب', en: 'Account' },
      admin: {
        hidden: true,
        components: { Cell: '/src/features/staff/panel/invitation-cell#InvitationCell' },
        description: {
          ar: 'متى أُرسلت الدعوة، حتى تُختار كلمة المرور.',
          en: 'When the invitation was sent, until a password is chosen.',
        },
      },
    },
    {
      // Never stored here: hooks hand it on, hashed, to the account's credentials.
      name: 'password',
      type: 'text',
      virtual: true,
      maxLength: 1000,
      custom: notTyped,
      access: {
        create: administratorsOnly,
        read: nobody,
        update: ({ id, req }) => hasRole(req.user, 'administrator') || req.user?.id === id,
      },
      label: { ar: 'كلمة المرور', en: 'Password' },
      admin: {
        hidden: true,
        disableListColumn: true,
        disableListFilter: true,
        disableBulkEdit: true,
        description: {
          ar: 'للبرامج التي تنشئ حسابات. في اللوحة تُختار برابط الدعوة.',
          en: 'For programs that make accounts. In the panel it is chosen by the link of the invitation.',
        },
      },
    },
    {
      name: 'access',
      type: 'ui',
      label: { ar: 'الدخول', en: 'Sign-in' },
      admin: {
        condition: (data) => Boolean(data?.id),
        components: { Field: '/src/features/staff/panel/account-access#AccountAccess' },
        disableListColumn: true,
      },
    },
  ],
}
