import { getTranslations } from 'next-intl/server'
import { getAssociation } from '@/features/site/server/queries'
import { href } from '@/i18n/navigation'
import { defaultLocale, direction, isLocale } from '@/i18n/routing'

export const dynamic = 'force-dynamic'

/** What a phone needs to keep the site on its home screen (W3C, Web Application Manifest). */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const requested = (await params).locale
  const locale = isLocale(requested) ? requested : defaultLocale
  const t = await getTranslations({ locale, namespace: 'site' })
  const association = await getAssociation(locale)
  return Response.json(
    {
      name: association.name,
      short_name: association.shortName,
      description: t('tagline'),
      lang: locale,
      dir: direction(locale),
      id: href(locale, '/'),
      start_url: href(locale, '/'),
      scope: href(locale, '/'),
      display: 'browser',
      background_color: '#fffcf7',
      theme_color: '#fffcf7',
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      ],
    },
    { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } },
  )
}
