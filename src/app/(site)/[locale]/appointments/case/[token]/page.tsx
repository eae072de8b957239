import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BookingPage } from '@/app/(site)/[locale]/appointments/booking-page'
import { caseOfToken } from '@/app/(site)/[locale]/appointments/case-of-token'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { href } from '@/i18n/navigation'
import { Actions, ButtonLink } from '@/ui/button'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'appointments' })
  return pageMetadata({ locale, path: '/appointments', title: t('title'), isIndexed: false })
}

/** Booking a visit about a case, from its tracking page. */
export default async function CaseAppointmentsPage({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const found = await caseOfToken(token, locale, new Date())
  if (found) return <BookingPage locale={locale} from={{ token, reference: found.reference }} />
  const t = await getTranslations({ locale, namespace: 'appointments' })
  return (
    <SitePage locale={locale} path="/appointments">
      <DeliveryMeta isCached={false} status={404} />
      <PageHead title={t('case.expired')} lead={t('case.expiredLead')}>
        <Actions>
          <ButtonLink href={href(locale, '/appointments')}>{t('title')}</ButtonLink>
        </Actions>
      </PageHead>
    </SitePage>
  )
}
