import { getTranslations } from 'next-intl/server'
import { SitePage } from '@/app/(site)/site-page'
import { type PageKey, sitePages } from '@/features/site/domain/pages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { Needs } from '@/ui/facts'
import { PageHead } from '@/ui/page'

const ways: readonly PageKey[] = ['services', 'policies', 'contact', 'track', 'sitemap']

/** What a page renders instead of itself when there is nothing at its address. Sets status 404. */
export async function NotFoundPage({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'errors' })
  const site = await getTranslations({ locale, namespace: 'site' })
  return (
    <SitePage locale={locale} path="/">
      <DeliveryMeta status={404} />
      <meta name="robots" content="noindex" />
      <PageHead title={t('notFound.title')} lead={t('notFound.lead')} />
      <Needs items={ways.map((key) => ({ href: href(locale, sitePages[key].path), label: site(`page.${key}`) }))} />
    </SitePage>
  )
}
