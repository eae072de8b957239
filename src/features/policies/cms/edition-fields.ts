import type { Field } from 'payload'
import { sectionKindLabels, sectionKinds } from '@/features/policies/schema'
import { rowLabel } from '@/payload/row-label'
import { typedDay, weekdayNames, weekdayOf, weekdays } from '@/platform/calendar'
import { validateDecisionDay, validateWeekday } from './decision-dates'

/** Derived from the stored instant for display; typed values are stored by `reconcileMeetingDay`. */
const derived =
  (show: (meetingDate: Date) => string) =>
  ({ siblingData, value }: { siblingData: Record<string, unknown>; value?: unknown }) =>
    siblingData.meetingDate ? show(new Date(String(siblingData.meetingDate))) : (value ?? null)

/** Payload makes virtual fields read-only by default; editors type into these. */
const typed = { width: '33%', readOnly: false } as const

export const sections: Field = {
  name: 'sections',
  type: 'array',
  label: { ar: 'نص السياسة', en: 'The text' },
  labels: { singular: { ar: 'قسم', en: 'Section' }, plural: { ar: 'أقسام', en: 'Sections' } },
  admin: {
    initCollapsed: true,
    components: { RowLabel: '/src/features/policies/panel/row-labels#SectionRowLabel' },
    description: {
      ar: 'الأقسام والبنود بترتيبها. النص العربي هو المعتمد، والإنجليزي ترجمة للتيسير.',
      en: 'Sections and clauses in their order. The Arabic text is the one approved; English is a courtesy translation.',
    },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          required: true,
          options: sectionKinds.map((value) => ({ value, label: sectionKindLabels[value] })),
          label: { ar: 'نوع القسم', en: 'Kind' },
          admin: {
            width: '50%',
            description: { ar: 'تُشتق منه معرّفات البنود.', en: 'Names the ids of its clauses.' },
          },
        },
        {
          name: 'anchor',
          type: 'text',
          label: { ar: 'المعرّف', en: 'Id' },
          admin: {
            width: '50%',
            readOnly: true,
            description: {
              ar: 'يُعطى عند الحفظ ولا يتغير، ليبقى الرابط صحيحًا.',
              en: 'Given when saved and kept, so that links stay right.',
            },
          },
        },
      ],
    },
    {
      name: 'heading',
      type: 'text',
      localized: true,
      label: { ar: 'عنوان القسم', en: 'Heading' },
      admin: {
        description: {
          ar: 'كما في الوثيقة. يُترك فارغًا إن لم يكن للقسم عنوان فيها.',
          en: 'As in the document. Leave empty where it prints none.',
        },
      },
    },
    {
      name: 'clauses',
      type: 'array',
      label: { ar: 'البنود', en: 'Clauses' },
      labels: { singular: { ar: 'بند', en: 'Clause' }, plural: { ar: 'بنود', en: 'Clauses' } },
      admin: {
        initCollapsed: true,
        components: { RowLabel: '/src/features/policies/panel/row-labels#ClauseRowLabel' },
        description: { ar: 'لكل بند رابط.', en: 'Each clause has its own link.' },
      },
      fields: [
        {
          name: 'text',
          type: 'textarea',
          localized: true,
          label: { ar: 'نص البند', en: 'Text' },
          admin: {
            rows: 5,
            description: { ar: 'كلمة بكلمة كما اعتُمد.', en: 'Word for word as approved.' },
          },
        },
        {
          type: 'row',
          fields: [
            {
              name: 'number',
              type: 'text',
              maxLength: 10,
              label: { ar: 'رقمه في الوثيقة', en: 'Number in the document' },
              admin: {
                width: '50%',
                description: {
                  ar: 'كما طُبع. ويرقّم الموقع البنود بمواضعها، مثل 6.3.',
                  en: 'As printed. The site numbers clauses by their place, such as 6.3.',
                },
              },
            },
            {
              name: 'anchor',
              type: 'text',
              label: { ar: 'المعرّف', en: 'Id' },
              admin: {
                width: '50%',
                readOnly: true,
                description: { ar: 'يُعطى عند الحفظ ولا يتغير.', en: 'Given when saved and kept.' },
              },
            },
          ],
        },
        {
          name: 'doubts',
          type: 'array',
          label: { ar: 'كلمات مشكوك في قراءتها', en: 'Doubtful readings' },
          labels: { singular: { ar: 'كلمة', en: 'Word' }, plural: { ar: 'كلمات', en: 'Words' } },
          admin: {
            initCollapsed: true,
            description: {
              ar: 'تبقى كما جاءت وتُعلَّم في الموقع حتى تُراجع على الأصل.',
              en: 'Kept as they came and marked on the site until checked against the original.',
            },
            components: { RowLabel: rowLabel({ shows: ['word'], empty: { ar: 'كلمة', en: 'Word' } }) },
          },
          fields: [
            {
              name: 'word',
              type: 'text',
              required: true,
              label: { ar: 'الكلمة كما جاءت', en: 'Word as it came' },
              admin: { description: { ar: 'كما هي في نص البند.', en: 'As it stands in the Arabic text.' } },
            },
            {
              name: 'suggestion',
              type: 'text',
              required: true,
              label: { ar: 'لعلها', en: 'Perhaps meant' },
              admin: { description: { ar: 'القراءة المرجّحة.', en: 'The likely reading.' } },
            },
          ],
        },
      ],
    },
  ],
}

export const decision: Field = {
  name: 'decision',
  type: 'group',
  label: { ar: 'قرار مجلس الإدارة', en: 'Decision of the board' },
  admin: {
    description: {
      ar: 'يكفي تاريخ واحد، ويُشتق الباقي. وإن كُتبت الثلاثة واختلفت لم يُحفظ الإصدار.',
      en: 'One date is enough; the rest is derived. If all three are given and disagree, the edition is not saved.',
    },
  },
  fields: [
    {
      name: 'meetingDate',
      type: 'date',
      index: true,
      label: { ar: 'تاريخ الجلسة', en: 'Meeting date' },
      admin: {
        hidden: true,
        description: { ar: 'اللحظة المخزّنة وحدها.', en: 'The one instant that is stored.' },
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'weekday',
          type: 'select',
          virtual: true,
          options: weekdays.map((value) => ({ value, label: weekdayNames[value] })),
          validate: validateWeekday,
          label: { ar: 'اليوم', en: 'Weekday' },
          hooks: { afterRead: [derived(weekdayOf)] },
          admin: {
            ...typed,
            description: { ar: 'للتحقق من التاريخ.', en: 'A check on the date.' },
          },
        },
        {
          name: 'hijri',
          type: 'text',
          virtual: true,
          maxLength: 120,
          validate: validateDecisionDay('hijri'),
          label: { ar: 'التاريخ الهجري', en: 'Hijri date' },
          hooks: { afterRead: [derived((date) => typedDay(date, 'hijri'))] },
          admin: {
            ...typed,
            description: {
              ar: 'أم القرى، مثل 13/7/1442 أو 13 رجب 1442. قبل 1420هـ وبعد 1450هـ قد يختلف المطبوع عن المحسوب بيوم أو يومين، فيُكتب الميلادي أيضًا وهو المعتمد.',
              en: 'Umm al-Qura, such as 13/7/1442 or 13 Rajab 1442. Before 1420 and after 1450 a printed date may differ by a day or two from the computed one: give the Gregorian date too, which then counts.',
            },
          },
        },
        {
          name: 'gregorian',
          type: 'text',
          virtual: true,
          maxLength: 120,
          validate: validateDecisionDay('gregorian'),
          label: { ar: 'التاريخ الميلادي', en: 'Gregorian date' },
          hooks: { afterRead: [derived((date) => typedDay(date, 'gregorian'))] },
          admin: {
            ...typed,
            description: { ar: 'مثل 25/2/2021 أو 25 فبراير 2021.', en: 'Such as 25/2/2021 or 25 February 2021.' },
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'session',
          type: 'text',
          localized: true,
          maxLength: 120,
          label: { ar: 'الجلسة', en: 'Session' },
          admin: {
            width: '50%',
            description: { ar: 'رقمها أو اسمها إن ذُكر.', en: 'Its number or name, where given.' },
          },
        },
        {
          name: 'resolution',
          type: 'text',
          maxLength: 60,
          label: { ar: 'رقم القرار', en: 'Resolution number' },
          admin: {
            width: '50%',
            description: { ar: 'يُترك فارغًا إن لم يُذكر.', en: 'Leave empty where none is given.' },
          },
        },
      ],
    },
  ],
}

export const errata: Field = {
  name: 'errata',
  type: 'array',
  label: { ar: 'ما صُحِّح من المسح', en: 'Errata of the scan' },
  labels: { singular: { ar: 'تصحيح', en: 'Erratum' }, plural: { ar: 'تصحيحات', en: 'Errata' } },
  admin: {
    initCollapsed: true,
    components: { RowLabel: '/src/features/policies/panel/row-labels#ErratumRowLabel' },
    description: {
      ar: 'أخطاء قراءة الماسح التي أُصلحت قبل النشر، وتظهر للقراء.',
      en: 'The scanner’s misreadings that were corrected before publishing; readers see them.',
    },
  },
  fields: [
    {
      name: 'anchor',
      type: 'text',
      required: true,
      label: { ar: 'البند', en: 'Clause' },
      admin: { description: { ar: 'معرّف البند أو القسم.', en: 'Id of the clause or section.' } },
    },
    {
      name: 'scanned',
      type: 'text',
      required: true,
      label: { ar: 'قرأها الماسح', en: 'Scanned' },
      admin: { description: { ar: 'كما في ملف الماسح.', en: 'As in the scanner’s file.' } },
    },
    {
      name: 'published',
      type: 'text',
      required: true,
      label: { ar: 'نُشرت', en: 'Published' },
      admin: { description: { ar: 'كما في النص المنشور.', en: 'As in the published text.' } },
    },
  ],
}
