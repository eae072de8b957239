import '@/ui/styles/site.css'
import type { Viewport } from 'next'
import type { ReactNode } from 'react'
import { localeOf } from '@/app/(site)/locale-of'
import { NotFoundPage } from '@/app/(site)/not-found-page'
import { direction, isLocale } from '@/i18n/routing'
import { pageFontUrls } from '@/ui/font-files'
import { tabIconUrl } from '@/ui/tab-icon'

// Pages are dynamic for Next and finished by src/delivery: `next build` needs no database.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffcf7' },
    { media: '(prefers-color-scheme: dark)', color: '#1a1017' },
  ],
}

export default async function SiteLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ locale: string }>
}) {
  const locale = await localeOf(params)
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        {pageFontUrls[locale].map((url) => (
          <link key={url} rel="preload" href={url} as="font" type="font/woff2" crossOrigin="" />
        ))}
        <link rel="icon" href={tabIconUrl} type="image/svg+xml" />
        <link rel="icon" href="/icon-32.png" type="image/png" sizes="32x32" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href={`/${locale}/manifest.webmanifest`} />
      </head>
      <body>{isLocale((await params).locale) ? children : <NotFoundPage locale={locale} />}</body>
    </html>
  )
}
