import {
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import type { AppointmentTime } from '@/payload-types'
import { type LocalizedText, localize } from '@/platform/localize'
import { asSystemWithin } from '@/platform/system-payload'
import { relatedId } from '@/shared/casework/domain/rows'
import { minutesAllowed, overlaps } from '../domain/appointment'

const MINUTE_MS = 60_000
/** More times than begin within the longest one, at all places together. */
const NEARBY = 500

function refuse(req: PayloadRequest, path: string, message: LocalizedText): never {
  throw new ValidationError({
    collection: 'appointment-times',
    errors: [{ path, message: localize(req, message) }],
    req,
  })
}

async function isTaken(req: PayloadRequest, time: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'appointments',
    where: { takenKey: { equals: time } },
    ...asSystemWithin(req, 'keep-rules'),
  })
  return totalDocs > 0
}

/** What people were promised when they booked. */
const promised = ['startsAt', 'minutes', 'placeAr', 'placeEn', 'department'] as const

const textOf = (document: Partial<AppointmentTime>, name: (typeof promised)[number]): string => {
  const value = document[name]
  if (name === 'startsAt') return new Date(String(value)).toISOString()
  return name === 'department' ? String(relatedId(document.department) ?? '') : String(value ?? '')
}

/** A booked time stays as it was promised; a time begins in the future and overlaps none at its place. */
export const keepBookedTime: CollectionBeforeChangeHook<AppointmentTime> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const stored = operation === 'update' ? originalDoc : undefined
  const merged = { ...stored, ...data } as AppointmentTime
  const changed = promised.filter((name) => !stored || textOf(stored, name) !== textOf(merged, name))
  const [first] = changed
  if (!first) return data
  if (stored && (await isTaken(req, stored.id))) {
    refuse(req, first, {
      ar: 'هذا الوقت محجوز، فيبقى كما وُعد به. يمكن إلغاء الموعد بسببه من قائمة المواعيد، ثم تغيير الوقت.',
      en: 'This time is booked and stays as it was promised. Cancel the appointment with a reason in the list of appointments, then change the time.',
    })
  }
  if (changed.includes('startsAt') && Date.parse(merged.startsAt) <= Date.now()) {
    refuse(req, 'startsAt', { ar: 'يبدأ الوقت لاحقًا، لا في الماضي.', en: 'A time begins later, not in the past.' })
  }
  if (await isOverlapping(req, merged, stored?.id)) {
    refuse(req, 'startsAt', {
      ar: 'في المكان نفسه وقت آخر يتداخل مع هذا الوقت.',
      en: 'At the same place there is another time that overlaps this one.',
    })
  }
  return data
}

async function isOverlapping(req: PayloadRequest, time: AppointmentTime, id?: string): Promise<boolean> {
  const startsAt = Date.parse(time.startsAt)
  const { docs } = await req.payload.find({
    collection: 'appointment-times',
    where: {
      and: [
        { startsAt: { greater_than: new Date(startsAt - minutesAllowed.most * MINUTE_MS).toISOString() } },
        { startsAt: { less_than: new Date(startsAt + time.minutes * MINUTE_MS).toISOString() } },
      ],
    },
    limit: NEARBY,
    pagination: false,
    depth: 0,
    ...asSystemWithin(req, 'keep-rules'),
  })
  const department = relatedId(time.department)
  return docs.some(
    (other) =>
      other.id !== id &&
      other.placeAr === time.placeAr &&
      relatedId(other.department) === department &&
      overlaps({ startsAt, minutes: time.minutes }, { startsAt: Date.parse(other.startsAt), minutes: other.minutes }),
  )
}

/** An appointment says when and where for as long as it is kept. */
export const refuseDeletingUsedTime: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'appointments',
    where: { time: { equals: id } },
    ...asSystemWithin(req, 'keep-rules'),
  })
  if (totalDocs === 0) return
  refuse(req, 'startsAt', {
    ar: 'حُجز هذا الوقت من قبل، فلا يُحذف. يمكن إيقافه حتى لا يُحجز مرة أخرى.',
    en: 'This time was booked before and isn’t deleted. Close it, so that it is not booked again.',
  })
}
