import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { sendCancel } from '@/app/(site)/[locale]/appointments/actions'
import { AppointmentPage, appointmentMetadata } from '@/app/(site)/[locale]/appointments/appointment-page'
import { localeOf } from '@/app/(site)/locale-of'
import { appointmentPath } from '@/features/appointments/server/links'
import { AppointmentFacts } from '@/features/appointments/ui/appointment-view'
import { CancelForm } from '@/features/appointments/ui/change-forms'
import { ClientMessages } from '@/i18n/client-messages'
import { href } from '@/i18n/navigation'
import { Actions, ButtonLink } from '@/ui/button'
import { PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return appointmentMetadata(await localeOf(params), 'cancel.title')
}

/** Where a person confirms that an appointment is cancelled. */
export default async function CancelPage({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const t = await getTranslations({ locale, namespace: 'appointments' })
  const own = href(locale, appointmentPath(token))
  return (
    <AppointmentPage locale={locale} token={token} step="/cancel">
      {(appointment) => {
        const { isOpenToChange } = appointment
        const head = (
          <>
            <PageHead title={t('cancel.title')} lead={isOpenToChange ? t('cancel.question') : t('change.over')} />
            <AppointmentFacts appointment={{ ...appointment, about: null, note: null }} locale={locale} />
          </>
        )
        return (
          <div className="stack-l">
            {isOpenToChange ? (
              <ClientMessages locale={locale} namespaces={['appointments', 'forms']}>
                <CancelForm action={sendCancel} token={token} backHref={own}>
                  {head}
                </CancelForm>
              </ClientMessages>
            ) : (
              <>
                {head}
                <Actions>
                  <ButtonLink href={own}>{t('page.title')}</ButtonLink>
                </Actions>
              </>
            )}
          </div>
        )
      }}
    </AppointmentPage>
  )
}
