import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { seal, unseal } from '@/platform/crypto'
import { env } from '@/platform/env'

interface Handle {
  submissionKey: string
}

/** Opens an appointment for the person who booked it, for as long as it is kept. */
export const appointmentToken = (submissionKey: string): string => seal<Handle>({ submissionKey }, 'appointment', null)

export const readAppointmentToken = (token: string, now: Date): string | null =>
  unseal<Handle>(token, 'appointment', now.getTime())?.submissionKey ?? null

export const appointmentPath = (token: string): `/${string}` => `/appointments/${token}`

export const appointmentUrl = (locale: Locale, token: string): string =>
  `${env().siteUrl}${href(locale, appointmentPath(token))}`
