import { listPolicies } from '@/features/policies/server/queries'
import { listServices } from '@/features/services/server/queries'
import { builtInPages, type PageKey, pageKeys } from '@/features/site/domain/pages'
import { href } from '@/i18n/navigation'
import { defaultLocale, locales } from '@/i18n/routing'
import { env } from '@/platform/env'

export const dynamic = 'force-dynamic'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Pages that ask search engines not to list them. */
const unlisted: readonly PageKey[] = ['track', 'search']

/** Every public page in both languages, each naming the other (sitemaps.org, hreflang extension). */
export async function GET(): Promise<Response> {
  const [services, policies] = await Promise.all([listServices(defaultLocale), listPolicies(defaultLocale)])
  const paths: `/${string}`[] = [
    ...pageKeys.filter((key) => !unlisted.includes(key)).map((key) => builtInPages[key]),
    ...services.map(({ slug }) => `/services/${slug}` as const),
    ...policies.map(({ slug }) => `/policies/${slug}` as const),
  ]
  const address = (locale: (typeof locales)[number], path: `/${string}`) =>
    escaped(`${env().siteUrl}${href(locale, path)}`)
  const alternates = (path: `/${string}`) =>
    [
      ...locales.map((locale) => [locale, address(locale, path)] as const),
      ['x-default', address(defaultLocale, path)] as const,
    ]
      .map(([language, url]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${url}"/>`)
      .join('')
  const urls = paths.flatMap((path) =>
    locales.map((locale) => `<url><loc>${address(locale, path)}</loc>${alternates(path)}</url>`),
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
