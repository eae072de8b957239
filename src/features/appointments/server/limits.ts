import type { Payload } from 'payload'
import { keyedHash } from '@/platform/crypto'
import { env } from '@/platform/env'
import { rateLimiter } from '@/platform/rate-limit'
import { asSystem } from '@/platform/system-payload'
import { submissionsPerAddress } from '@/shared/casework/server/limits'
import { submissionsPerContact, submissionsWithoutProof } from '@/shared/intake/limits'
import { mostBooked } from '../domain/appointment'
import type { ValidBooking } from '../schema'

const HOUR = 3600

/** Of one appointment: moving it back and forth writes a mail each time. */
export const changesPerAppointment = () =>
  rateLimiter({ name: 'appointment-changes', points: env().LIMIT_SUBMISSIONS_PER_CONTACT, seconds: HOUR })

export interface Booker {
  clientAddress: string
  booking: Pick<ValidBooking, 'phone' | 'email'>
  contactHash: string
  hasProof: boolean
}

/** Whether this sender may book one more. */
export async function mayBook(payload: Payload, booker: Booker, now: Date): Promise<boolean> {
  const { clientAddress, booking, contactHash, hasProof } = booker
  if (!(await submissionsPerAddress().consume(clientAddress))) return false
  if (!hasProof && !(await submissionsWithoutProof().consume(clientAddress))) return false
  for (const contact of [booking.phone, booking.email]) {
    if (contact && !(await submissionsPerContact().consume(keyedHash(contact, 'rate-limit')))) return false
  }
  const { docs } = await payload.find({
    collection: 'appointments',
    where: {
      and: [{ contactHash: { equals: contactHash } }, { startsAt: { greater_than: now.toISOString() } }],
    },
    select: { state: true },
    limit: 100,
    pagination: false,
    depth: 0,
    ...asSystem('book-appointment'),
  })
  return docs.filter(({ state }) => state === 'booked').length < mostBooked
}
