import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { sendMove } from '@/app/(site)/[locale]/appointments/actions'
import { AppointmentPage, appointmentMetadata } from '@/app/(site)/[locale]/appointments/appointment-page'
import { localeOf } from '@/app/(site)/locale-of'
import { appointmentPath } from '@/features/appointments/server/links'
import { openTimes } from '@/features/appointments/server/open-times'
import { AppointmentFacts } from '@/features/appointments/ui/appointment-view'
import { MoveForm } from '@/features/appointments/ui/change-forms'
import { ClientMessages } from '@/i18n/client-messages'
import { href } from '@/i18n/navigation'
import { PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return appointmentMetadata(await localeOf(params), 'move.title')
}

/** Where a person chooses another time. */
export default async function MovePage({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const t = await getTranslations({ locale, namespace: 'appointments' })
  const times = (await openTimes(locale, new Date())) ?? []
  return (
    <AppointmentPage locale={locale} token={token} step="/move">
      {(appointment) => (
        <div className="stack-l">
          <ClientMessages locale={locale} namespaces={['appointments', 'forms']}>
            <MoveForm
              action={sendMove}
              token={token}
              times={appointment.isOpenToChange ? times : []}
              backHref={href(locale, appointmentPath(token))}
            >
              <PageHead title={t('move.title')} lead={appointment.isOpenToChange ? t('move.lead') : t('change.over')} />
              <section className="stack" aria-labelledby="now-title">
                <h2 id="now-title">{t('move.now')}</h2>
                <AppointmentFacts appointment={{ ...appointment, about: null, note: null }} locale={locale} />
              </section>
            </MoveForm>
          </ClientMessages>
        </div>
      )}
    </AppointmentPage>
  )
}
