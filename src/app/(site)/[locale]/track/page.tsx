import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openCase } from '@/app/(site)/[locale]/track/actions'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { ClientMessages } from '@/i18n/client-messages'
import { href } from '@/i18n/navigation'
import { TrackForm } from '@/shared/casework/ui/track-form'
import { Crumbs, PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'cases' })
  return pageMetadata({ locale, path: '/track', title: t('track.title'), description: t('track.description') })
}

export default async function TrackPage({ params }: Props) {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'cases' })
  const site = await getTranslations({ locale, namespace: 'site' })
  return (
    <SitePage locale={locale} path="/track">
      <Crumbs label={site('crumbs')} items={[{ href: href(locale, '/'), label: site('page.home') }]} />
      <ClientMessages locale={locale} namespaces={['forms', 'cases']}>
        <TrackForm action={openCase} lostHref={href(locale, '/track/lost')}>
          <PageHead title={t('track.title')} lead={t('track.lead')} />
        </TrackForm>
      </ClientMessages>
    </SitePage>
  )
}
