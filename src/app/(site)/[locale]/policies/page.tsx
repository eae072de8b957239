import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { listPolicies } from '@/features/policies/server/queries'
import { PolicyList } from '@/features/policies/ui/policy-list'
import { href } from '@/i18n/navigation'
import { Crumbs, PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'policies' })
  return pageMetadata({ locale, path: '/policies', title: t('title'), description: t('description') })
}

export default async function PoliciesPage({ params }: Props) {
  const locale = await localeOf(params)
  const [t, site, policies] = await Promise.all([
    getTranslations({ locale, namespace: 'policies' }),
    getTranslations({ locale, namespace: 'site' }),
    listPolicies(locale),
  ])
  return (
    <SitePage locale={locale} path="/policies">
      <Crumbs label={site('crumbs')} items={[{ href: href(locale, '/'), label: site('page.home') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      <PolicyList policies={policies} />
    </SitePage>
  )
}
