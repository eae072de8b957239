import { type Payload, ValidationError } from 'payload'
import type { Locale } from '@/i18n/routing'
import type { Appointment, AppointmentTime } from '@/payload-types'
import { keyedHash } from '@/platform/crypto'
import { readEmail } from '@/platform/email-address'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { readTelephone } from '@/platform/telephone'
import { readProof } from '@/shared/intake/proof-of-work'
import { canonicalText, findSubmission, oneAtATime } from '@/shared/intake/submission'
import { hashLabels } from '../domain/encryption-contexts'
import {
  type BookingErrorCode,
  type BookingErrors,
  type BookingField,
  type BookingValues,
  bookingSchema,
  type ValidBooking,
} from '../schema'
import { mayBook } from './limits'
import { findBookable } from './open-times'
import { findAppointment, promiseOf, sealText } from './rows'
import { reminderOf } from './working-hours'

export interface BookAppointment {
  payload: Payload
  clock: () => Date
  values: BookingValues
  locale: Locale
  /** The id of the case that it is about, where it was booked from one. */
  inquiryId: string | null
  /** The version of the privacy notice that the form showed. */
  consentVersion: string
  submissionKey: string
  proof: string
  /** What only a machine fills in. */
  honeypot: string
  /** Of the network, as the entry saw it. */
  clientAddress: string
}

/** Under which key the form goes on, where that isn't the one it came with. */
interface GoesOn {
  submissionKey?: string
}

export type BookResult =
  | { status: 'ok'; submissionKey: string }
  | ({ status: 'invalid'; errors: BookingErrors } & GoesOn)
  | ({ status: 'refused'; reason: 'tooMany' | 'tooSoon' | 'proofUsed' | 'honeypot' } & GoesOn)

/** Within it the same words for the same time are the same booking, though the form had no key of its own. */
const SAME_BOOKING_MS = 10 * 60_000

/** Each is another process that took the same key for other words in the same moment. */
const KEY_TRIES = 3

/**
 * Books a time: one row, written by one statement. The database lets one row hold a time, so that of many who ask
 * in the same moment one is given it and the others are told.
 * @throws on a database that doesn't answer
 */
export function bookAppointment(input: BookAppointment): Promise<BookResult> {
  return oneAtATime(input.submissionKey, async () => {
    for (let tried = 0; tried < KEY_TRIES; tried += 1) {
      const result = await bookOnce(input)
      if (result.status !== 'keyTaken') return result
    }
    throw new Error('A booking found every key taken.')
  })
}

async function bookOnce(input: BookAppointment): Promise<BookResult | { status: 'keyTaken' }> {
  const { payload, clock, values } = input
  const now = clock()
  const checked = checkBooking(values)
  const contentHash = contentHashOf(checked.status === 'ok' ? checked.booking : values, input)
  const { isStored, key } = await findSubmission({
    formKey: input.submissionKey,
    content: async () => contentHash,
    contentUnder: async (under) => (await findAppointment(payload, 'submissionKey', under))?.contentHash ?? null,
  })
  if (isStored) return { status: 'ok', submissionKey: key }
  const goesOn: GoesOn = key === input.submissionKey ? {} : { submissionKey: key }
  if (input.honeypot) return { status: 'refused', reason: 'honeypot', ...goesOn }
  if (checked.status === 'invalid') return { ...checked, ...goesOn }
  const { booking } = checked

  const time = await findBookable(payload, booking.time, now)
  const holder = time && (await findAppointment(payload, 'takenKey', time.id))
  if (holder && isSameBooking(holder, contentHash, now)) return { status: 'ok', submissionKey: holder.submissionKey }
  if (!time || holder) return { status: 'invalid', errors: { time: 'taken' }, ...goesOn }

  const proof = await readProof(input.proof, now)
  if (proof && now.getTime() - proof.issuedAt < env().MINIMUM_FORM_SECONDS * 1000) {
    return { status: 'refused', reason: 'tooSoon', ...goesOn }
  }
  const contactHash = keyedHash(booking.phone ?? booking.email ?? '', hashLabels.contact)
  const booker = { clientAddress: input.clientAddress, booking, contactHash, hasProof: proof !== null }
  if (!(await mayBook(payload, booker, now))) return { status: 'refused', reason: 'tooMany', ...goesOn }

  const keys = { submissionKey: key, contentHash, contactHash, proof: proof ? `work:${proof.id}` : `none:${key}` }
  const stored = await store(input, booking, time, keys, now)
  if (stored) return { status: 'ok', submissionKey: key }
  // Another was quicker with one of the keys; which one decides what is said.
  if (await findAppointment(payload, 'submissionKey', key)) return { status: 'keyTaken' }
  const winner = await findAppointment(payload, 'takenKey', time.id)
  if (winner && isSameBooking(winner, contentHash, now)) return { status: 'ok', submissionKey: winner.submissionKey }
  if (winner) return { status: 'invalid', errors: { time: 'taken' }, ...goesOn }
  if (await findAppointment(payload, 'proof', keys.proof)) return { status: 'refused', reason: 'proofUsed', ...goesOn }
  // It was taken and freed again within these statements.
  return { status: 'keyTaken' }
}

const isSameBooking = (row: Appointment, contentHash: string, now: Date): boolean =>
  row.contentHash === contentHash && now.getTime() - Date.parse(row.bookedAt) < SAME_BOOKING_MS

const contentHashOf = (
  said: ValidBooking | BookingValues,
  { locale, inquiryId, consentVersion }: BookAppointment,
): string => keyedHash(canonicalText({ said: { ...said }, locale, inquiryId, consentVersion }), hashLabels.content)

/** @returns false when one of the unique keys is taken */
async function store(
  { payload, locale, inquiryId, consentVersion }: BookAppointment,
  booking: ValidBooking,
  time: AppointmentTime,
  keys: Pick<Appointment, 'submissionKey' | 'contentHash' | 'contactHash' | 'proof'>,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString()
  try {
    await payload.create({
      collection: 'appointments',
      data: {
        ...promiseOf(time),
        ...keys,
        name: sealText('name', booking.name),
        phone: sealText('phone', booking.phone),
        email: sealText('email', booking.email),
        about: sealText('about', booking.about),
        inquiry: inquiryId,
        state: 'booked',
        seq: 0,
        locale,
        consentVersion,
        bookedAt: at,
        reminderAt: booking.email ? await reminderOf(payload, time.startsAt, now) : null,
        mailKind: 'booked',
        mailState: booking.email ? 'due' : 'none',
        mailNextAt: booking.email ? at : null,
        mailAttempts: 0,
      },
      select: { submissionKey: true },
      depth: 0,
      ...asSystem('book-appointment'),
    })
    return true
  } catch (error) {
    if (error instanceof ValidationError) return false
    throw error
  }
}

type Checked = { status: 'ok'; booking: ValidBooking } | { status: 'invalid'; errors: BookingErrors }

function checkBooking(values: BookingValues): Checked {
  const parsed = bookingSchema({ phone: readTelephone, email: readEmail }).safeParse(values)
  if (parsed.success) return { status: 'ok', booking: parsed.data }
  const errors: BookingErrors = {}
  for (const issue of parsed.error.issues) {
    // The schema's paths and messages are this form's own: fields and codes.
    const field = issue.path[0] as BookingField
    errors[field] ??= issue.message as BookingErrorCode
  }
  return { status: 'invalid', errors }
}
