import type { Locale } from '@/i18n/routing'

/** Written by scripts/fonts.mjs: the files that nearly every page of a language needs at once. */
export const pageFontUrls = {
  ar: ['/fonts/plex-arabic-400.76e6792a.woff2', '/fonts/plex-arabic-600.b9b0d3fb.woff2'],
  en: ['/fonts/plex-latin-400.e391dbc1.woff2', '/fonts/plex-latin-600.6cf8a713.woff2'],
} as const satisfies Record<Locale, readonly string[]>
