import { listPolicies } from '@/features/policies/server/queries'
import { listServices } from '@/features/services/server/queries'
import { pageKeys, sitePages } from '@/features/site/domain/pages'
import { href } from '@/i18n/navigation'
import { defaultLocale, type Locale, locales } from '@/i18n/routing'
import { env } from '@/platform/env'

export const dynamic = 'force-dynamic'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Every public page in each language in which it exists, each naming the others (sitemaps.org, hreflang extension). */
export async function GET(): Promise<Response> {
  const [policies, ...services] = await Promise.all([
    listPolicies(defaultLocale),
    ...locales.map(async (locale) => ({ locale, listed: await listServices(locale) })),
  ])
  const serviceSlugs = new Set(services.flatMap(({ listed }) => listed.map(({ slug }) => slug)))
  const everywhere = (path: `/${string}`) => ({ path, languages: [...locales] })
  const pages: { path: `/${string}`; languages: Locale[] }[] = [
    ...pageKeys.filter((key) => sitePages[key].isOffered).map((key) => everywhere(sitePages[key].path)),
    // A service is left out of a language in which its words are not complete.
    ...[...serviceSlugs].map((slug) => ({
      path: `/services/${slug}` as const,
      languages: services
        .filter(({ listed }) => listed.some((service) => service.slug === slug))
        .map(({ locale }) => locale),
    })),
    ...policies.map(({ slug }) => everywhere(`/policies/${slug}`)),
  ]
  const address = (locale: (typeof locales)[number], path: `/${string}`) =>
    escaped(`${env().siteUrl}${href(locale, path)}`)
  const alternates = (path: `/${string}`, languages: readonly Locale[]) =>
    [
      ...languages.map((locale) => [locale, address(locale, path)] as const),
      ['x-default', address(languages[0] ?? defaultLocale, path)] as const,
    ]
      .map(([language, url]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${url}"/>`)
      .join('')
  const urls = pages.flatMap(({ path, languages }) =>
    languages.map((locale) => `<url><loc>${address(locale, path)}</loc>${alternates(path, languages)}</url>`),
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
