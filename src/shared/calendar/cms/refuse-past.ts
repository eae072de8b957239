import {
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionSlug,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { startOfDay } from '@/platform/calendar'
import { type LocalizedText, localize } from '@/platform/localize'
import { asSystemWithin, systemReasonOf } from '@/platform/system-payload'

type Dated = 'working-calendars' | 'closures'

const fieldOf = { 'working-calendars': 'validFrom', closures: 'firstDay' } as const

const words: Record<Dated, { held: LocalizedText; past: LocalizedText }> = {
  'working-calendars': {
    held: {
      ar: 'بدأ العمل بهذا التقويم، فلا يتغير ولا يُحذف حتى تبقى المواعيد الماضية كما كانت. يُنسخ بأمر «تكرار»، ويُختار للنسخة اليوم الذي يبدأ العمل بها.',
      en: 'This calendar holds already. It is neither changed nor deleted, so that past due dates stay as they were. Duplicate it, and choose the day from which the copy holds.',
    },
    past: {
      ar: 'يبدأ العمل بالتقويم من اليوم أو من يوم قادم، حتى تبقى المواعيد الماضية كما كانت.',
      en: 'A calendar holds from today or a coming day on, so that past due dates stay as they were.',
    },
  },
  closures: {
    held: {
      ar: 'بدأ هذا الإغلاق، فلا يتغير ولا يُحذف حتى تبقى المواعيد الماضية كما كانت.',
      en: 'This closure has begun. It is neither changed nor deleted, so that past due dates stay as they were.',
    },
    past: {
      ar: 'يُكتب الإغلاق قبل أن يبدأ أو في يومه، حتى تبقى المواعيد الماضية كما كانت.',
      en: 'A closure is entered before it begins or on its day, so that past due dates stay as they were.',
    },
  },
}

const isPast = (stored: unknown, now: Date): boolean =>
  typeof stored === 'string' && startOfDay(new Date(stored)) < startOfDay(now)

function refuse(collection: Dated, message: LocalizedText, req: PayloadRequest): never {
  throw new ValidationError({
    collection,
    errors: [{ path: fieldOf[collection], message: localize(req, message) }],
    req,
  })
}

/** What has begun stays as it is, and nothing begins in the past. The seed alone writes the first version. */
export const refusePast =
  (collection: Dated): CollectionBeforeChangeHook =>
  ({ data, originalDoc, req }) => {
    if (systemReasonOf(req) === 'seed') return data
    const now = new Date()
    const field = fieldOf[collection]
    if (isPast(originalDoc?.[field], now)) refuse(collection, words[collection].held, req)
    if (isPast(data[field] ?? originalDoc?.[field], now)) refuse(collection, words[collection].past, req)
    return data
  }

export const refuseDeletingPast =
  (collection: Dated): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const stored = await req.payload.findByID({
      collection: collection as CollectionSlug,
      id,
      depth: 0,
      disableErrors: true,
      ...asSystemWithin(req, 'keep-rules'),
    })
    const at = (stored as unknown as Record<string, unknown> | null)?.[fieldOf[collection]]
    if (isPast(at, new Date())) refuse(collection, words[collection].held, req)
  }
