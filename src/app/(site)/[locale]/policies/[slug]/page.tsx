import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { localeOf } from '@/app/(site)/locale-of'
import { NotFoundPage } from '@/app/(site)/not-found-page'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { legislationData } from '@/features/policies/domain/legislation-data'
import { getPolicy } from '@/features/policies/server/queries'
import { PolicyArticle } from '@/features/policies/ui/policy-article'
import { getAssociation } from '@/features/site/server/queries'
import { href } from '@/i18n/navigation'
import { env } from '@/platform/env'
import { Crumbs } from '@/ui/page'
import { StructuredData } from '@/ui/structured-data'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

/** Metadata and page are one reading. */
const readPolicy = cache(getPolicy)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { slug } = await params
  const policy = await readPolicy(locale, slug)
  if (!policy) return {}
  const t = await getTranslations({ locale, namespace: 'policies' })
  return pageMetadata({
    locale,
    path: `/policies/${slug}`,
    title: policy.title.text,
    description: t('policyDescription'),
  })
}

export default async function PolicyPage({ params }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  const policy = await readPolicy(locale, slug)
  if (!policy) return <NotFoundPage locale={locale} />
  const [t, site, association] = await Promise.all([
    getTranslations({ locale, namespace: 'policies' }),
    getTranslations({ locale, namespace: 'site' }),
    getAssociation(locale),
  ])
  const path = `/policies/${slug}` as const
  const addresses = { ar: `${env().siteUrl}${href('ar', path)}`, en: `${env().siteUrl}${href('en', path)}` }
  return (
    <SitePage locale={locale} path={path}>
      <StructuredData data={legislationData({ policy, locale, addresses, publisher: association.name })} />
      <Crumbs
        label={site('crumbs')}
        items={[
          { href: href(locale, '/'), label: site('page.home') },
          { href: href(locale, '/policies'), label: t('title') },
        ]}
      />
      <PolicyArticle policy={policy} address={addresses[locale]} />
    </SitePage>
  )
}
