import type { Condition, Field } from 'payload'
import type { LocalizedText } from '@/platform/localize'
import { optionsOf } from '@/shared/vocabulary/label'
import { questionKinds } from '../domain/definition'
import { questionKindLabels } from './labels'

const isScale: Condition = (_, row) => row?.kind === 'scale'
const isChoice: Condition = (_, row) => row?.kind === 'single-choice' || row?.kind === 'multiple-choice'

/**
 * The fields of a question, in both languages. Fields of one kind are shown for that kind only.
 * @param own what a question has besides, where answers are asked for that purpose
 */
export const questionFields = ({
  requiredHelp,
  own = [],
}: {
  requiredHelp: LocalizedText
  own?: readonly Field[]
}): Field[] => [
  {
    type: 'row',
    fields: [
      {
        name: 'kind',
        type: 'select',
        required: true,
        defaultValue: 'scale',
        options: optionsOf(questionKinds, questionKindLabels),
        label: { ar: 'نوع السؤال', en: 'Kind' },
        admin: { description: { ar: 'كيف يُجاب عنه.', en: 'How it is answered.' } },
      },
      {
        name: 'isRequired',
        type: 'checkbox',
        defaultValue: false,
        label: { ar: 'إجابة مطلوبة', en: 'Must be answered' },
        admin: {
          description: requiredHelp,
        },
      },
    ],
  },
  {
    name: 'text',
    type: 'text',
    localized: true,
    required: true,
    maxLength: 300,
    label: { ar: 'السؤال', en: 'Question' },
    admin: {
      description: {
        ar: 'جملة قصيرة بكلام سهل، لا تخاطب مذكرًا ولا مؤنثًا.',
        en: 'One short sentence in plain words.',
      },
    },
  },
  {
    name: 'help',
    type: 'text',
    localized: true,
    maxLength: 300,
    label: { ar: 'شرح', en: 'Help' },
    admin: { description: { ar: 'سطر تحت السؤال، إن احتاج إليه.', en: 'A line under the question, if it needs one.' } },
  },
  {
    type: 'row',
    admin: { condition: isScale },
    fields: [
      {
        name: 'lowLabel',
        type: 'text',
        localized: true,
        required: true,
        maxLength: 60,
        label: { ar: 'معنى الدرجة 1', en: 'What 1 means' },
        admin: {
          condition: isScale,
          description: { ar: 'مثل: لا أوافق أبدًا.', en: 'For example: strongly disagree.' },
        },
      },
      {
        name: 'highLabel',
        type: 'text',
        localized: true,
        required: true,
        maxLength: 60,
        label: { ar: 'معنى الدرجة 5', en: 'What 5 means' },
        admin: {
          condition: isScale,
          description: { ar: 'مثل: أوافق تمامًا.', en: 'For example: strongly agree.' },
        },
      },
    ],
  },
  {
    name: 'hasNotApplicable',
    type: 'checkbox',
    defaultValue: true,
    label: { ar: 'مع خيار «لا ينطبق»', en: 'Offer "does not apply"' },
    admin: {
      condition: isScale,
      description: { ar: 'لا يدخل هذا الخيار في المتوسط.', en: 'It does not count in the mean.' },
    },
  },
  {
    name: 'options',
    type: 'array',
    minRows: 2,
    maxRows: 12,
    labels: { singular: { ar: 'خيار', en: 'Option' }, plural: { ar: 'الخيارات', en: 'Options' } },
    label: { ar: 'الخيارات', en: 'Options' },
    admin: {
      condition: isChoice,
      initCollapsed: false,
      description: { ar: 'بترتيب ظهورها.', en: 'In the order in which they are shown.' },
      components: { RowLabel: { path: '@/shared/forms/panel/row-labels#OptionRowLabel' } },
    },
    fields: [
      {
        name: 'label',
        type: 'text',
        localized: true,
        required: true,
        maxLength: 120,
        label: { ar: 'الخيار', en: 'Option' },
        admin: { description: { ar: 'كما يقرؤه الناس.', en: 'As people read it.' } },
      },
      {
        name: 'key',
        type: 'text',
        label: { ar: 'الرمز', en: 'Key' },
        admin: {
          hidden: true,
          description: { ar: 'ثابت في كل لغة وجولة.', en: 'The same in every language and round.' },
        },
      },
    ],
  },
  ...own,
  {
    name: 'key',
    type: 'text',
    label: { ar: 'الرمز', en: 'Key' },
    admin: {
      hidden: true,
      description: {
        ar: 'ثابت في كل لغة وجولة، وبه تُحفظ الإجابات.',
        en: 'The same in every language and round; answers refer to it.',
      },
    },
  },
]
