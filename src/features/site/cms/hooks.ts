import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeOperationHook } from 'payload'
import { type MediaError, publicFileType } from '@/features/site/cms/public-file'
import { hasWords } from '@/features/site/domain/rich-text'
import { invalid } from '@/payload/field-errors'
import { savingOf } from '@/payload/hold-rights'
import { inLanguage } from '@/payload/other-language'
import type { Page } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { fileName } from '@/platform/file-name'
import { type LocalizedText, localize } from '@/platform/localize'

const languages = ['ar', 'en'] as const

/** A page is published in both languages or not at all. */
export const refuseHalfTranslatedPublication: CollectionBeforeChangeHook<Page> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (data._status !== 'published' || savingOf(req, 'pages').isDraft) return data
  const current = languages.find((locale) => locale === req.locale) ?? 'ar'
  for (const locale of languages) {
    let text: Pick<Partial<Page>, 'title' | 'body'> = data
    if (locale !== current) {
      text =
        operation === 'create' || !originalDoc
          ? {}
          : await inLanguage<Page>(req, { collection: 'pages', id: originalDoc.id, locale })
    }
    if (text.title && hasWords(text.body)) continue
    const message = localize(
      req,
      locale === 'ar'
        ? { ar: 'النص العربي ناقص: يلزم عنوان ونص قبل النشر.', en: 'The Arabic is incomplete: title and text first.' }
        : {
            ar: 'النص الإنجليزي ناقص: يلزم عنوان ونص قبل النشر. يمكن الحفظ مسودةً.',
            en: 'The English is incomplete: title and text first. Saving a draft is possible.',
          },
    )
    throw invalid(req, { collection: 'pages' }, [{ path: 'body', message }])
  }
  return data
}

const errors: Record<MediaError, LocalizedText> = {
  kind: {
    ar: 'هذا النوع من الملفات غير مقبول. المقبول: صورة JPEG أو PNG أو WebP، أو PDF، أو نص.',
    en: 'This kind of file isn’t accepted. Accepted are JPEG, PNG and WebP pictures, PDF and plain text.',
  },
  mismatch: {
    ar: 'محتوى الملف لا يطابق نوعه المعلن في اسمه.',
    en: 'What the file holds doesn’t match its name.',
  },
  empty: { ar: 'الملف فارغ.', en: 'The file is empty.' },
}

/**
 * Determines the type of an upload by its content and gives it a random name: `<random>.<extension>`. The original
 * name is kept as `originalName`, for staff.
 */
export const acceptPublicFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const file = req.file
  if (!file || (operation !== 'create' && operation !== 'update')) return args
  const checked = await publicFileType(file.data, file.name)
  if (checked.status === 'refused') throw new APIError(localize(req, errors[checked.error]), 400, null, true)
  const originalName = fileName(file.name, checked.mimeType)
  req.file = { ...file, name: `${randomToken(12)}.${checked.extension}`, mimetype: checked.mimeType }
  return { ...args, data: { ...args.data, originalName } }
}
