import { createTranslator } from 'next-intl'
import { messagesFor } from '@/i18n/messages'
import { isLocale } from '@/i18n/routing'

/** @param given a language, or what a browser sent as one */
export function deskTranslator(given: 'ar' | 'en') {
  const locale = isLocale(given) ? given : 'ar'
  return createTranslator({ locale, messages: messagesFor(locale), namespace: 'desk', timeZone: 'Asia/Riyadh' })
}

export type DeskTranslator = ReturnType<typeof deskTranslator>
