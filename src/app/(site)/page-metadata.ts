import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { href } from '@/i18n/navigation'
import { defaultLocale, type Locale, locales } from '@/i18n/routing'
import { env } from '@/platform/env'

/**
 * Title, canonical address, the same page in the other language, Open Graph.
 * @param path the page's path without the language, as given to `SitePage`
 * @param description one or two plain sentences; the site's own when left out
 * @param languages in which the page exists
 * @param isIndexed false for receipts, tracking and errors
 */
export async function pageMetadata({
  locale,
  path,
  title,
  description,
  languages = locales,
  isIndexed = true,
}: {
  locale: Locale
  path: `/${string}`
  title: string
  description?: string
  languages?: readonly Locale[]
  isIndexed?: boolean
}): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'site' })
  const address = (language: Locale) => `${env().siteUrl}${href(language, path)}`
  const name = t('name')
  const fullTitle = title === name ? name : `${title} – ${name}`
  const summary = description ?? t('tagline')
  if (!isIndexed) return { title: fullTitle, description: summary, robots: { index: false, follow: false } }
  return {
    title: fullTitle,
    description: summary,
    alternates: {
      canonical: address(locale),
      languages: {
        ...Object.fromEntries(languages.map((language) => [language, address(language)])),
        'x-default': address(languages.includes(defaultLocale) ? defaultLocale : locale),
      },
    },
    openGraph: {
      type: 'website',
      siteName: name,
      title,
      description: summary,
      url: address(locale),
      locale: locale === 'ar' ? 'ar_SA' : 'en',
      images: [{ url: `${env().siteUrl}/og-${locale}.png`, width: 1200, height: 630, alt: name }],
    },
    twitter: { card: 'summary_large_image' },
  }
}
