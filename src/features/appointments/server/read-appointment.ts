import type { Payload } from 'payload'
import type { Locale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import type { Appointment } from '@/payload-types'
import { fallbackWhenAway } from '@/platform/stale-on-error'
import { asSystem } from '@/platform/system-payload'
import { relatedId } from '@/shared/casework/domain/rows'
import { listDepartments } from '@/shared/directory/departments'
import { isOpenToChange } from '../domain/appointment'
import { readAppointmentToken } from './links'
import { findAppointment, heldOf, openText, placeIn } from './rows'

/** An appointment as its person sees it. */
export interface PersonsAppointment {
  startsAt: string
  minutes: number
  place: string
  department: string | null
  note: string | null
  name: string | null
  about: string | null
  state: Appointment['state']
  /** Why the association called it off. */
  reason: string | null
  cancelledBy: 'person' | 'staff' | null
  isMailed: boolean
  isOpenToChange: boolean
}

export type OpenedAppointment =
  | { status: 'ok'; appointment: PersonsAppointment }
  /** The link was altered, or what it led to was erased. */
  | { status: 'expired' }
  | { status: 'unavailable' }

/** The row behind a link, or null. */
export async function appointmentOf(payload: Payload, token: string, now: Date): Promise<Appointment | null> {
  const submissionKey = readAppointmentToken(token, now)
  const row = submissionKey && (await findAppointment(payload, 'submissionKey', submissionKey))
  return row && !row.erasedAt ? row : null
}

/** What a person sees who opens the link of an appointment. */
export function openAppointment(token: string, locale: Locale, now: Date): Promise<OpenedAppointment> {
  const read = async (): Promise<OpenedAppointment> => {
    const payload = await getCms()
    const row = await appointmentOf(payload, token, now)
    if (!row) return { status: 'expired' }
    return { status: 'ok', appointment: await shown(payload, row, locale, now) }
  }
  return fallbackWhenAway('appointment of a link', read, () => ({ status: 'unavailable' }))
}

async function shown(payload: Payload, row: Appointment, locale: Locale, now: Date): Promise<PersonsAppointment> {
  const department = relatedId(row.department)
  const [found] = department
    ? await listDepartments(payload, { locale, reader: { reason: 'read-public-content' }, ids: [department] })
    : []
  return {
    startsAt: row.startsAt,
    minutes: row.minutes,
    place: placeIn(row, locale),
    department: found?.name ?? null,
    note: await noteOf(payload, row, locale),
    name: openText('name', row),
    about: openText('about', row),
    state: row.state,
    reason: openText('reason', row),
    cancelledBy: row.cancelledBy ?? null,
    isMailed: Boolean(row.email),
    isOpenToChange: isOpenToChange(heldOf(row), now.getTime()),
  }
}

/** What staff wrote beside the time, as it is now. */
export async function noteOf(payload: Payload, row: Pick<Appointment, 'time'>, locale: Locale): Promise<string | null> {
  const time = await payload.findByID({
    collection: 'appointment-times',
    id: relatedId(row.time) ?? '',
    depth: 0,
    disableErrors: true,
    ...asSystem('book-appointment'),
  })
  return (locale === 'ar' ? time?.noteAr : time?.noteEn) || null
}
