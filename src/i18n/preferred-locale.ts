import Negotiator from 'negotiator'
import { defaultLocale, isLocale, type Locale, locales } from '@/i18n/routing'

/** The site's language that the visitor's browser prefers; Arabic when it prefers none of ours. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage) return defaultLocale
  const asked = { headers: { 'accept-language': acceptLanguage } }
  const wanted = new Negotiator(asked).languages().map((language) => language.toLowerCase().split('-')[0] ?? '')
  for (const language of wanted) {
    if (isLocale(language)) return language
    if (language === '*') break
  }
  return locales[0]
}
