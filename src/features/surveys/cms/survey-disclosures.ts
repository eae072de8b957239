import type { CollectionConfig } from 'payload'
import { readOnlyFields } from '@/payload/read-only-fields'
import { recordSettings } from '@/payload/record-fields'
import { refuseDelete, refuseUpdate } from '@/payload/written-once'
import { administratorsAndAuditors, nobody } from '@/platform/access'

/**
 * One row for every time a person was shown who gave an invited response: who asked, when and why. Written before the
 * disclosure, never changed, and read by auditors.
 */
export const SurveyDisclosures: CollectionConfig = {
  slug: 'survey-disclosures',
  labels: {
    singular: { ar: 'كشف عن صاحب إجابة', en: 'Disclosure' },
    plural: { ar: 'الكشف عن أصحاب الإجابات', en: 'Disclosures' },
  },
  access: {
    admin: administratorsAndAuditors,
    create: nobody,
    delete: nobody,
    read: administratorsAndAuditors,
    readVersions: nobody,
    unlock: nobody,
    update: nobody,
  },
  admin: {
    group: { ar: 'رأي المستفيدين', en: 'Feedback' },
    useAsTitle: 'reason',
    defaultColumns: ['at', 'by', 'survey', 'reason'],
    hidden: ({ user }) =>
      !Array.isArray(user?.roles) || !user.roles.some((role: string) => role === 'administrator' || role === 'auditor'),
    description: {
      ar: 'كل مرة عُرف فيها صاحب إجابة مدعو: من عرفه، ومتى، ولماذا. لا يُعدّل ولا يُحذف.',
      en: 'Every time somebody learned whose an invited response is: who, when and why. Never changed or deleted.',
    },
  },
  defaultSort: '-at',
  ...recordSettings,
  hooks: { beforeChange: [refuseUpdate], beforeDelete: [refuseDelete] },
  fields: readOnlyFields([
    {
      name: 'survey',
      type: 'relationship',
      relationTo: 'surveys',
      required: true,
      label: { ar: 'الاستبانة', en: 'Survey' },
      description: { ar: 'الاستبانة التي أُجيب عنها.', en: 'The survey that was answered.' },
    },
    {
      name: 'by',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      label: { ar: 'من', en: 'By' },
      description: { ar: 'من عرف صاحب الإجابة.', en: 'Who learned whose it is.' },
    },
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: { ar: 'متى', en: 'At' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
      description: { ar: 'وقت الكشف.', en: 'When.' },
    },
    {
      name: 'reason',
      type: 'textarea',
      required: true,
      maxLength: 1000,
      label: { ar: 'السبب', en: 'Reason' },
      description: { ar: 'كما كتبه.', en: 'As it was written.' },
    },
  ]),
}
