import type { Metadata } from 'next'
import { AppointmentPage, appointmentMetadata } from '@/app/(site)/[locale]/appointments/appointment-page'
import { localeOf } from '@/app/(site)/locale-of'
import { appointmentPath } from '@/features/appointments/server/links'
import { type AppointmentDone, AppointmentView } from '@/features/appointments/ui/appointment-view'
import { href } from '@/i18n/navigation'

interface Props {
  params: Promise<{ locale: string; token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return appointmentMetadata(await localeOf(params), 'page.title')
}

const done: readonly AppointmentDone[] = ['booked', 'moved', 'cancelled']

/** The person's own page of an appointment, where its link leads. */
export default async function PersonsAppointmentPage({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const asked = (await searchParams).done
  const own = href(locale, appointmentPath(token))
  const hrefs = {
    calendar: `${own}/appointment.ics`,
    move: `${own}/move`,
    cancel: `${own}/cancel`,
    another: href(locale, '/appointments'),
  }
  return (
    <AppointmentPage locale={locale} token={token}>
      {(appointment) => {
        const just = done.find((what) => what === asked) ?? null
        // An address that is opened again later says nothing that is no longer so.
        const isSo = just === 'cancelled' ? appointment.state === 'cancelled' : appointment.isOpenToChange
        return (
          <AppointmentView appointment={appointment} locale={locale} done={just && isSo ? just : null} hrefs={hrefs} />
        )
      }}
    </AppointmentPage>
  )
}
