import { setRequestLocale } from 'next-intl/server'
import { defaultLocale, isLocale, type Locale } from '@/i18n/routing'

/**
 * The language of a page's address, and tells next-intl of it. An unknown language never reaches a
 * page: the layout answers it with "not found".
 */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale: requested } = await params
  const locale = isLocale(requested) ? requested : defaultLocale
  setRequestLocale(locale)
  return locale
}
