import type { Payload } from 'payload'
import type { Locale } from '@/i18n/routing'
import type { Appointment, AppointmentTime } from '@/payload-types'
import { decryptText, encryptText } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { relatedId } from '@/shared/casework/domain/rows'
import type { AppointmentState, Held } from '../domain/appointment'
import { encryptionContexts } from '../domain/encryption-contexts'

/** Between rows as they are stored and plain values. */

type Sealed = keyof typeof encryptionContexts

export const sealText = (name: Sealed, text: string | null): string | null =>
  text === null ? null : encryptText(text, encryptionContexts[name])

export const openText = (name: Sealed, row: Pick<Appointment, Sealed>): string | null => {
  const envelope = row[name]
  return envelope ? decryptText(envelope, encryptionContexts[name]) : null
}

export const heldOf = ({ state, startsAt }: Pick<Appointment, 'state' | 'startsAt'>): Held => ({
  state: state as AppointmentState,
  startsAt: Date.parse(startsAt),
})

/** What an appointment keeps of its time, as it was promised. */
export const promiseOf = (time: AppointmentTime) => ({
  time: time.id,
  takenKey: time.id,
  startsAt: time.startsAt,
  minutes: time.minutes,
  placeAr: time.placeAr,
  placeEn: time.placeEn,
  department: relatedId(time.department),
})

/** Holds no time: a key of the row's own. */
export const freedKey = (row: Pick<Appointment, 'id'>): string => `free:${row.id}`

export const placeIn = (row: Pick<Appointment, 'placeAr' | 'placeEn'>, locale: Locale): string =>
  locale === 'ar' ? row.placeAr : row.placeEn

/** The row under a unique key, or null. */
export async function findAppointment(
  payload: Payload,
  key: 'submissionKey' | 'takenKey' | 'proof',
  value: string,
): Promise<Appointment | null> {
  const { docs } = await payload.find({
    collection: 'appointments',
    where: { [key]: { equals: value } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('book-appointment'),
  })
  return docs[0] ?? null
}
