import type { CollectionConfig } from 'payload'
import { slugField } from '@/payload/content-fields'
import { plainAccess } from '@/payload/rights-access'
import { staff } from '@/platform/access'
import { plainRights } from '@/platform/rights'

/** The association's departments, to which cases are referred. */
export const Departments: CollectionConfig = {
  slug: 'departments',
  labels: { singular: { ar: 'قسم', en: 'Department' }, plural: { ar: 'الأقسام', en: 'Departments' } },
  access: { ...plainAccess(plainRights.departments), admin: staff },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'lead', 'email'],
    listSearchableFields: ['name', 'email', 'slug'],
    group: { ar: 'الجمعية', en: 'Association' },
    description: {
      ar: 'من يتولى الاستفسارات والخدمات والسياسات.',
      en: 'Who takes care of inquiries, services and policies.',
    },
  },
  defaultSort: 'slug',
  graphQL: false,
  fields: [
    {
      name: 'name',
      type: 'text',
      localized: true,
      required: true,
      maxLength: 120,
      label: { ar: 'الاسم', en: 'Name' },
      admin: { description: { ar: 'كما يُعرف في الجمعية.', en: 'As the association calls it.' } },
    },
    {
      name: 'lead',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      label: { ar: 'رئيس القسم', en: 'Lead' },
      admin: {
        description: {
          ar: 'المسؤول الذي تُحال إليه الاستفسارات.',
          en: 'The responsible person to whom inquiries are referred.',
        },
      },
    },
    {
      name: 'email',
      type: 'email',
      label: { ar: 'بريد القسم', en: 'E-mail' },
      admin: { description: { ar: 'للمراسلة داخل الجمعية.', en: 'For messages within the association.' } },
    },
    slugField,
  ],
}
