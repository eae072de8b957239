import type { CollectionConfig } from 'payload'
import { categories, categoryLabels } from '@/features/policies/schema'
import { addressField, ownerDepartment, titleSortKey, updatedBy } from '@/payload/content-fields'
import { drafts, listViews, published, untranslated } from '@/payload/list-views'
import { documentAccess } from '@/payload/rights-access'
import { rowLabel } from '@/payload/row-label'
import { viewOnSite } from '@/payload/site-address'
import { contentStaff, staff } from '@/platform/access'
import { bumpRevisionAfterChange, bumpRevisionAfterDelete } from '@/platform/revision'
import { audienceLabels, audiences } from '@/shared/vocabulary/audiences'
import { refuseDeletingPolicyWithApprovedEdition } from './policy-hooks'

/** A policy: what is the same in all its editions. */
export const Policies: CollectionConfig = {
  slug: 'policies',
  labels: { singular: { ar: 'سياسة', en: 'Policy' }, plural: { ar: 'السياسات', en: 'Policies' } },
  defaultSort: 'sortKey',
  versions: { drafts: true, maxPerDoc: 0 },
  access: { ...documentAccess('policies'), admin: contentStaff },
  hooks: {
    beforeDelete: [refuseDeletingPolicyWithApprovedEdition],
    afterChange: [bumpRevisionAfterChange],
    afterDelete: [bumpRevisionAfterDelete],
  },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'category', 'department', 'reviewOn', '_status'],
    listSearchableFields: ['title', 'slug'],
    group: { ar: 'السياسات', en: 'Policies' },
    components: {
      edit: { beforeDocumentControls: [viewOnSite('/policies/{slug}')] },
      beforeListTable: listViews([
        drafts,
        published,
        untranslated,
        {
          label: { ar: 'حان موعد مراجعتها', en: 'Due for review' },
          where: (now) => ({ reviewOn: { less_than_equal: now.toISOString() } }),
        },
        {
          label: { ar: 'بلا موعد مراجعة', en: 'No review date' },
          where: () => ({ reviewOn: { exists: false } }),
        },
      ]),
    },
    description: {
      ar: 'لكل سياسة إصدارات، ونصها في «الإصدارات».',
      en: 'Each policy has editions. Its text is in “Editions”.',
    },
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      maxLength: 300,
      label: { ar: 'العنوان', en: 'Title' },
      admin: {
        description: { ar: 'كما اعتمده مجلس الإدارة.', en: 'As the board of directors approved it.' },
      },
    },
    {
      name: 'category',
      type: 'select',
      required: true,
      index: true,
      options: categories.map((value) => ({ value, label: categoryLabels[value] })),
      label: { ar: 'المجال', en: 'Category' },
      admin: { description: { ar: 'تُجمع السياسات به في الموقع.', en: 'Groups policies on the site.' } },
    },
    {
      name: 'audiences',
      type: 'select',
      hasMany: true,
      required: true,
      options: audiences.map((value) => ({ value, label: audienceLabels[value] })),
      label: { ar: 'من تعنيهم', en: 'Whom it concerns' },
      admin: {
        description: { ar: 'كل من تذكرهم السياسة أو تلزمهم.', en: 'Everyone whom the policy names or binds.' },
      },
    },
    {
      name: 'brief',
      type: 'array',
      label: { ar: 'الخلاصة بلغة يسيرة', en: 'In plain words' },
      labels: { singular: { ar: 'جملة', en: 'Sentence' }, plural: { ar: 'جمل', en: 'Sentences' } },
      admin: {
        description: {
          ar: 'جمل قصيرة تظهر قبل النص. لكل جملة البند الذي تستند إليه.',
          en: 'Short sentences shown before the text, each with the clause it is based on.',
        },
        components: { RowLabel: rowLabel({ shows: ['sentence'], empty: { ar: 'جملة', en: 'Sentence' } }) },
      },
      fields: [
        {
          name: 'sentence',
          type: 'textarea',
          localized: true,
          required: true,
          maxLength: 300,
          label: { ar: 'الجملة', en: 'Sentence' },
          admin: { description: { ar: 'تخاطب الجميع دون تذكير أو تأنيث.', en: 'Addresses everybody.' } },
        },
        {
          name: 'anchor',
          type: 'text',
          required: true,
          label: { ar: 'البند', en: 'Clause' },
          admin: { description: { ar: 'معرّف البند، مثل dealing-1.', en: 'The clause’s id, such as dealing-1.' } },
        },
      ],
    },
    addressField,
    ownerDepartment,
    {
      name: 'reviewOn',
      type: 'date',
      access: { read: staff },
      label: { ar: 'موعد المراجعة', en: 'Review date' },
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayOnly', displayFormat: 'd/M/yyyy' },
        description: { ar: 'متى تُراجع السياسة مرة أخرى؟', en: 'When is the policy to be reviewed again?' },
      },
    },
    titleSortKey,
    updatedBy,
  ],
}
