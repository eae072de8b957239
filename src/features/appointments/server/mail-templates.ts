import type { Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import { dateText, formatTime } from '@/platform/calendar'
import { composeMail, type MailPart, type MailText } from '@/shared/messages/mail-text'
import type { AppointmentMail } from '../domain/appointment'

export interface AppointmentMailFacts {
  kind: AppointmentMail
  locale: Locale
  /** Who writes: the association's name. */
  sender: string
  startsAt: Date
  minutes: number
  place: string
  note: string | null
  /** Why the association called it off; null where the person did. */
  reason: string | null
  /** The person's own page of it. */
  url: string
  /** Where another one is booked. */
  bookingUrl: string
}

/** The time with its half of the day: 9:30 am. */
export function clockText(instant: Date, locale: Locale): string {
  const { clock, period } = formatTime(instant, locale)
  return `${clock}\u00a0${period}`
}

/** What is told of an appointment: when in both calendars, where, and how it is changed. */
export function appointmentMail(facts: AppointmentMailFacts): MailText {
  const { kind, locale, sender, startsAt, minutes, place, note, reason, url, bookingUrl } = facts
  const t = translator('appointments.mail', locale)
  const day = dateText(startsAt, locale)
  const when = t('when', { day, time: clockText(startsAt, locale) })
  const parts: MailPart[] = [
    { kind: 'paragraph', text: t('greeting') },
    { kind: 'paragraph', text: t(`${kind}.lead`) },
    { kind: 'paragraph', text: [when, t('length', { minutes }), t('place', { place })].join('\n') },
  ]
  if (kind === 'cancelled') {
    if (reason) parts.push({ kind: 'paragraph', text: t('reason') }, { kind: 'quote', text: reason })
    parts.push({ kind: 'link', label: t('again'), url: bookingUrl })
  } else {
    if (note) parts.push({ kind: 'paragraph', text: note })
    parts.push({ kind: 'paragraph', text: t('change') }, { kind: 'link', label: t('open'), url })
  }
  parts.push({ kind: 'paragraph', text: sender })
  return composeMail({ senderName: sender, subject: t(`${kind}.subject`, { day }) }, parts, locale)
}
