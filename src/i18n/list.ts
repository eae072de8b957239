import type { Locale } from '@/i18n/routing'

/** A list in a sentence: «أ وب وج», "a, b and c". British English has no comma before "and". */
export const listFormat = (locale: Locale) => new Intl.ListFormat(locale === 'ar' ? 'ar' : 'en-GB')
