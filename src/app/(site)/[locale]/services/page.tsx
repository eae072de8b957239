import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { listServices } from '@/features/services/server/queries'
import { ServiceList } from '@/features/services/ui/service-list'
import { href } from '@/i18n/navigation'
import { Crumbs, PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'services' })
  return pageMetadata({ locale, path: '/services', title: t('title'), description: t('description') })
}

export default async function ServicesPage({ params }: Props) {
  const locale = await localeOf(params)
  const [t, site, services] = await Promise.all([
    getTranslations({ locale, namespace: 'services' }),
    getTranslations({ locale, namespace: 'site' }),
    listServices(locale),
  ])
  return (
    <SitePage locale={locale} path="/services">
      <Crumbs label={site('crumbs')} items={[{ href: href(locale, '/'), label: site('page.home') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      <ServiceList services={services} />
    </SitePage>
  )
}
