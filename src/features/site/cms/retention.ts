import {
  APIError,
  type Endpoint,
  type Field,
  Forbidden,
  type GlobalBeforeValidateHook,
  type NumberFieldSingleValidation,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { number } from 'payload/shared'
import { type ErasedNow, erasedNowPath, isShorter, type Months } from '@/features/site/domain/retention'
import type { Association } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { monthsBefore } from '@/platform/calendar'
import { type LocalizedText, localize } from '@/platform/localize'
import { globalRights } from '@/platform/rights'
import { asSystemWithin, systemReasonOf } from '@/platform/system-payload'

/**
 * How long texts are kept. A shorter period erases for good, so it must be confirmed with the number of records that
 * it erases now; a missing or outdated number is refused.
 */

const mayChange = globalRights.association.fields.retentionMonths
const MAX_MONTHS = 240

/** Records that are erased after the period, counted by their own feature. */
export interface Erasable {
  name: LocalizedText
  /** How many would be erased now with `until` as the limit. */
  count: (payload: Payload, until: Date) => Promise<number>
}

const isMonths = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_MONTHS

async function erasedNow(payload: Payload, erasables: readonly Erasable[], months: number): Promise<ErasedNow> {
  const until = monthsBefore(new Date(), months)
  const parts = await Promise.all(
    erasables.map(async ({ count, name }) => ({ ...name, count: await count(payload, until) })),
  )
  return { until: until.toISOString(), total: parts.reduce((sum, { count }) => sum + count, 0), parts }
}

const listed = ({ parts }: ErasedNow, language: 'ar' | 'en'): string =>
  parts.map((part) => `${part[language]}: ${part.count}`).join(language === 'ar' ? '، ' : ', ')

const storedMonths = async (req: PayloadRequest): Promise<Months> => {
  const stored = await req.payload.findGlobal({
    slug: 'association',
    select: { retentionMonths: true },
    depth: 0,
    ...asSystemWithin(req, 'keep-rules'),
  })
  return stored.retentionMonths ?? null
}

/** In the field's validation, so that the panel shows it beside the field. */
const validateMonths =
  (erasables: readonly Erasable[]): NumberFieldSingleValidation =>
  async (value, options) => {
    const { data, req } = options
    const first = number(value, options)
    if (first !== true || value === null || value === undefined) return first
    if (!isMonths(value)) {
      return localize(req, { ar: `عدد صحيح من 1 إلى ${MAX_MONTHS}.`, en: `A whole number from 1 to ${MAX_MONTHS}.` })
    }
    if (systemReasonOf(req) || !isShorter(value, await storedMonths(req))) return true
    const now = await erasedNow(req.payload, erasables, value)
    if ((data as Partial<Association>).retentionConfirmed === now.total) return true
    return now.total === 0
      ? localize(req, {
          ar: 'مدة أقصر تحذف كل ما يبلغها، ولا يعود، فيلزم تأكيد ذلك.',
          en: 'A shorter period erases older records for good. That has to be confirmed.',
        })
      : localize(req, {
          ar: `مدة أقصر تحذف الآن ما لا يعود (${listed(now, 'ar')})، فيلزم تأكيد ذلك.`,
          en: `A shorter period erases for good, at once (${listed(now, 'en')}). That has to be confirmed.`,
        })
  }

export const retentionFields = (erasables: readonly Erasable[]): Field[] => [
  {
    name: 'retentionMonths',
    type: 'number',
    min: 1,
    max: MAX_MONTHS,
    validate: validateMonths(erasables),
    label: { ar: 'أشهر الحفظ', en: 'Months to keep' },
    admin: {
      step: 1,
      components: { Field: '@/features/site/panel/retention-field#RetentionField' },
      description: {
        ar: 'بعد هذه الأشهر من آخر خطوة تُحذف من كل طلب أُجيب عنه نصوصه ومرفقاته واسم صاحبه ووسائل التواصل معه، ومن كل تقييم نصوصه ووسيلة التواصل فيه، ولا يمكن التراجع عن ذلك. فارغ: لا يُحذف شيء.',
        en: 'This many months after its last step, an answered inquiry loses its words, attachments, name and contacts, and this many months after it came an evaluation loses its words and contact, for good. Empty: nothing is erased.',
      },
    },
  },
  {
    name: 'retentionConfirmed',
    type: 'number',
    virtual: true,
    label: { ar: 'تأكيد الحذف', en: 'Confirmation' },
    admin: {
      hidden: true,
      description: {
        ar: 'عدد ما ستحذفه مدة أقصر الآن.',
        en: 'How many records a shorter period erases now.',
      },
    },
  },
]

/** Runs before validation, so that a person without the right is told so, and not what is missing. */
export const holdRetention: GlobalBeforeValidateHook = ({ data, originalDoc, req }) => {
  const isChanged = (data?.retentionMonths ?? null) !== (originalDoc?.retentionMonths ?? null)
  if (!isChanged || systemReasonOf(req) || hasRole(req.user, ...mayChange)) return data
  throw new APIError(
    localize(req, {
      ar: 'مدة الحفظ تغيّرها إدارة النظام وحدها، لأن تقصيرها يحذف ما لا يعود.',
      en: 'Only an administrator changes how long texts are kept: a shorter period erases for good.',
    }),
    403,
    null,
    true,
  )
}

/** GET: what a period would erase now, for roles that may set it. */
export const countErased = (erasables: readonly Erasable[]): Endpoint => ({
  path: erasedNowPath,
  method: 'get',
  handler: async (req) => {
    if (!hasRole(req.user, ...mayChange)) throw new Forbidden(req.t)
    const months = Number(req.query.months)
    if (!isMonths(months)) {
      throw new APIError(localize(req, { ar: 'عدد أشهر غير صالح.', en: 'No number of months.' }), 400, null, true)
    }
    return Response.json(await erasedNow(req.payload, erasables, months), {
      headers: { 'Cache-Control': 'private, no-store' },
    })
  },
})
