import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { href } from '@/i18n/navigation'
import { openOwnCases } from '@/shared/casework/server/tracking-forms'
import { OwnCases } from '@/shared/casework/ui/own-cases'
import { Actions, ButtonLink } from '@/ui/button'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'cases' })
  return pageMetadata({ locale, path: '/track', title: t('own.title'), isIndexed: false })
}

const statuses = { ok: undefined, expired: 404, unavailable: 503 } as const

/** Everything that was sent from one e-mail address or telephone, for whoever got the link there. */
export default async function OwnCasesPage({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const t = await getTranslations({ locale, namespace: 'cases' })
  const now = new Date()
  const opened = await openOwnCases(token, locale, now)
  const instead =
    opened.status === 'expired'
      ? { title: t('track.expired'), lead: t('own.expired') }
      : { title: t('track.unavailable'), lead: t('track.unavailableLead') }
  return (
    <SitePage locale={locale} path={`/track/own/${token}`}>
      <DeliveryMeta isCached={false} status={statuses[opened.status]} />
      {opened.status === 'ok' ? (
        <>
          <PageHead title={t('own.title')} lead={t('own.lead')} />
          <OwnCases cases={opened.cases} locale={locale} now={now} />
        </>
      ) : (
        <PageHead {...instead}>
          <Actions>
            <ButtonLink href={href(locale, '/track/lost')}>{t('lost.title')}</ButtonLink>
          </Actions>
        </PageHead>
      )}
    </SitePage>
  )
}
