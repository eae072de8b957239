import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload'
import { invalid } from '@/payload/field-errors'
import { savingOf } from '@/payload/hold-rights'
import { inLanguage } from '@/payload/other-language'
import type { Survey } from '@/payload-types'
import { asSystemWithin } from '@/platform/system-payload'
import { withQuestionKeys } from '@/shared/forms/cms/question-keys'
import { asksTheSame } from '@/shared/forms/domain/freezing'
import { inOtherLanguage } from '@/shared/forms/domain/languages'
import { type MissingWords, missingWords } from '../domain/languages'

const inPanelLanguage = (req: PayloadRequest, words: { ar: string; en: string }) =>
  req.i18n.language === 'en' ? words.en : words.ar

const refuse = (req: PayloadRequest, path: string, words: { ar: string; en: string }) =>
  invalid(req, { collection: 'surveys' }, [{ path, message: inPanelLanguage(req, words) }])

async function hasResponses(req: PayloadRequest, survey: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'survey-responses',
    where: { survey: { equals: survey } },
    ...asSystemWithin(req, 'read-survey'),
  })
  return totalDocs > 0
}

export const fillKeys: CollectionBeforeValidateHook<Survey> = ({ data }) => {
  if (!data?.questions) return data
  return { ...data, questions: withQuestionKeys(data.questions) }
}

/**
 * Keeps the questions of an answered survey. Compares with the published version, because a draft may have been
 * changed before the first response came.
 */
export const keepWhatWasAnswered: CollectionBeforeChangeHook<Survey> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  if (!(await hasResponses(req, originalDoc.id))) return data
  // Hooks receive a restored version in one language only, so the other can't be compared.
  if (req.context.isRestoringVersion) {
    throw refuse(req, 'questions', {
      ar: 'وصلت إجابات عن هذه الاستبانة، فلا تُستعاد نسخة سابقة منها. للتغيير تُنسخ جولة تالية.',
      en: 'This survey has answers, so an earlier version can’t be restored. To change it, copy it as the next round.',
    })
  }
  const stored = await req.payload.findByID({
    collection: 'surveys',
    id: originalDoc.id,
    depth: 0,
    draft: false,
    locale: req.locale === 'en' || req.locale === 'all' ? req.locale : 'ar',
    fallbackLocale: false,
    ...asSystemWithin(req, 'read-survey'),
  })
  if ((data.slug ?? stored.slug) !== stored.slug || (data.round ?? stored.round) !== stored.round) {
    throw refuse(req, 'slug', {
      ar: 'وصلت إجابات عن هذه الاستبانة، فلا يتغير رمزها ولا جولتها.',
      en: 'This survey has answers: its slug and round stay as they are.',
    })
  }
  if (!asksTheSame(stored.questions ?? [], data.questions ?? [])) {
    throw refuse(req, 'questions', {
      ar: 'وصلت إجابات عن هذه الاستبانة، فلا تتغير أسئلتها حتى يبقى لكل إجابة سؤالها. للتغيير تُنسخ جولة تالية.',
      en: 'This survey has answers, so its questions stay as they were asked. To change them, copy it as the next round.',
    })
  }
  return data
}

const missingText = (missing: MissingWords, language: 'ar' | 'en') => {
  if (missing.part === 'title') return language === 'ar' ? 'العنوان' : 'the title'
  if (missing.part === 'introduction') return language === 'ar' ? 'المقدمة' : 'the introduction'
  return language === 'ar' ? `السؤال ${missing.question}` : `question ${missing.question}`
}

/** A survey is published in both languages or in none. */
export const completeInBothLanguages: CollectionBeforeChangeHook<Survey> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (data._status !== 'published' || savingOf(req, 'surveys').isDraft) return data
  if (req.locale !== 'ar' && req.locale !== 'en') return data
  const other = req.locale === 'ar' ? 'en' : 'ar'
  const inOther =
    operation === 'update' && originalDoc
      ? await inLanguage<Survey>(req, { collection: 'surveys', id: originalDoc.id, locale: other })
      : null
  const questions = inOtherLanguage(data.questions ?? [], inOther?.questions ?? [])
  const missing = missingWords({ title: inOther?.title, introduction: inOther?.introduction, questions })
  const [first] = missing
  if (!first) return data
  const list = (language: 'ar' | 'en') =>
    missing.map((one) => missingText(one, language)).join(language === 'ar' ? '، ' : ', ')
  const path = first.part === 'question' ? 'questions' : first.part
  throw refuse(req, path, {
    ar: `تُنشر الاستبانة باللغتين معًا، وينقصها بالأخرى (${other === 'ar' ? 'العربية' : 'الإنجليزية'}): ${list('ar')}. تُحفظ مسودة، ثم تُكمل باللغة الأخرى وتُنشر.`,
    en: `A survey is published in both languages. Missing in ${other === 'ar' ? 'Arabic' : 'English'}: ${list('en')}. Save a draft, complete the other language, then publish.`,
  })
}

export const refuseDeletingAnswers: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!(await hasResponses(req, String(id)))) return
  throw new APIError(
    inPanelLanguage(req, {
      ar: 'وصلت إجابات عن هذه الاستبانة، فلا تُحذف. يمكن إغلاقها.',
      en: 'This survey has answers and is not deleted. It can be closed.',
    }),
    409,
    null,
    true,
  )
}

/** For the panel, instead of a command that must fail. */
export const whyVersionsStay = async ({ id, req }: { id: string; req: PayloadRequest }) =>
  (await hasResponses(req, id))
    ? {
        ar: 'وصلت إجابات على هذه الاستبانة، فلا تُستعاد نسخة سابقة منها.',
        en: 'This survey has answers: no earlier version is restored.',
      }
    : null
