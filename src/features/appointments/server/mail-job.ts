import { href } from '@/i18n/navigation'
import type { Appointment } from '@/payload-types'
import { env } from '@/platform/env'
import type { Job } from '@/platform/jobs'
import { messageIdOf, sendMail } from '@/platform/mail'
import { senderOf } from '@/shared/casework/server/mail-facts'
import { sendQueuedMails } from '@/shared/messages/mail-outbox'
import { appointmentCalendar } from './appointment-event'
import { appointmentToken, appointmentUrl } from './links'
import { appointmentMail } from './mail-templates'
import { noteOf } from './read-appointment'
import { openText, placeIn } from './rows'

const messageId = (row: Pick<Appointment, 'submissionKey' | 'seq' | 'mailKind'>): string =>
  messageIdOf(`appointment:${row.submissionKey}:${row.seq}:${row.mailKind}`)

/** The Message-IDs of every mail that an appointment may have caused. */
export const mailIdsOf = ({ submissionKey, seq }: Pick<Appointment, 'submissionKey' | 'seq'>): string[] =>
  Array.from({ length: seq + 1 }, (_, at) => at).flatMap((at) =>
    (['booked', 'moved', 'cancelled', 'reminder'] as const).map((mailKind) =>
      messageId({ submissionKey, seq: at, mailKind }),
    ),
  )

/** Mails what became of an appointment, with the event for the person's calendar. A later change takes the place of an earlier one. */
export const mailAppointments: Job = {
  name: 'appointment-mails',
  run: (payload, now, round) =>
    sendQueuedMails<Appointment>({
      payload,
      now,
      round,
      collection: 'appointments',
      versioned: true,
      async send(row) {
        const email = openText('email', row)
        if (!email || row.erasedAt) return false
        // It was over before its reminder could be sent.
        if (row.mailKind === 'reminder' && Date.parse(row.startsAt) <= now.getTime()) return false
        const { locale } = row
        const mail = appointmentMail({
          kind: row.mailKind,
          locale,
          sender: await senderOf(payload, locale),
          startsAt: new Date(row.startsAt),
          minutes: row.minutes,
          place: placeIn(row, locale),
          note: await noteOf(payload, row, locale),
          reason: openText('reason', row),
          url: appointmentUrl(locale, appointmentToken(row.submissionKey)),
          bookingUrl: `${env().siteUrl}${href(locale, '/appointments')}`,
        })
        await sendMail({
          ...mail,
          to: email,
          language: locale,
          messageId: messageId(row),
          // A reminder changes nothing in a calendar.
          ...(row.mailKind !== 'reminder' && { calendar: await appointmentCalendar(payload, row, locale, now) }),
        })
        return true
      },
    }),
}
