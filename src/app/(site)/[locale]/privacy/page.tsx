import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContentPage, contentPageMetadata } from '@/app/(site)/content-page'
import { localeOf } from '@/app/(site)/locale-of'
import { privacyNoticeVersion } from '@/platform/privacy-notice'
import { Num } from '@/ui/text'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return contentPageMetadata('privacy', await localeOf(params))
}

export default async function PrivacyPage({ params }: Props) {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'pages' })
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
    />
  )
}
