import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { href } from '@/i18n/navigation'
import { Actions, ButtonLink } from '@/ui/button'
import { Status } from '@/ui/case'
import { PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'cases' })
  return pageMetadata({ locale, path: '/track/lost/sent', title: t('lost.sent'), isIndexed: false })
}

/** Says the same to everybody, whether or not there is such a case. */
export default async function LinkRequestedPage({ params }: Props) {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'cases' })
  return (
    <SitePage locale={locale} path="/track/lost/sent">
      <PageHead
        status={<Status tone="wait">{t('lost.sentStatus')}</Status>}
        title={t('lost.sent')}
        lead={t('lost.sentLead')}
      >
        <p>{t('lost.sentOtherwise')}</p>
        <Actions>
          <ButtonLink href={href(locale, '/track')}>{t('track.title')}</ButtonLink>
          <ButtonLink isQuiet href={href(locale, '/contact')}>
            {t('lost.contact')}
          </ButtonLink>
        </Actions>
      </PageHead>
    </SitePage>
  )
}
