import type { CollectionConfig } from 'payload'
import { encryptedField } from '@/payload/encrypted-field'
import { readOnlyFields } from '@/payload/read-only-fields'
import { recordSettings, uniqueKey } from '@/payload/record-fields'
import { refuseDelete, refuseUpdate } from '@/payload/written-once'
import { nobody, staff } from '@/platform/access'
import { eventTypes, outcomes } from '@/shared/casework/domain/timeline'
import { mailFields } from '@/shared/messages/mail-fields'
import { optionsOf } from '@/shared/vocabulary/label'
import { encryptionContexts } from '../domain/encryption-contexts'
import { claimStep, keyEvent, projectStep } from './event-hooks'
import { eventLabels, outcomeLabels } from './labels'
import { noticesDueAt } from './projection-fields'

/** The timeline: append-only. The truth about a case; the inquiry's status is computed from it. */
export const CaseEvents: CollectionConfig = {
  slug: 'inquiry-events',
  labels: { singular: { ar: 'خطوة', en: 'Event' }, plural: { ar: 'الخط الزمني', en: 'Timeline' } },
  access: {
    admin: staff,
    create: nobody,
    delete: nobody,
    // A timeline is read with its case, by who may read that: MongoDB would first look up every case that they may read.
    read: nobody,
    readVersions: nobody,
    update: nobody,
  },
  admin: { hidden: true },
  defaultSort: 'seq',
  ...recordSettings,
  hooks: {
    beforeValidate: [keyEvent],
    beforeChange: [refuseUpdate, claimStep],
    afterChange: [projectStep],
    beforeDelete: [refuseDelete],
  },
  indexes: [
    { fields: ['inquiry', 'seq'] },
    { fields: ['mailState', 'mailNextAt'] },
    { fields: ['noticesDueAt', 'at'] },
  ],
  fields: readOnlyFields([
    {
      name: 'inquiry',
      type: 'relationship',
      relationTo: 'inquiries',
      required: true,
      label: { ar: 'الاستفسار', en: 'Inquiry' },
      description: { ar: 'الاستفسار الذي حدثت فيه.', en: 'The case it happened to.' },
    },
    {
      name: 'seq',
      type: 'number',
      required: true,
      label: { ar: 'الترتيب', en: 'Step' },
      description: { ar: 'ترتيبها في الخط الزمني.', en: 'Its place in the timeline.' },
    },
    uniqueKey({
      name: 'key',
      label: { ar: 'المفتاح', en: 'Key' },
      description: { ar: 'خطوة واحدة لكل ترتيب.', en: 'One event a step.' },
    }),
    {
      name: 'type',
      type: 'select',
      required: true,
      options: optionsOf(eventTypes, eventLabels),
      label: { ar: 'ما حدث', en: 'What happened' },
      description: { ar: 'نوع الخطوة.', en: 'The kind of step.' },
    },
    {
      name: 'at',
      type: 'date',
      required: true,
      label: { ar: 'الوقت', en: 'At' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
      description: { ar: 'متى حدثت.', en: 'When it happened.' },
    },
    {
      name: 'actorKind',
      type: 'select',
      required: true,
      options: [
        { value: 'person', label: { ar: 'صاحب الطلب', en: 'The person' } },
        { value: 'staff', label: { ar: 'موظف', en: 'Staff' } },
        { value: 'system', label: { ar: 'النظام', en: 'The system' } },
      ],
      label: { ar: 'الفاعل', en: 'By' },
      description: { ar: 'من قام بها.', en: 'Who did it.' },
    },
    {
      name: 'actor',
      type: 'relationship',
      relationTo: 'users',
      label: { ar: 'الموظف', en: 'Member of staff' },
      description: { ar: 'الموظف الذي قام بها، إن كان موظفًا.', en: 'The member of staff, if one did it.' },
    },
    encryptedField({
      name: 'text',
      purpose: encryptionContexts.eventText,
      label: { ar: 'النص', en: 'Text' },
      description: { ar: 'محفوظ مشفرًا.', en: 'Stored encrypted.' },
    }),
    {
      name: 'targetUser',
      type: 'relationship',
      relationTo: 'users',
      label: { ar: 'إلى', en: 'To' },
      description: { ar: 'من أُسندت أو أُحيلت إليه.', en: 'To whom it was assigned or referred.' },
    },
    {
      name: 'targetDepartment',
      type: 'relationship',
      relationTo: 'departments',
      label: { ar: 'إلى قسم', en: 'To department' },
      description: { ar: 'القسم الذي أُحيلت إليه.', en: 'The department it was given to.' },
    },
    {
      name: 'outcome',
      type: 'select',
      options: optionsOf(outcomes, outcomeLabels),
      label: { ar: 'كيف انتهى', en: 'Outcome' },
      description: { ar: 'للإغلاق دون إجابة؛ فارغ لغيره.', en: 'Of a closing without an answer; empty otherwise.' },
    },
    {
      name: 'waitingDays',
      type: 'text',
      label: { ar: 'أيام الانتظار', en: 'Days of waiting' },
      isHidden: true,
      description: {
        ar: 'للسؤال: بعد كم يوم عمل نذكّر ثم نغلق، كما كان يوم السؤال.',
        en: 'Of a question: after how many working days we remind and then close, as set on its day.',
      },
    },
    uniqueKey({
      name: 'submissionKey',
      label: { ar: 'مفتاح النموذج', en: 'Form key' },
      description: { ar: 'رد واحد، خطوة واحدة.', en: 'One reply, one event.' },
    }),
    ...mailFields,
    noticesDueAt,
  ]),
}
