import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { appointmentPath } from '@/features/appointments/server/links'
import {
  type OpenedAppointment,
  openAppointment,
  type PersonsAppointment,
} from '@/features/appointments/server/read-appointment'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { Actions, ButtonLink } from '@/ui/button'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { Crumbs, PageHead } from '@/ui/page'

const statuses = { ok: undefined, expired: 404, unavailable: 503 } as const satisfies Record<
  OpenedAppointment['status'],
  number | undefined
>

export async function appointmentMetadata(
  locale: Locale,
  title: 'page.title' | 'move.title' | 'cancel.title',
): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'appointments' })
  return pageMetadata({ locale, path: '/appointments', title: t(title), isIndexed: false })
}

/** The frame of the pages that a person's own link opens, or why it opens none. */
export async function AppointmentPage({
  locale,
  token,
  step = '',
  children,
}: {
  locale: Locale
  token: string
  /** The part of the address after the token. */
  step?: '' | '/move' | '/cancel'
  children: (appointment: PersonsAppointment) => ReactNode
}) {
  const t = await getTranslations({ locale, namespace: 'appointments' })
  const site = await getTranslations({ locale, namespace: 'site' })
  const opened = await openAppointment(token, locale, new Date())
  const expired = { title: t('page.expired'), lead: t('page.expiredLead') }
  const unavailable = { title: t('unavailable.title'), lead: t('unavailable.lead') }
  const own = href(locale, appointmentPath(token))
  return (
    <SitePage locale={locale} path={`${appointmentPath(token)}${step}`}>
      <DeliveryMeta isCached={false} status={statuses[opened.status]} />
      <Crumbs
        label={site('crumbs')}
        items={[
          { href: href(locale, '/'), label: site('page.home') },
          step ? { href: own, label: t('page.title') } : { href: href(locale, '/appointments'), label: t('title') },
        ]}
      />
      {opened.status === 'ok' ? (
        children(opened.appointment)
      ) : (
        <PageHead {...(opened.status === 'expired' ? expired : unavailable)}>
          <Actions>
            <ButtonLink href={href(locale, '/appointments')}>{t('title')}</ButtonLink>
          </Actions>
        </PageHead>
      )}
    </SitePage>
  )
}
