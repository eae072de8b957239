import { createTranslator } from 'next-intl'
import { messagesFor } from '@/i18n/messages'

export function staffTranslator(locale: 'ar' | 'en') {
  return createTranslator({ locale, messages: messagesFor(locale), namespace: 'staff', timeZone: 'Asia/Riyadh' })
}

export type StaffTranslator = ReturnType<typeof staffTranslator>
