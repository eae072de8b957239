import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { getAssociation } from '@/features/site/server/queries'
import { href } from '@/i18n/navigation'
import { trackingToken } from '@/shared/casework/server/links'
import { slipOf } from '@/shared/casework/server/slip'
import { openReceipt } from '@/shared/casework/server/tracking-forms'
import { Receipt } from '@/shared/casework/ui/receipt'
import { Actions, ButtonLink } from '@/ui/button'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string; token: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'cases' })
  return pageMetadata({ locale, path: '/contact', title: t('receipt.title'), isIndexed: false })
}

export default async function ReceiptPage({ params }: Props) {
  const locale = await localeOf(params)
  const { token } = await params
  const t = await getTranslations({ locale, namespace: 'cases' })
  const now = new Date()
  const opened = await openReceipt(token, locale, now)
  // As in a mail: the receipt shows the code, so that its link opens no more than that does.
  const kept = opened.status === 'ok' ? trackingToken(opened.tracked, { end: 'none' }) : ''
  const instead =
    opened.status === 'expired'
      ? { title: t('receipt.expired'), lead: t('receipt.expiredLead') }
      : { title: t('track.unavailable'), lead: t('track.unavailableLead') }
  return (
    <SitePage locale={locale} path={`/contact/receipt/${token}`}>
      <DeliveryMeta isCached={false} status={opened.status === 'expired' ? 404 : opened.status === 'ok' ? 200 : 503} />
      {opened.status === 'ok' ? (
        <>
          <Receipt
            tracked={opened.tracked}
            locale={locale}
            now={now}
            slip={slipOf({ ...opened.tracked, locale, association: (await getAssociation(locale)).name, token: kept })}
            trackHref={href(locale, `/track/${kept}`)}
          />
          <script type="module" src="/js/sent.js" data-delivery="keep" />
        </>
      ) : (
        <PageHead {...instead}>
          <Actions>
            <ButtonLink href={href(locale, '/track')}>{t('track.title')}</ButtonLink>
          </Actions>
        </PageHead>
      )}
    </SitePage>
  )
}
