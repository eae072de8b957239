import type { Payload } from 'payload'
import type { Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import type { Appointment } from '@/payload-types'
import { keyedHash } from '@/platform/crypto'
import { env } from '@/platform/env'
import { senderAddress } from '@/platform/mail'
import { senderOf } from '@/shared/casework/server/mail-facts'
import { calendarFile } from './calendar-file'
import { appointmentToken, appointmentUrl } from './links'
import { placeIn } from './rows'

/** The name of the file that calendars open. */
export const calendarFileName = 'appointment.ics'

/** The address alone, without the name beside it. */
const bareAddress = (sender: string): string => /<([^>]+)>/.exec(sender)?.[1] ?? sender

/** An appointment for the person's calendar. */
export async function appointmentCalendar(payload: Payload, row: Appointment, locale: Locale, now: Date) {
  const t = translator('appointments', locale)
  const association = await senderOf(payload, locale)
  const method = row.state === 'cancelled' ? ('CANCEL' as const) : ('PUBLISH' as const)
  const settings = env()
  const url = appointmentUrl(locale, appointmentToken(row.submissionKey))
  const content = calendarFile(
    {
      // Nothing in it leads back to the form.
      uid: `${keyedHash(row.id, 'appointment.uid').slice(0, 32)}@${new URL(settings.siteUrl).hostname}`,
      sequence: row.seq,
      startsAt: new Date(row.startsAt),
      minutes: row.minutes,
      title: t('calendar.title', { association }),
      place: placeIn(row, locale),
      description: t('calendar.description', { url }),
      url,
      organizer: { name: association, address: bareAddress(senderAddress(settings)) },
      madeAt: now,
    },
    method,
  )
  return { method, fileName: calendarFileName, content }
}
