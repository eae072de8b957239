import type { CollectionConfig } from 'payload'
import { encryptedField } from '@/payload/encrypted-field'
import { readOnlyFields } from '@/payload/read-only-fields'
import { languageField, recordSettings, uniqueKey } from '@/payload/record-fields'
import { refuseDelete, refuseUpdate } from '@/payload/written-once'
import { nobody } from '@/platform/access'
import { encryptionContexts } from '../domain/encryption-contexts'

/**
 * One row per submission, written once. It holds nothing that identifies the person: neither inquiry nor time of day.
 * Rows are read through `server/results.ts` only, which withholds small groups.
 */
export const SurveyResponses: CollectionConfig = {
  slug: 'survey-responses',
  labels: { singular: { ar: 'إجابة', en: 'Response' }, plural: { ar: 'الإجابات', en: 'Responses' } },
  access: {
    admin: nobody,
    create: nobody,
    delete: nobody,
    read: nobody,
    readVersions: nobody,
    unlock: nobody,
    update: nobody,
  },
  admin: { hidden: true },
  ...recordSettings,
  hooks: { beforeChange: [refuseUpdate], beforeDelete: [refuseDelete] },
  indexes: [{ fields: ['survey', 'submittedAt'] }],
  fields: readOnlyFields([
    {
      name: 'survey',
      type: 'relationship',
      relationTo: 'surveys',
      required: true,
      label: { ar: 'الاستبانة', en: 'Survey' },
      description: { ar: 'الجولة التي أُجيب عنها.', en: 'The round that was answered.' },
    },
    {
      name: 'answers',
      type: 'json',
      required: true,
      label: { ar: 'الإجابات', en: 'Answers' },
      description: { ar: 'رموز بحسب السؤال، بلا نصوص.', en: 'Codes by question, no texts.' },
    },
    {
      name: 'textKeys',
      type: 'json',
      required: true,
      label: { ar: 'أسئلة كُتب فيها', en: 'Questions with a text' },
      description: { ar: 'تُعدّ دون فتح النصوص.', en: 'Counted without opening the texts.' },
    },
    encryptedField({
      name: 'texts',
      purpose: encryptionContexts.texts,
      label: { ar: 'النصوص', en: 'Texts' },
      description: { ar: 'محفوظة مشفرة.', en: 'Stored encrypted.' },
    }),
    encryptedField({
      name: 'contact',
      purpose: encryptionContexts.contact,
      label: { ar: 'وسيلة التواصل', en: 'Contact' },
      description: { ar: 'لمن أراد ذكرها، محفوظة مشفرة.', en: 'Where one was given; stored encrypted.' },
    }),
    {
      name: 'isInvited',
      type: 'checkbox',
      required: true,
      defaultValue: false,
      label: { ar: 'بدعوة', en: 'By invitation' },
      description: { ar: 'جاءت من رابط دعوة.', en: 'It came by an invitation’s link.' },
    },
    {
      name: 'serviceSlug',
      type: 'text',
      label: { ar: 'الخدمة', en: 'Service' },
      description: { ar: 'الخدمة التي قُيّمت، إن عُرفت.', en: 'The service evaluated, if known.' },
    },
    {
      name: 'channel',
      type: 'text',
      label: { ar: 'القناة', en: 'Channel' },
      description: { ar: 'قناة الاستفسار الذي أُجيب عنه.', en: 'The channel of the answered inquiry.' },
    },
    languageField({
      name: 'locale',
      label: { ar: 'اللغة', en: 'Language' },
      description: { ar: 'لغة النموذج.', en: 'The language of the form.' },
    }),
    {
      name: 'submittedAt',
      type: 'date',
      required: true,
      label: { ar: 'اليوم', en: 'Day' },
      description: {
        ar: 'اليوم فقط: الساعة قد تدل على صاحب الإجابة.',
        en: 'The day only: the hour could tell whose it is.',
      },
    },
    uniqueKey({
      name: 'submissionKey',
      label: { ar: 'مفتاح النموذج', en: 'Form key' },
      description: { ar: 'نموذج واحد أو دعوة واحدة، إجابة واحدة.', en: 'One form or one invitation, one response.' },
    }),
    uniqueKey({
      name: 'proof',
      label: { ar: 'إثبات العمل', en: 'Proof of work' },
      description: { ar: 'لا يُستعمل الإثبات مرتين.', en: 'A proof is used once.' },
    }),
  ]),
}
