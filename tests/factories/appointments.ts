import type { Payload } from 'payload'
import { type BookAppointment, bookAppointment } from '@/features/appointments/server/book'
import type { Appointment, AppointmentTime } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'

let made = 0

/** A time that can be booked, each at a place of its own. */
export async function createTime(
  payload: Payload,
  data: Partial<Pick<AppointmentTime, 'startsAt' | 'minutes' | 'placeAr' | 'placeEn' | 'department' | 'state'>> = {},
): Promise<AppointmentTime> {
  made += 1
  const { startsAt = '2040-01-02T07:00:00.000Z', ...rest } = data
  const time = await payload.create({
    collection: 'appointment-times',
    data: {
      // The rules look at the real clock; a test's own time is set afterwards.
      startsAt: new Date(Date.UTC(2045, 0, 1) + made * 86_400_000).toISOString(),
      minutes: 30,
      placeAr: `المكتب ${made}`,
      placeEn: `Office ${made}`,
      noteEn: 'Bring your card',
      state: 'open',
      slotKey: '',
      ...rest,
    },
    depth: 0,
    ...asSystem('test-setup'),
  })
  await updateRow(payload, 'mark', {
    collection: 'appointment-times',
    where: { id: { equals: time.id } },
    data: { startsAt },
  })
  return { ...time, startsAt }
}

const said = {
  name: 'هند',
  phone: '',
  email: 'hind@example.org',
  about: 'سؤال عن التسجيل',
  consent: true,
}

/** Books as the site's form does, from an address of its own. */
export function book(
  payload: Payload,
  time: Pick<AppointmentTime, 'id'>,
  {
    values = {},
    at = new Date('2039-12-01T08:00:00.000Z'),
    ...more
  }: { values?: Partial<BookAppointment['values']>; at?: Date } & Partial<
    Omit<BookAppointment, 'values' | 'payload' | 'clock'>
  > = {},
) {
  return bookAppointment({
    payload,
    clock: () => at,
    values: { ...said, time: time.id, ...values },
    locale: 'ar',
    inquiryId: null,
    consentVersion: '2026-11',
    submissionKey: randomToken(),
    proof: '',
    honeypot: '',
    clientAddress: `2001:db8:${Math.floor(Math.random() * 65_000).toString(16)}:${Math.floor(Math.random() * 65_000).toString(16)}::1`,
    ...more,
  })
}

/** A row that was booked, or the failure of the test. */
export async function booked(
  payload: Payload,
  time: Pick<AppointmentTime, 'id'>,
  options: Parameters<typeof book>[2] = {},
): Promise<Appointment> {
  const result = await book(payload, time, options)
  if (result.status !== 'ok') throw new Error(`Not booked: ${JSON.stringify(result)}`)
  return appointmentUnder(payload, result.submissionKey)
}

export async function appointmentUnder(payload: Payload, submissionKey: string): Promise<Appointment> {
  const { docs } = await payload.find({
    collection: 'appointments',
    where: { submissionKey: { equals: submissionKey } },
    limit: 1,
    depth: 0,
    ...asSystem('test-setup'),
  })
  const [row] = docs
  if (!row) throw new Error('There is no such appointment.')
  return row
}
