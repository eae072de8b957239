import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ContentPage, contentPageMetadata } from '@/app/(site)/content-page'
import { localeOf } from '@/app/(site)/locale-of'
import { getAssociation } from '@/features/site/server/queries'
import { privacyNoticeVersion } from '@/platform/privacy-notice'
import { Section } from '@/ui/page'
import { Num } from '@/ui/text'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return contentPageMetadata('privacy', await localeOf(params))
}

/** The text, and the period that is set now: the one part of it that the system itself carries out. */
export default async function PrivacyPage({ params }: Props) {
  const locale = await localeOf(params)
  const [t, { retentionMonths }] = await Promise.all([
    getTranslations({ locale, namespace: 'pages' }),
    getAssociation(locale),
  ])
  return (
    <ContentPage
      slug="privacy"
      locale={locale}
      note={
        <>
          <br />
          {t('noticeVersion')} <Num>{privacyNoticeVersion}</Num>
        </>
      }
    >
      <Section id="retention" title={t('retention.title')}>
        <p>
          {retentionMonths === null
            ? t('retention.unset')
            : t.rich('retention.months', { count: retentionMonths, n: (chunks: ReactNode) => <Num>{chunks}</Num> })}
        </p>
      </Section>
    </ContentPage>
  )
}
