import type { Locale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import { westernDigits } from '@/platform/arabic'
import { readableEmail } from '@/platform/email-address'
import { logger } from '@/platform/logger'
import { privacyNoticeVersion } from '@/platform/privacy-notice'
import { fallbackWhenAway } from '@/platform/stale-on-error'
import { notAccepted, type Posted } from '@/shared/intake/domain/posted'
import { formKeyOf, formLine, formText } from '@/shared/intake/form-text'
import type { BookingFormState, BookingValues, ChangeFormState } from '../schema'
import { bookAppointment } from './book'
import { type ChangeResult, cancelAppointment, moveAppointment } from './change'
import { appointmentToken, readAppointmentToken } from './links'

/**
 * What the site's Server Actions call: a posted form in, the form's next state or a sealed token out. A database
 * that is away is a state like any other: nothing typed is lost.
 */

const clock = () => new Date()

const valuesOf = (form: FormData): BookingValues => ({
  time: formText(form, 'time'),
  name: formLine(form, 'name'),
  // In one kind of digits: those of Arabic would come back with their groups in reverse order.
  phone: westernDigits(formLine(form, 'phone')),
  email: formLine(form, 'email'),
  about: formText(form, 'about'),
  consent: form.get('consent') === 'yes',
})

/** @returns the token of the appointment's page, or the form with everything typed */
export async function postBooking(
  form: FormData,
  { locale, clientAddress, inquiryId }: { locale: Locale; clientAddress: string; inquiryId: string | null },
): Promise<Posted<BookingFormState>> {
  const values = valuesOf(form)
  const { submissionKey } = formKeyOf(form)
  const redisplay = (more: Partial<BookingFormState>): Posted<BookingFormState> => ({
    status: 'again',
    state: {
      outcome: 'invalid',
      errors: {},
      values: { ...values, email: readableEmail(values.email) },
      submissionKey,
      ...more,
    },
  })
  const book = async (): Promise<Posted<BookingFormState>> => {
    const result = await bookAppointment({
      payload: await getCms(),
      clock,
      values,
      locale,
      inquiryId,
      consentVersion: privacyNoticeVersion,
      submissionKey,
      proof: formText(form, 'proof'),
      honeypot: formText(form, 'website'),
      clientAddress,
    })
    if (result.status === 'ok') return { status: 'ok', token: appointmentToken(result.submissionKey) }
    const goesOn = { submissionKey: result.submissionKey ?? submissionKey }
    logger.info(
      result.status === 'invalid'
        ? { form: 'appointment', errors: result.errors }
        : { form: 'appointment', reason: result.reason },
      'a form was sent back',
    )
    return result.status === 'invalid'
      ? redisplay({ errors: result.errors, ...goesOn })
      : redisplay({ outcome: notAccepted(result.reason), ...goesOn })
  }
  return fallbackWhenAway('booking form', book, () => redisplay({ outcome: 'unavailable' }))
}

type Changed = { status: 'ok'; token: string } | { status: 'again'; state: ChangeFormState }

async function changed(
  form: FormData,
  time: string,
  change: (submissionKey: string) => Promise<ChangeResult>,
): Promise<Changed> {
  const token = formText(form, 'token')
  const again = (outcome: ChangeFormState['outcome']): Changed => ({ status: 'again', state: { outcome, time } })
  const submissionKey = readAppointmentToken(token, clock())
  if (!submissionKey) return again('over')
  const run = async (): Promise<Changed> => {
    const result = await change(submissionKey)
    if (result.status === 'ok') return { status: 'ok', token }
    return again(result.status === 'unknown' ? 'over' : result.status)
  }
  return fallbackWhenAway('change of an appointment', run, () => again('unavailable'))
}

/** @returns the token of the page it came from, or the form again */
export async function postMove(form: FormData): Promise<Changed> {
  const time = formText(form, 'time')
  if (!time) return { status: 'again', state: { outcome: 'required', time } }
  return changed(form, time, async (submissionKey) =>
    moveAppointment({ payload: await getCms(), clock, submissionKey, timeId: time }),
  )
}

export async function postCancel(form: FormData): Promise<Changed> {
  return changed(form, '', async (submissionKey) =>
    cancelAppointment({ payload: await getCms(), clock, submissionKey, by: 'person' }),
  )
}
