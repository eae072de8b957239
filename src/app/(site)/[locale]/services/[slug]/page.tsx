import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { localeOf } from '@/app/(site)/locale-of'
import { NotFoundPage } from '@/app/(site)/not-found-page'
import { OtherLanguagePage } from '@/app/(site)/other-language-page'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { findClauses } from '@/features/policies/server/queries'
import { getService } from '@/features/services/server/queries'
import { ServiceArticle } from '@/features/services/ui/service-article'
import { EvaluateService } from '@/features/surveys/ui/evaluate-service'
import { href } from '@/i18n/navigation'
import { locales } from '@/i18n/routing'
import { Crumbs } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

/** Metadata and page are one reading. */
const readService = cache(getService)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { slug } = await params
  const found = await readService(locale, slug)
  if (found.status !== 'found') return {}
  const { service, isInOtherLanguage } = found
  return pageMetadata({
    locale,
    path: `/services/${slug}`,
    title: service.title,
    description: service.summary,
    languages: isInOtherLanguage ? locales : [locale],
  })
}

export default async function ServicePage({ params }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  const found = await readService(locale, slug)
  if (found.status === 'otherLanguage') return <OtherLanguagePage locale={locale} path={`/services/${slug}`} />
  if (found.status === 'none') return <NotFoundPage locale={locale} />
  const { service, isInOtherLanguage } = found
  const [t, site, clauses] = await Promise.all([
    getTranslations({ locale, namespace: 'services' }),
    getTranslations({ locale, namespace: 'site' }),
    findClauses(service.clauses),
  ])
  return (
    <SitePage
      locale={locale}
      path={`/services/${slug}`}
      otherLanguagePath={isInOtherLanguage ? undefined : '/services'}
    >
      <Crumbs
        label={site('crumbs')}
        items={[
          { href: href(locale, '/'), label: site('page.home') },
          { href: href(locale, '/services'), label: t('title') },
        ]}
      />
      <ServiceArticle service={service} clauses={clauses} />
      <EvaluateService locale={locale} slug={slug} />
    </SitePage>
  )
}
