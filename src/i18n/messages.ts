import type { Locale } from '@/i18n/routing'
import arErrors from '../../messages/ar/errors.json' with { type: 'json' }
import arSite from '../../messages/ar/site.json' with { type: 'json' }
import enErrors from '../../messages/en/errors.json' with { type: 'json' }
import enSite from '../../messages/en/site.json' with { type: 'json' }

/** One file a room, so that a room's words change beside its code. Namespaces are file names. */
const ar = { errors: arErrors, site: arSite }
const en: typeof ar = { errors: enErrors, site: enSite }

export type Messages = typeof ar

export function messagesFor(locale: Locale): Messages {
  return locale === 'ar' ? ar : en
}
