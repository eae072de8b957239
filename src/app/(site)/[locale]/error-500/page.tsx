import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { href } from '@/i18n/navigation'
import { Actions, ButtonLink } from '@/ui/button'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'errors.failed' })
  return pageMetadata({ locale, path: '/', title: t('title'), isIndexed: false })
}

/** What the entry shows when a page fails and no earlier copy is left. Needs no database. */
export default async function FailedPage({ params }: Props) {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'errors.failed' })
  return (
    <SitePage locale={locale} path="/">
      <DeliveryMeta status={500} />
      <PageHead title={t('title')} lead={t('lead')}>
        <Actions>
          <ButtonLink href={href(locale, '/')}>{t('retry')}</ButtonLink>
        </Actions>
      </PageHead>
    </SitePage>
  )
}
