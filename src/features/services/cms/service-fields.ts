import type { Field } from 'payload'
import { actionKindLabels, actionKinds } from '@/features/services/schema'
import { addressField, ownerDepartment, titleSortKey, updatedBy } from '@/payload/content-fields'
import { rowLabel } from '@/payload/row-label'
import { staff } from '@/platform/access'
import { audienceLabels, audiences } from '@/shared/vocabulary/audiences'
import { channelLabels, channels } from '@/shared/vocabulary/channels'
import { sentences } from './sentences'

/** What the catalogue says of a service. */
export const serviceFields: Field[] = [
  {
    name: 'missingFacts',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: '/src/features/services/panel/missing-facts#MissingFacts' },
    },
  },
  {
    name: 'title',
    type: 'text',
    localized: true,
    required: true,
    maxLength: 120,
    label: { ar: 'اسم الخدمة', en: 'Title' },
    admin: { description: { ar: 'مصدر، مثل «التسجيل».', en: 'What it is called.' } },
  },
  {
    name: 'need',
    type: 'text',
    localized: true,
    required: true,
    maxLength: 120,
    label: { ar: 'الحاجة', en: 'Need' },
    admin: {
      description: {
        ar: 'كما يقولها صاحبها: «أريد …». تظهر في الصفحة الأولى.',
        en: 'As the person would say it: “I want …”. Shown on the home page.',
      },
    },
  },
  {
    name: 'summary',
    type: 'textarea',
    localized: true,
    required: true,
    maxLength: 300,
    label: { ar: 'الخلاصة', en: 'Summary' },
    admin: { description: { ar: 'جملة أو جملتان.', en: 'One or two sentences.' } },
  },
  {
    name: 'keywords',
    type: 'textarea',
    localized: true,
    maxLength: 400,
    label: { ar: 'كلمات للبحث', en: 'Search words' },
    // The site doesn't show them.
    access: { read: staff },
    admin: {
      description: {
        ar: 'كلمات يطلب بها الناس هذه الخدمة وليست في نصها. لا تظهر في الموقع.',
        en: 'Words people look for this service by that its text doesn’t hold. Not shown on the site.',
      },
    },
  },
  {
    name: 'audiences',
    type: 'select',
    hasMany: true,
    required: true,
    options: audiences.map((value) => ({ value, label: audienceLabels[value] })),
    label: { ar: 'لمن', en: 'For whom' },
    admin: { description: { ar: 'من يستفيد من الخدمة.', en: 'Who the service is for.' } },
  },
  sentences(
    'eligibility',
    { ar: 'الشروط', en: 'Eligibility' },
    { ar: 'شرط', en: 'Condition' },
    { ar: 'من تناسبه هذه الخدمة.', en: 'Whom this service suits.' },
  ),
  sentences(
    'documents',
    { ar: 'الأوراق المطلوبة', en: 'Required documents' },
    { ar: 'ورقة', en: 'Document' },
    { ar: 'ما تطلبه الجمعية فعلًا، لا أكثر.', en: 'What the association really asks for, no more.' },
  ),
  {
    name: 'steps',
    type: 'array',
    label: { ar: 'الخطوات', en: 'Steps' },
    labels: { singular: { ar: 'خطوة', en: 'Step' }, plural: { ar: 'الخطوات', en: 'Steps' } },
    admin: {
      initCollapsed: true,
      description: { ar: 'ما يحدث بالترتيب.', en: 'What happens, in order.' },
      components: { RowLabel: rowLabel({ shows: ['title'], empty: { ar: 'خطوة', en: 'Step' } }) },
    },
    fields: [
      {
        name: 'title',
        type: 'text',
        localized: true,
        required: true,
        maxLength: 120,
        label: { ar: 'الخطوة', en: 'Step' },
        admin: { description: { ar: 'كلمات قليلة.', en: 'A few words.' } },
      },
      {
        name: 'detail',
        type: 'textarea',
        localized: true,
        maxLength: 300,
        label: { ar: 'شرحها', en: 'Detail' },
        admin: { description: { ar: 'إن احتاجت إلى شرح.', en: 'Where it needs one.' } },
      },
    ],
  },
  {
    name: 'channels',
    type: 'array',
    label: { ar: 'أين ومتى', en: 'Where and when' },
    labels: { singular: { ar: 'قناة', en: 'Channel' }, plural: { ar: 'قنوات', en: 'Channels' } },
    admin: {
      initCollapsed: true,
      description: {
        ar: 'القنوات التي تُقدَّم بها الخدمة، وأوقات كل منها.',
        en: 'Channels through which the service is given, and the hours of each.',
      },
      components: {
        RowLabel: rowLabel({
          shows: ['channel', 'hours'],
          names: channelLabels,
          empty: { ar: 'قناة', en: 'Channel' },
        }),
      },
    },
    fields: [
      {
        name: 'channel',
        type: 'select',
        required: true,
        options: channels.map((value) => ({ value, label: channelLabels[value] })),
        label: { ar: 'القناة', en: 'Channel' },
        admin: { description: { ar: 'من قنوات السياسة الخمس.', en: 'One of the policy’s five.' } },
      },
      {
        name: 'hours',
        type: 'text',
        localized: true,
        maxLength: 160,
        label: { ar: 'الأوقات', en: 'Hours' },
        admin: { description: { ar: 'تُترك فارغة إن لم تُحدد.', en: 'Leave empty if not set.' } },
      },
    ],
  },
  {
    name: 'fee',
    type: 'text',
    localized: true,
    maxLength: 160,
    label: { ar: 'الرسوم', en: 'Fee' },
    admin: { description: { ar: 'بالكلمات، مثل «بلا رسوم».', en: 'In words, such as “no fee”.' } },
  },
  {
    name: 'promisedWorkingDays',
    type: 'number',
    min: 1,
    max: 365,
    label: { ar: 'المدة الموعودة', en: 'Promised duration' },
    admin: {
      step: 1,
      description: {
        ar: 'أيام عمل تعد بها الجمعية، من عندها لا من السياسة.',
        en: 'Working days the association promises: its own setting, not the policy’s.',
      },
    },
  },
  {
    name: 'clauses',
    type: 'array',
    label: { ar: 'البنود التي تستند إليها', en: 'Clauses it is based on' },
    labels: { singular: { ar: 'بند', en: 'Clause' }, plural: { ar: 'بنود', en: 'Clauses' } },
    admin: {
      initCollapsed: true,
      description: { ar: 'أين تعد السياسة بهذه الخدمة.', en: 'Where the policy promises this service.' },
      components: { RowLabel: rowLabel({ shows: ['anchor'], empty: { ar: 'بند', en: 'Clause' } }) },
    },
    fields: [
      {
        name: 'policy',
        type: 'relationship',
        relationTo: 'policies',
        required: true,
        label: { ar: 'السياسة', en: 'Policy' },
        admin: { description: { ar: 'السياسة التي فيها البند.', en: 'The policy it stands in.' } },
      },
      {
        name: 'anchor',
        type: 'text',
        required: true,
        label: { ar: 'البند', en: 'Clause' },
        admin: { description: { ar: 'معرّفه، مثل dealing-1.', en: 'Its id, such as dealing-1.' } },
      },
    ],
  },
  {
    name: 'action',
    type: 'group',
    label: { ar: 'الزر الأول', en: 'Primary action' },
    admin: { description: { ar: 'ما يُبدأ به في صفحة الخدمة.', en: 'What the service page starts with.' } },
    fields: [
      {
        name: 'kind',
        type: 'select',
        required: true,
        defaultValue: 'ask',
        options: actionKinds.map((value) => ({ value, label: actionKindLabels[value] })),
        label: { ar: 'إلى أين', en: 'Leads to' },
        admin: { description: { ar: 'النموذج أو الرابط.', en: 'The form or the link.' } },
      },
      {
        name: 'label',
        type: 'text',
        localized: true,
        required: true,
        maxLength: 60,
        label: { ar: 'نص الزر', en: 'Label' },
        admin: { description: { ar: 'مصدر، مثل «طرح سؤال».', en: 'A verb, such as “Ask a question”.' } },
      },
      {
        name: 'url',
        type: 'text',
        maxLength: 500,
        label: { ar: 'الرابط', en: 'Address' },
        admin: {
          condition: (_, siblingData) => siblingData?.kind === 'link',
          description: { ar: 'يبدأ بـ https://‎ أو /.', en: 'Starts with https:// or /.' },
        },
        validate: (value: unknown, { siblingData, req }: UrlOptions) =>
          siblingData.kind !== 'link' ||
          (typeof value === 'string' && /^(https:\/\/|\/(?!\/))/.test(value)) ||
          (req.i18n?.language === 'en' ? 'Start with https:// or /.' : 'يبدأ الرابط بـ https://‎ أو /.'),
      },
    ],
  },
  addressField,
  ownerDepartment,
  {
    name: 'order',
    type: 'number',
    required: true,
    defaultValue: 100,
    index: true,
    label: { ar: 'الترتيب', en: 'Order' },
    admin: {
      position: 'sidebar',
      step: 1,
      description: { ar: 'الأصغر يظهر أولًا.', en: 'Smaller comes first in lists.' },
    },
  },
  {
    name: 'verifiedOn',
    type: 'date',
    label: { ar: 'روجعت في', en: 'Last verified on' },
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayOnly', displayFormat: 'd/M/yyyy' },
      description: {
        ar: 'متى تأكد القسم من صحة هذه الصفحة؟',
        en: 'When did the department last check this page?',
      },
    },
  },
  titleSortKey,
  updatedBy,
]

interface UrlOptions {
  siblingData: { kind?: string }
  req: { i18n?: { language?: string } }
}
