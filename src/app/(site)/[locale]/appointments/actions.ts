'use server'

// Keep this file's name and its functions': forms that people have open name them.

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { caseOfToken } from '@/app/(site)/[locale]/appointments/case-of-token'
import type { BookingFormState, ChangeFormState } from '@/features/appointments/schema'
import { postBooking, postCancel, postMove } from '@/features/appointments/server/forms'
import { appointmentPath } from '@/features/appointments/server/links'
import { href } from '@/i18n/navigation'
import { defaultLocale, isLocale, type Locale } from '@/i18n/routing'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { formText } from '@/shared/intake/form-text'

const localeIn = (form: FormData): Locale => {
  const posted = String(form.get('locale'))
  return isLocale(posted) ? posted : defaultLocale
}

const pageOf = (form: FormData, token: string, done: string) =>
  href(localeIn(form), `${appointmentPath(token)}?done=${done}` as `/${string}`)

/** The booking form. Sent on to the appointment, or the same form with everything typed. */
export async function sendBooking(_state: BookingFormState, form: FormData): Promise<BookingFormState> {
  const locale = localeIn(form)
  const found = await caseOfToken(formText(form, 'token'), locale, new Date())
  const result = await postBooking(form, {
    locale,
    clientAddress: (await headers()).get(CLIENT_ADDRESS_HEADER) ?? 'unknown',
    inquiryId: found?.id ?? null,
  })
  if (result.status === 'ok') redirect(pageOf(form, result.token, 'booked'))
  return result.state
}

export async function sendMove(_state: ChangeFormState, form: FormData): Promise<ChangeFormState> {
  const result = await postMove(form)
  if (result.status === 'ok') redirect(pageOf(form, result.token, 'moved'))
  return result.state
}

export async function sendCancel(_state: ChangeFormState, form: FormData): Promise<ChangeFormState> {
  const result = await postCancel(form)
  if (result.status === 'ok') redirect(pageOf(form, result.token, 'cancelled'))
  return result.state
}
