import type { Field } from 'payload'
import { encryptedField } from '@/payload/encrypted-field'
import { readOnlyFields } from '@/payload/read-only-fields'
import { languageField, uniqueKey } from '@/payload/record-fields'
import { channelLabels, channels } from '@/shared/vocabulary/channels'
import { optionsOf } from '@/shared/vocabulary/label'
import type { CaseType } from '../case-type'
import type { PersonalFields } from '../domain/personal-fields'
import { consentForms, replyChannels } from '../schema'
import { consentFormLabels, replyChannelLabels } from './labels'

/** The words and the data of a person, of every type of case; two types that have the same column mean the same by it. */
const encryptedColumns = (types: readonly CaseType[]): Field[] =>
  Object.entries(Object.assign({}, ...types.map((type) => type.personalFields)) as PersonalFields).map(
    ([name, { context, ...field }]) => encryptedField({ name, purpose: context, ...field }),
  )

/** What the person sent: written once, never rewritten. */
export const submissionFields = (types: readonly CaseType[]): Field[] =>
  readOnlyFields([
    {
      name: 'reference',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { ar: 'رقم المتابعة', en: 'Reference' },
      description: { ar: 'تسعة أرقام، آخرها رقم تحقق.', en: 'Nine digits, the last of which checks the others.' },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: types.flatMap(({ kinds }) => Object.entries(kinds).map(([value, label]) => ({ value, label }))),
      label: { ar: 'النوع', en: 'Kind' },
      description: { ar: 'ما الذي اختاره المرسل.', en: 'What the sender chose.' },
    },
    {
      name: 'channel',
      type: 'select',
      required: true,
      options: optionsOf(channels, channelLabels),
      label: { ar: 'القناة', en: 'Channel' },
      description: { ar: 'إحدى القنوات الخمس في السياسة.', en: 'One of the policy’s five channels.' },
    },
    {
      name: 'service',
      type: 'relationship',
      relationTo: 'services',
      label: { ar: 'الخدمة', en: 'Service' },
      description: { ar: 'الخدمة التي يتعلق بها الطلب، إن اختيرت.', en: 'The service it is about, if one was chosen.' },
    },
    ...encryptedColumns(types),
    {
      name: 'phoneIndex',
      type: 'text',
      index: true,
      label: { ar: 'فهرس الجوال', en: 'Mobile index' },
      isHidden: true,
      description: { ar: 'بصمة بمفتاح للبحث بالرقم.', en: 'A keyed hash by which the number is found.' },
    },
    {
      name: 'emailIndex',
      type: 'text',
      index: true,
      label: { ar: 'فهرس البريد', en: 'E-mail index' },
      isHidden: true,
      description: { ar: 'بصمة بمفتاح للبحث بالبريد.', en: 'A keyed hash by which the address is found.' },
    },
    {
      name: 'isAnonymous',
      type: 'checkbox',
      required: true,
      defaultValue: false,
      label: { ar: 'دون ذكر الاسم', en: 'Anonymous' },
      description: { ar: 'اختار المرسل ألا يعرّف بنفسه.', en: 'The sender chose not to be named.' },
    },
    {
      name: 'isSensitive',
      type: 'checkbox',
      required: true,
      defaultValue: false,
      label: { ar: 'حساس', en: 'Sensitive' },
      description: {
        ar: 'اختار المرسل أن يطلع عليه أشخاص محددون فقط.',
        en: 'The sender chose that only a few named people see it.',
      },
    },
    {
      name: 'replyChannel',
      type: 'select',
      required: true,
      options: optionsOf(replyChannels, replyChannelLabels),
      label: { ar: 'طريقة الرد', en: 'Reply by' },
      description: { ar: 'كيف يفضل المرسل أن نرد.', en: 'How the sender wants the answer.' },
    },
    languageField({
      name: 'locale',
      label: { ar: 'لغة الرد', en: 'Language' },
      description: { ar: 'اللغة التي نراسله بها.', en: 'The language we write in.' },
    }),
    {
      name: 'consentVersion',
      type: 'text',
      required: true,
      label: { ar: 'إصدار إشعار الخصوصية', en: 'Privacy notice' },
      description: { ar: 'الإصدار الذي وافق عليه.', en: 'The version that was agreed to.' },
    },
    {
      name: 'consentAt',
      type: 'date',
      required: true,
      label: { ar: 'وقت الموافقة', en: 'Agreed at' },
      description: { ar: 'متى وافق على الإشعار.', en: 'When the notice was agreed to.' },
    },
    {
      name: 'consentForm',
      type: 'select',
      required: true,
      defaultValue: 'on-form',
      options: optionsOf(consentForms, consentFormLabels),
      label: { ar: 'كيف كانت الموافقة', en: 'Agreed how' },
      description: { ar: 'في النموذج أو لموظف.', en: 'On the form, or to a member of staff.' },
    },
    {
      name: 'recordedBy',
      type: 'relationship',
      relationTo: 'users',
      label: { ar: 'سجّله', en: 'Recorded by' },
      description: {
        ar: 'الموظف الذي سجّله عن صاحب الطلب؛ فارغ لما أُرسل من الموقع.',
        en: 'The member of staff who wrote it down for the person; empty for what came by the site.',
      },
    },
    {
      name: 'receivedAt',
      type: 'date',
      required: true,
      index: true,
      label: { ar: 'وقت الوصول', en: 'Received' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
      description: { ar: 'متى وصلنا.', en: 'When it reached us.' },
    },
    {
      name: 'targetDays',
      type: 'number',
      label: { ar: 'المهلة بأيام العمل', en: 'Target in working days' },
      description: {
        ar: 'هدف الجمعية لهذا النوع يوم الوصول؛ فارغ إن لم تضع هدفًا.',
        en: 'The association’s target for this kind on the day; empty when it had set none.',
      },
    },
  ])

/** Keys by which a repetition is the same row and a secret is never stored. */
export const keyFields: Field[] = readOnlyFields([
  {
    name: 'codeHash',
    type: 'text',
    required: true,
    label: { ar: 'بصمة رمز المتابعة', en: 'Tracking code hash' },
    isHidden: true,
    description: { ar: 'لا يُحفظ الرمز نفسه.', en: 'The code itself is not stored.' },
  },
  {
    name: 'codeIssue',
    type: 'number',
    label: { ar: 'إصدار رمز المتابعة', en: 'Issue of the tracking code' },
    isHidden: true,
    description: {
      ar: 'الخطوة التي أُصدر بها رمز جديد؛ فارغ ما دام الرمز الأول.',
      en: 'The step that issued the code again; empty while it is the first one.',
    },
  },
  uniqueKey({
    name: 'submissionKey',
    label: { ar: 'مفتاح النموذج', en: 'Form key' },
    description: { ar: 'نموذج واحد، سجل واحد.', en: 'One form, one row.' },
  }),
  uniqueKey({
    name: 'dedupeKey',
    label: { ar: 'بصمة المحتوى', en: 'Content hash' },
    description: {
      ar: 'المحتوى نفسه خلال عشر دقائق سجل واحد.',
      en: 'The same content within ten minutes is one row.',
    },
  }),
  uniqueKey({
    name: 'proof',
    label: { ar: 'إثبات العمل', en: 'Proof of work' },
    description: { ar: 'لا يُستعمل الإثبات مرتين.', en: 'A proof is used once.' },
  }),
])
