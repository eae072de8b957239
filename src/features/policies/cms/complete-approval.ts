import { APIError, type CollectionBeforeChangeHook, type PayloadRequest, type ValidationFieldError } from 'payload'
import { type CompletenessError, textErrors } from '@/features/policies/domain/clauses'
import { invalid } from '@/payload/field-errors'
import type { Edition } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { localize } from '@/platform/localize'
import { asSystemWithin } from '@/platform/system-payload'
import { isPrivilegedSystemWrite } from './approved-edition'

const sayTextError = ({ code }: CompletenessError, req: PayloadRequest): string =>
  localize(
    req,
    {
      noSections: {
        ar: 'لا يُعتمد إصدار بلا نص. تُضاف أقسامه وبنوده أولًا.',
        en: 'An edition can’t be approved without a text. Add its sections and clauses first.',
      },
      noClauses: { ar: 'هذا القسم بلا بنود.', en: 'This section has no clauses.' },
      noText: {
        ar: 'نص هذا البند بالعربية فارغ، والنص العربي هو المعتمد.',
        en: 'This clause has no Arabic text, and the Arabic text is the one approved.',
      },
    }[code],
  )

/** The Arabic text of the data being saved, in whichever language the person saves. */
async function arabicSections(data: Partial<Edition>, originalDoc: Edition | undefined, req: PayloadRequest) {
  const sections = data.sections ?? []
  if (req.locale === 'ar' || !originalDoc?.id) return req.locale === 'ar' ? sections : []
  const stored = await req.payload.findByID({
    collection: 'editions',
    id: originalDoc.id,
    draft: true,
    locale: 'ar',
    fallbackLocale: false,
    depth: 0,
    ...asSystemWithin(req, 'keep-rules'),
  })
  const texts = new Map(
    stored.sections?.flatMap(({ clauses }) => (clauses ?? []).map(({ id, text: arabic }) => [id, arabic] as const)),
  )
  return sections.map((section) => ({
    ...section,
    clauses: (section.clauses ?? []).map((clause) => ({ ...clause, text: texts.get(clause.id) ?? null })),
  }))
}

/** Publishing is approval: it needs an approver, the board's decision and the complete Arabic text. */
export const refuseIncompleteApproval: CollectionBeforeChangeHook<Edition> = async ({ data, originalDoc, req }) => {
  if (data._status !== 'published' || originalDoc?._status === 'published') return data
  if (!isPrivilegedSystemWrite(req) && !hasRole(req.user, 'administrator', 'approver')) {
    throw new APIError(
      localize(req, {
        ar: 'الاعتماد والنشر لمن له صلاحية «الاعتماد».',
        en: 'Only an approver can approve and publish an edition.',
      }),
      403,
      null,
      true,
    )
  }
  const errors: Pick<ValidationFieldError, 'message' | 'path'>[] = textErrors(
    await arabicSections(data, originalDoc, req),
  ).map((error) => ({
    path: error.path,
    message: sayTextError(error, req),
  }))
  const meetingDate = data.decision?.meetingDate
  if (!meetingDate) {
    errors.push({
      path: 'decision.hijri',
      message: localize(req, {
        ar: 'لا يُعتمد إصدار بلا قرار من مجلس الإدارة. يُكتب تاريخ الجلسة.',
        en: 'An edition can’t be approved without a decision of the board. Give the date of its meeting.',
      }),
    })
  }
  if (errors.length > 0) throw invalid(req, { collection: 'editions' }, errors)
  // By default an edition is in force from its approval, unless the decision names another day.
  data.effectiveFrom ??= meetingDate ?? null
  return data
}
