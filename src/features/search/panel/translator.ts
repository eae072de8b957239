import { createTranslator } from 'next-intl'
import { messagesFor } from '@/i18n/messages'

export function searchTranslator(locale: 'ar' | 'en') {
  return createTranslator({ locale, messages: messagesFor(locale), namespace: 'search', timeZone: 'Asia/Riyadh' })
}

export type SearchTranslator = ReturnType<typeof searchTranslator>
