import type { CollectionConfig } from 'payload'
import { updatedBy } from '@/payload/content-fields'
import { holdDeleting, holdSaving } from '@/payload/hold-rights'
import { drafts, listViews, published } from '@/payload/list-views'
import { documentAccess } from '@/payload/rights-access'
import { viewOnSite } from '@/payload/site-address'
import { contentStaff } from '@/platform/access'
import { bumpRevisionAfterChange, bumpRevisionAfterDelete } from '@/platform/revision'
import { whyVersionsStay } from './approved-edition'
import { assignAnchors } from './clause-anchors'
import { refuseIncompleteApproval } from './complete-approval'
import { reconcileMeetingDay, storeEffectiveDay, validateEffectiveDay } from './decision-dates'
import { decision, errata, sections } from './edition-fields'
import { refuseChangingApproved, refuseDeletingApproved, refuseTouchingApproved } from './keep-approved'
import { numberEdition, resetForAmendment } from './new-edition'

/** An edition is one approved text of a policy. Published means approved, and approved never changes. */
export const Editions: CollectionConfig = {
  slug: 'editions',
  labels: { singular: { ar: 'إصدار', en: 'Edition' }, plural: { ar: 'الإصدارات', en: 'Editions' } },
  defaultSort: '-createdAt',
  versions: { drafts: { validate: true }, maxPerDoc: 0 },
  indexes: [{ fields: ['policy', 'number'], unique: true }],
  access: { ...documentAccess('editions'), admin: contentStaff },
  hooks: {
    beforeOperation: [refuseTouchingApproved, resetForAmendment, reconcileMeetingDay],
    beforeValidate: [numberEdition, assignAnchors],
    // Before the rights, so that the error says what to do instead.
    beforeChange: [refuseChangingApproved, holdSaving, refuseIncompleteApproval, storeEffectiveDay],
    beforeDelete: [refuseDeletingApproved, holdDeleting],
    afterChange: [bumpRevisionAfterChange],
    afterDelete: [bumpRevisionAfterDelete],
  },
  admin: {
    useAsTitle: 'policyTitle',
    defaultColumns: ['policyTitle', 'number', 'effectiveFrom', '_status', 'updatedBy'],
    group: { ar: 'السياسات', en: 'Policies' },
    components: {
      edit: { beforeDocumentControls: [viewOnSite('/policies/{slug}', 'policy')] },
      views: { list: { Component: '/src/panel/list-without-bulk-edit#ListWithoutBulkEdit' } },
      beforeListTable: listViews([
        { ...drafts, label: { ar: 'قيد الإعداد', en: 'In preparation' } },
        { ...published, label: { ar: 'معتمدة', en: 'Approved' } },
        {
          label: { ar: 'ترجمتها أقدم من النص', en: 'Translation outdated' },
          where: () => ({ translationOutdated: { equals: true } }),
        },
      ]),
    },
    description: {
      ar: 'نص السياسة كما اعتُمد. نشر الإصدار هو اعتماده، وبعده لا يتغير. وأي تعديل إصدار جديد.',
      en: 'A policy’s text as approved. Publishing an edition approves it, and then it never changes: an amendment is a new edition.',
    },
  },
  custom: { keepsVersions: whyVersionsStay },
  fields: [
    {
      name: 'approvedNotice',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/features/policies/panel/approved-notice#ApprovedNotice' },
      },
    },
    {
      name: 'policyTitle',
      type: 'text',
      virtual: 'policy.title',
      label: { ar: 'السياسة', en: 'Policy' },
      admin: { hidden: true, description: { ar: 'عنوان السياسة.', en: 'The policy’s title.' } },
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: { ar: 'النص', en: 'Text' },
          description: { ar: 'نص السياسة ببنوده.', en: 'The policy’s text and clauses.' },
          fields: [sections],
        },
        {
          label: { ar: 'الاعتماد', en: 'Approval' },
          description: { ar: 'ما قرره مجلس الإدارة.', en: 'What the board decided.' },
          fields: [
            decision,
            {
              name: 'effectiveFrom',
              type: 'date',
              index: true,
              validate: validateEffectiveDay,
              label: { ar: 'سارٍ من', en: 'Effective from' },
              admin: {
                date: { pickerAppearance: 'dayOnly', displayFormat: 'd/M/yyyy' },
                description: {
                  ar: 'إن تُرك فارغًا فمن يوم الجلسة.',
                  en: 'If left empty, from the day of the meeting.',
                },
              },
            },
            {
              name: 'coverYear',
              type: 'group',
              label: { ar: 'سنة الغلاف', en: 'Year on the cover' },
              admin: { description: { ar: 'كما طُبعت على الغلاف.', en: 'As printed on the cover.' } },
              fields: [
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'hijri',
                      type: 'number',
                      min: 1300,
                      max: 1600,
                      label: { ar: 'هجرية', en: 'Hijri' },
                      admin: { width: '50%', description: { ar: 'مثل 1442.', en: 'Such as 1442.' } },
                    },
                    {
                      name: 'gregorian',
                      type: 'number',
                      min: 1883,
                      max: 2174,
                      label: { ar: 'ميلادية', en: 'Gregorian' },
                      admin: { width: '50%', description: { ar: 'مثل 2021.', en: 'Such as 2021.' } },
                    },
                  ],
                },
              ],
            },
            {
              name: 'changeNote',
              type: 'textarea',
              localized: true,
              maxLength: 1000,
              label: { ar: 'ما تغيّر', en: 'What changed' },
              hooks: { beforeDuplicate: [() => null] },
              admin: {
                description: {
                  ar: 'جملة للقراء عمّا يختلف به عن الإصدار السابق.',
                  en: 'A sentence for readers on how it differs from the edition before.',
                },
              },
            },
          ],
        },
        {
          label: { ar: 'المسح والترجمة', en: 'Scan and translation' },
          description: { ar: 'من أين جاء النص، وحال ترجمته.', en: 'Where the text comes from, and its translation.' },
          fields: [
            {
              name: 'attachedFile',
              type: 'upload',
              relationTo: 'media',
              label: { ar: 'الملف المعتمد', en: 'The approved file' },
              admin: {
                description: {
                  ar: 'الصيغة المرفقة بقرار الاعتماد، إن وُجدت.',
                  en: 'The form attached to the decision, where there is one.',
                },
              },
            },
            {
              name: 'sourceText',
              type: 'upload',
              relationTo: 'media',
              label: { ar: 'نص الماسح', en: 'The scanner’s text' },
              admin: {
                description: {
                  ar: 'النص كما قرأه الماسح قبل التصحيح، ويُعرض للتنزيل بهذا الاسم.',
                  en: 'The text as the scanner read it, before correction; offered as a download under that name.',
                },
              },
            },
            errata,
            {
              name: 'translationNote',
              type: 'textarea',
              localized: true,
              maxLength: 600,
              label: { ar: 'ملاحظة على الترجمة', en: 'Note on the translation' },
              admin: { description: { ar: 'تظهر مع الترجمة.', en: 'Shown with the translation.' } },
            },
            {
              name: 'translationOutdated',
              type: 'checkbox',
              defaultValue: false,
              label: { ar: 'الترجمة أقدم من النص', en: 'The translation is older than the text' },
              admin: {
                description: {
                  ar: 'تُعلَّم إذا تغيّر النص العربي ولم تُحدَّث الترجمة، ويُقال ذلك للقراء.',
                  en: 'Mark it when the Arabic changed and the translation did not; readers are told.',
                },
              },
            },
          ],
        },
      ],
    },
    {
      name: 'policy',
      type: 'relationship',
      relationTo: 'policies',
      required: true,
      index: true,
      label: { ar: 'السياسة', en: 'Policy' },
      admin: {
        position: 'sidebar',
        description: { ar: 'السياسة التي يتبعها هذا الإصدار.', en: 'The policy that this is an edition of.' },
      },
    },
    {
      name: 'number',
      type: 'number',
      min: 1,
      label: { ar: 'رقم الإصدار', en: 'Edition number' },
      admin: {
        position: 'sidebar',
        step: 1,
        description: { ar: 'يُعطى الرقم التالي إن تُرك فارغًا.', en: 'If left empty, the next number is given.' },
      },
    },
    updatedBy,
  ],
}
