import type { CollectionConfig, TextareaFieldValidation } from 'payload'
import { plainAccess } from '@/payload/rights-access'
import { localize } from '@/platform/localize'
import { plainRights } from '@/platform/rights'
import type { CaseType } from '../case-type'
import { replyPlaceholders, unknownPlaceholders } from '../domain/saved-reply'
import { mayReadCases } from '../roles'
import { limits } from '../schema'

const knownPlaceholders: TextareaFieldValidation = (value, { req }) => {
  const unknown = unknownPlaceholders(value ?? '')
  if (unknown.length === 0) return true
  const known = replyPlaceholders.map((name) => `{${name}}`).join(' ')
  const named = unknown.map((name) => `{${name}}`).join(' ')
  return localize(req, {
    ar: `لا يُعرف ما يحل محل ${named}. المعروف: ${known}`,
    en: `Nothing is known that stands for ${named}. What is known: ${known}`,
  })
}

/** Words that staff begin an answer or a question with, instead of typing them each time. */
export const savedReplies = (types: readonly CaseType[]): CollectionConfig => ({
  slug: 'saved-replies',
  labels: { singular: { ar: 'رد محفوظ', en: 'Saved reply' }, plural: { ar: 'الردود المحفوظة', en: 'Saved replies' } },
  access: { ...plainAccess(plainRights['saved-replies']), admin: ({ req }) => mayReadCases(req.user) },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'step', 'kinds', 'updatedAt'],
    listSearchableFields: ['title'],
    group: { ar: 'المستفيدون', en: 'Beneficiaries' },
    description: {
      ar: 'نصوص تُدرج في الإجابة أو السؤال بضغطة، ثم تُعدَّل قبل الإرسال.',
      en: 'Texts that are put into an answer or a question with one click, and changed before they are sent.',
    },
  },
  defaultSort: 'title',
  disableDuplicate: true,
  graphQL: false,
  fields: [
    {
      name: 'title',
      type: 'text',
      required: true,
      maxLength: 120,
      index: true,
      label: { ar: 'العنوان', en: 'Title' },
      admin: { description: { ar: 'يراه الزملاء وحدهم، في القائمة.', en: 'Only colleagues see it, in the list.' } },
    },
    {
      name: 'step',
      type: 'select',
      required: true,
      defaultValue: 'answered',
      options: [
        { value: 'answered', label: { ar: 'إجابة', en: 'An answer' } },
        { value: 'asked', label: { ar: 'سؤال لصاحب الطلب', en: 'A question to the person' } },
      ],
      label: { ar: 'يُدرج في', en: 'For' },
      admin: { description: { ar: 'أين يُعرض للإدراج.', en: 'Where it is offered.' } },
    },
    {
      name: 'kinds',
      type: 'select',
      hasMany: true,
      options: types.flatMap(({ kinds }) => Object.entries(kinds).map(([value, label]) => ({ value, label }))),
      label: { ar: 'لأي نوع', en: 'Of which kinds' },
      admin: { description: { ar: 'يُعرض لكل نوع إن تُرك فارغًا.', en: 'Offered for every kind when left empty.' } },
    },
    {
      name: 'text',
      type: 'textarea',
      localized: true,
      required: true,
      maxLength: limits.reply,
      validate: knownPlaceholders,
      label: { ar: 'النص', en: 'Text' },
      admin: {
        rows: 8,
        description: {
          ar: 'يُدرج بلغة صاحب الطلب. يحل محل {name} اسمه، و{reference} رقم المتابعة، و{service} الخدمة، و{association} اسم الجمعية.',
          en: 'Inserted in the person’s language. {name} becomes their name, {reference} the reference, {service} the service, {association} the association’s name.',
        },
      },
    },
  ],
})
