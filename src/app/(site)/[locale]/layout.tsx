import { setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { defaultLocale, direction, isLocale } from '@/i18n/routing'

// Pages are dynamic for Next and finished by the press: `next build` needs no database.
export const dynamic = 'force-dynamic'

export default async function SiteLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ locale: string }>
}) {
  const requested = (await params).locale
  const locale = isLocale(requested) ? requested : defaultLocale
  setRequestLocale(locale)
  return (
    <html lang={locale} dir={direction(locale)}>
      <body>{children}</body>
    </html>
  )
}
