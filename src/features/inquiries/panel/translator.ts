import { createTranslator } from 'next-intl'
import { messagesFor } from '@/i18n/messages'

/** The panel speaks the language the person chose in it; Arabic where it chose none. */
export const panelLocale = (i18n: { language: string }): 'ar' | 'en' => (i18n.language === 'en' ? 'en' : 'ar')

export function deskTranslator(locale: 'ar' | 'en') {
  return createTranslator({ locale, messages: messagesFor(locale), namespace: 'desk', timeZone: 'Asia/Riyadh' })
}

export type DeskTranslator = ReturnType<typeof deskTranslator>
