import { createTranslator } from 'next-intl'
import { messagesFor } from '@/i18n/messages'

export function deskTranslator(locale: 'ar' | 'en') {
  return createTranslator({ locale, messages: messagesFor(locale), namespace: 'desk', timeZone: 'Asia/Riyadh' })
}

export type DeskTranslator = ReturnType<typeof deskTranslator>
