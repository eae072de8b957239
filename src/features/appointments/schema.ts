import { z } from 'zod'
import type { NotAccepted } from '@/shared/intake/domain/posted'
import { filled, line, text } from '@/shared/intake/domain/typed-fields'

/** What a person says when booking an appointment. */

export const limits = {
  name: 80,
  about: 500,
  reason: 500,
  place: 120,
  note: 300,
} as const

/** The form's fields, in the order they stand on the page. */
export const bookingFields = ['time', 'name', 'phone', 'email', 'about', 'consent'] as const
export type BookingField = (typeof bookingFields)[number]

export type BookingErrorCode =
  | 'required'
  | 'tooLong'
  | 'invalid'
  | 'contactMissing'
  /** Somebody booked it meanwhile, or it is offered no more. */
  | 'taken'
export type BookingErrors = Partial<Record<BookingField, BookingErrorCode>>

/** What was typed, as it was typed, to come back with the errors. */
export interface BookingValues {
  time: string
  name: string
  phone: string
  email: string
  about: string
  consent: boolean
}

/** How contacts are read. They are given, because this file is read by browsers too. */
export interface ContactReaders {
  phone(typed: string): { status: 'ok'; number: string } | { status: 'invalid' }
  email(typed: string): { status: 'ok'; address: string } | { status: 'invalid' }
}

const LONGEST_ID = 100

/** The booking form. Issues carry a {@link BookingErrorCode} as their message and one field as their path. */
export const bookingSchema = (read: ContactReaders) =>
  z
    .object({
      time: z.string().min(1, 'required').max(LONGEST_ID, 'taken'),
      name: line.pipe(filled(limits.name)),
      phone: line.transform((typed, context) => {
        if (!typed) return null
        const phone = read.phone(typed)
        if (phone.status === 'ok') return phone.number
        context.addIssue('invalid')
        return z.NEVER
      }),
      email: line.transform((typed, context) => {
        if (!typed) return null
        const email = read.email(typed)
        if (email.status === 'ok') return email.address
        context.addIssue('invalid')
        return z.NEVER
      }),
      about: text.pipe(z.string().max(limits.about, 'tooLong')).transform((typed) => typed || null),
      consent: z.literal(true, 'required'),
    })
    .refine(({ phone, email }) => phone !== null || email !== null, {
      path: ['phone'],
      error: 'contactMissing',
      // Whatever is wrong elsewhere, so that all errors are reported at once.
      when: () => true,
    })
    .transform(({ consent: _, ...booking }) => booking)

export type ValidBooking = z.output<ReturnType<typeof bookingSchema>>

/** A time that can be chosen, in plain words. */
export interface OpenTime {
  id: string
  /** ISO 8601, UTC. */
  startsAt: string
  minutes: number
  place: string
  department: string | null
  note: string | null
}

/** What the booking form shows: nothing yet, or what was typed and what became of it. */
export interface BookingFormState {
  outcome: 'fresh' | 'invalid' | NotAccepted
  errors: BookingErrors
  values: BookingValues | null
  /** Null until the form was posted once. */
  submissionKey: string | null
}

export const freshBookingForm: BookingFormState = { outcome: 'fresh', errors: {}, values: null, submissionKey: null }

/** The forms that move or cancel: why the page came back. */
export interface ChangeFormState {
  outcome: 'fresh' | 'required' | 'taken' | 'over' | 'tooMany' | 'unavailable'
  time: string
}

export const freshChangeForm: ChangeFormState = { outcome: 'fresh', time: '' }
