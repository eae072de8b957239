import { defineRouting } from 'next-intl/routing'

export const locales = ['ar', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'ar'

/** Every public address carries its language: /ar/…, /en/…. */
export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: 'always',
  localeDetection: false,
  localeCookie: false,
})

export const isLocale = (value: string): value is Locale => locales.some((locale) => locale === value)

export const otherLocale = (locale: Locale): Locale => (locale === 'ar' ? 'en' : 'ar')

export const direction = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr')
