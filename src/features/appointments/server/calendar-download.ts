import type { Locale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import { fallbackWhenAway } from '@/platform/stale-on-error'
import { appointmentCalendar } from './appointment-event'
import { appointmentOf } from './read-appointment'

type Calendar = Awaited<ReturnType<typeof appointmentCalendar>>

/** The .ics file of the appointment behind a link. */
export function calendarOf(token: string, locale: Locale, now: Date): Promise<Calendar | 'expired' | 'unavailable'> {
  const read = async () => {
    const payload = await getCms()
    const row = await appointmentOf(payload, token, now)
    return row ? appointmentCalendar(payload, row, locale, now) : ('expired' as const)
  }
  return fallbackWhenAway<Calendar | 'expired' | 'unavailable'>('calendar of an appointment', read, () => 'unavailable')
}
