import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { listPolicies } from '@/features/policies/server/queries'
import { listServices } from '@/features/services/server/queries'
import { pageKeys, sitePages } from '@/features/site/domain/pages'
import { href } from '@/i18n/navigation'
import { direction } from '@/i18n/routing'
import { Needs } from '@/ui/facts'
import { Crumbs, PageHead, Section } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'pages.sitemap' })
  return pageMetadata({ locale, path: '/sitemap', title: t('title'), description: t('lead') })
}

export default async function SitemapPage({ params }: Props) {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'pages.sitemap' })
  const words = await getTranslations({ locale, namespace: 'site' })
  const [services, policies] = await Promise.all([listServices(locale), listPolicies(locale)])
  const listed = (group: 'main' | 'site') =>
    pageKeys
      .filter((key) => sitePages[key].siteMap === group)
      .map((key) => ({ href: href(locale, sitePages[key].path), label: words(`page.${key}`) }))
  return (
    <SitePage locale={locale} path="/sitemap">
      <Crumbs label={words('crumbs')} items={[{ href: href(locale, '/'), label: words('page.home') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      <Section id="main-pages" title={t('main')}>
        <Needs items={listed('main')} />
      </Section>
      {services.length > 0 ? (
        <Section id="services" title={t('services')}>
          <Needs
            items={services.map(({ slug, title }) => ({ href: href(locale, `/services/${slug}`), label: title }))}
          />
        </Section>
      ) : null}
      {policies.length > 0 ? (
        <Section id="policies" title={t('policies')}>
          <Needs
            items={policies.map(({ slug, title }) => ({
              href: href(locale, `/policies/${slug}`),
              label: (
                <span lang={title.lang} dir={direction(title.lang)}>
                  {title.text}
                </span>
              ),
            }))}
          />
        </Section>
      ) : null}
      <Section id="site-pages" title={t('site')}>
        <Needs items={listed('site')} />
      </Section>
    </SitePage>
  )
}
