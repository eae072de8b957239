import type { CollectionConfig } from 'payload'
import { drafts, type ListView, listViews } from '@/payload/list-views'
import { documentAccess } from '@/payload/rights-access'
import { viewOnSite } from '@/payload/site-address'
import { hasRole, staff } from '@/platform/access'
import { env } from '@/platform/env'
import { bumpRevisionAfterChange, bumpRevisionAfterDelete } from '@/platform/revision'
import { optionsOf } from '@/shared/vocabulary/label'
import { resultsReaders } from '../domain/readers'
import { audiences } from '../domain/survey'
import { audienceLabels } from './labels'
import { surveyQuestionFields } from './question-fields'
import {
  completeInBothLanguages,
  fillKeys,
  keepWhatWasAnswered,
  refuseDeletingAnswers,
  whyVersionsStay,
} from './survey-hooks'

const isPublished = { _status: { equals: 'published' } }

/**
 * Views by date, as in `server/queries.ts`: without an opening date a survey is open from publication, without a
 * closing date it never closes.
 */
const byDates: readonly ListView[] = [
  {
    label: { ar: 'مفتوحة', en: 'Open' },
    where: (now) => ({
      and: [
        isPublished,
        { or: [{ opensAt: { exists: false } }, { opensAt: { less_than_equal: now.toISOString() } }] },
        { or: [{ closesAt: { exists: false } }, { closesAt: { greater_than: now.toISOString() } }] },
      ],
    }),
  },
  {
    label: { ar: 'لم تُفتح بعد', en: 'Not open yet' },
    where: (now) => ({ and: [isPublished, { opensAt: { greater_than: now.toISOString() } }] }),
  },
  {
    label: { ar: 'مغلقة', en: 'Closed' },
    where: (now) => ({ and: [isPublished, { closesAt: { less_than_equal: now.toISOString() } }] }),
  },
  drafts,
]

/** The questions for beneficiaries. A survey with responses keeps its questions; changes make a next round. */
export const Surveys: CollectionConfig = {
  slug: 'surveys',
  labels: { singular: { ar: 'استبانة', en: 'Survey' }, plural: { ar: 'الاستبانات', en: 'Surveys' } },
  access: { ...documentAccess('surveys'), admin: staff },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'round', 'audiences', 'opensAt', 'closesAt', '_status'],
    listSearchableFields: ['title', 'introduction', 'slug'],
    group: { ar: 'رأي المستفيدين', en: 'Feedback' },
    preview: (doc, { locale }) =>
      `${env().siteUrl}/${locale === 'en' ? 'en' : 'ar'}/evaluate/preview/${String(doc.id)}`,
    components: {
      edit: { beforeDocumentControls: [viewOnSite('/evaluate')] },
      beforeListTable: listViews(byDates),
      views: {
        edit: {
          results: {
            Component: '@/features/surveys/panel/results-view#ResultsView',
            path: '/results',
            tab: {
              href: '/results',
              label: ({ t }) => t('surveys:results'),
              condition: ({ req }) => hasRole(req.user, ...resultsReaders),
            },
          },
        },
      },
    },
    description: {
      ar: 'تقييم الخدمة حق للمستفيد (من الممارسات). ما وصلته إجابات لا تتغير أسئلته، بل تُنسخ جولة تالية.',
      en: 'Evaluation is the beneficiary’s right (from the practices). What has answers keeps its questions; copy it as the next round.',
    },
  },
  defaultSort: ['slug', '-round'],
  // A duplicate would share question keys; "next round" copies instead.
  disableDuplicate: true,
  custom: { keepsVersions: whyVersionsStay },
  graphQL: false,
  versions: { drafts: true, maxPerDoc: 0 },
  hooks: {
    beforeValidate: [fillKeys],
    beforeChange: [keepWhatWasAnswered, completeInBothLanguages],
    afterChange: [bumpRevisionAfterChange],
    beforeDelete: [refuseDeletingAnswers],
    afterDelete: [bumpRevisionAfterDelete],
  },
  indexes: [{ fields: ['slug', 'round'], unique: true }],
  fields: [
    {
      name: 'answeredNotice',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '@/features/surveys/panel/answered-notice#AnsweredNotice' },
      },
    },
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      maxLength: 120,
      label: { ar: 'العنوان', en: 'Title' },
      admin: {
        description: {
          ar: 'عنوان الصفحة، مثل: كيف خدمناكم؟',
          en: 'The page’s heading, such as: How did we serve you?',
        },
      },
    },
    {
      name: 'introduction',
      type: 'textarea',
      localized: true,
      required: true,
      maxLength: 600,
      label: { ar: 'المقدمة', en: 'Introduction' },
      admin: {
        description: {
          ar: 'كم سؤالًا، وكم يستغرق، وما الذي نفعله بالإجابات.',
          en: 'How many questions, how long it takes, and what becomes of the answers.',
        },
      },
    },
    {
      name: 'questions',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 30,
      labels: { singular: { ar: 'سؤال', en: 'Question' }, plural: { ar: 'الأسئلة', en: 'Questions' } },
      label: { ar: 'الأسئلة', en: 'Questions' },
      admin: {
        description: {
          ar: 'بترتيب ظهورها. تُكتب بلغة ثم تُكمل بالأخرى من أعلى الصفحة.',
          en: 'In the order in which they are asked. Write them in one language, then complete the other from the top of the page.',
        },
        components: { RowLabel: { path: '@/shared/forms/panel/row-labels#QuestionRowLabel' } },
      },
      fields: surveyQuestionFields,
    },
    {
      name: 'hasContact',
      type: 'checkbox',
      defaultValue: false,
      label: { ar: 'سؤال عن وسيلة تواصل', en: 'Ask for a contact' },
      admin: {
        description: {
          ar: 'يُعرض في آخر النموذج لمن يود أن نعود إليه، وهو اختياري دائمًا ويُحفظ مشفرًا.',
          en: 'Offered at the end to people who want to hear from us. Always optional, stored encrypted.',
        },
      },
    },
    {
      name: 'slug',
      type: 'text',
      required: true,
      index: true,
      maxLength: 60,
      validate: (value: string | null | undefined) => /^[a-z][a-z0-9-]*$/.test(value ?? '') || 'a-z, 0-9, -',
      label: { ar: 'الرمز', en: 'Slug' },
      admin: {
        position: 'sidebar',
        description: {
          ar: 'اسم قصير بأحرف لاتينية، تشترك فيه جولات الاستبانة.',
          en: 'A short name that all rounds of the survey share.',
        },
      },
    },
    {
      name: 'round',
      type: 'number',
      required: true,
      defaultValue: 1,
      min: 1,
      label: { ar: 'الجولة', en: 'Round' },
      admin: {
        position: 'sidebar',
        readOnly: true,
        description: {
          ar: 'تزيد عند نسخ الاستبانة جولة تالية.',
          en: 'Rises when the survey is copied as the next round.',
        },
      },
    },
    {
      name: 'audiences',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: [...audiences],
      options: optionsOf(audiences, audienceLabels),
      label: { ar: 'لمن تُعرض', en: 'Audience' },
      admin: {
        position: 'sidebar',
        description: {
          ar: 'إن كان لجمهور واحد أكثر من استبانة مفتوحة عُرض أحدثها فتحًا.',
          en: 'Where an audience has more than one open survey, the one opened last is shown.',
        },
      },
    },
    {
      name: 'opensAt',
      type: 'date',
      label: { ar: 'تُفتح', en: 'Opens' },
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        description: { ar: 'فارغ: من وقت النشر.', en: 'Empty: as soon as it is published.' },
      },
    },
    {
      name: 'closesAt',
      type: 'date',
      label: { ar: 'تُغلق', en: 'Closes' },
      validate: (value: Date | string | null | undefined, { siblingData, req }) => {
        const { opensAt } = siblingData as { opensAt?: string | null }
        if (!value || !opensAt || new Date(value) > new Date(opensAt)) return true
        return req.i18n.language === 'en' ? 'It must close after it opens.' : 'موعد الإغلاق قبل موعد الفتح.'
      },
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        description: { ar: 'فارغ: تبقى مفتوحة.', en: 'Empty: it stays open.' },
      },
    },
  ],
}
