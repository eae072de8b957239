import type { Field, TextField } from 'payload'
import { staff } from '@/platform/access'
import { sortKey } from '@/platform/arabic'
import { keepStored } from './keep-stored'

/** Fields shared by several collections of public content. */

/** Who saved last, because Payload's versions have no author. Empty for the system. */
export const updatedBy: Field = {
  name: 'updatedBy',
  type: 'relationship',
  relationTo: 'users',
  label: { ar: 'آخر من عدّل', en: 'Last changed by' },
  // The content is public, but not which staff member wrote it.
  access: { read: staff },
  admin: {
    position: 'sidebar',
    readOnly: true,
    description: { ar: 'يُسجَّل عند كل حفظ.', en: 'Recorded at every save.' },
  },
  hooks: { beforeChange: [({ req }) => req.user?.id ?? null] },
}

/** The department responsible for the content. */
export const ownerDepartment: Field = {
  name: 'department',
  type: 'relationship',
  relationTo: 'departments',
  index: true,
  label: { ar: 'القسم المسؤول', en: 'Owner department' },
  admin: {
    position: 'sidebar',
    description: { ar: 'من يراجع هذا المحتوى ويُسأل عنه.', en: 'Who reviews this content and answers for it.' },
  },
}

/** What lists sort by: `title` in one Arabic spelling, because databases sort by code point. */
export const titleSortKey: TextField = {
  name: 'sortKey',
  type: 'text',
  localized: true,
  index: true,
  label: { ar: 'مفتاح الترتيب', en: 'Sort key' },
  admin: {
    hidden: true,
    description: { ar: 'يُشتق من العنوان.', en: 'Derived from the title.' },
  },
  hooks: {
    beforeChange: [
      ({ siblingData }) => (typeof siblingData.title === 'string' ? sortKey(siblingData.title) : undefined),
    ],
  },
}

/** A short name in Latin letters, the same in both languages. */
export const slugField: TextField = {
  name: 'slug',
  type: 'text',
  required: true,
  unique: true,
  index: true,
  maxLength: 80,
  label: { ar: 'الاسم في الرابط', en: 'Address' },
  admin: {
    position: 'sidebar',
    description: {
      ar: 'أحرف لاتينية صغيرة وأرقام وشرطات، مثل beneficiary-relations.',
      en: 'Lowercase letters, digits and hyphens, such as beneficiary-relations.',
    },
  },
  validate: (value: unknown, { req }: { req: { i18n?: { language?: string } } }) =>
    (typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) ||
    (req.i18n?.language === 'en'
      ? 'Use lowercase letters, digits and single hyphens only.'
      : 'يُكتب بأحرف لاتينية صغيرة وأرقام وشرطات مفردة فقط.'),
}

/** The same as the address of a page under its section: people keep links, so once published it stays. */
export const addressField: TextField = {
  ...slugField,
  admin: {
    ...slugField.admin,
    components: { Field: '/src/panel/fixed-fields#TextFixedOncePublished' },
    description: {
      ar: 'أحرف لاتينية صغيرة وأرقام وشرطات، مثل beneficiary-relations. لا يتغير بعد النشر لأن الناس يحفظون الرابط.',
      en: 'Lowercase letters, digits and hyphens, such as beneficiary-relations. Fixed once published, because people keep links.',
    },
  },
  hooks: {
    beforeValidate: [
      keepStored('publication', {
        ar: 'لا يتغير العنوان في الرابط بعد النشر، لأن الناس يحفظون الرابط.',
        en: 'The address stays as it was published, because people keep links.',
      }),
    ],
  },
}
