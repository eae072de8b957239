import { getRequestConfig } from 'next-intl/server'
import { messagesFor } from '@/i18n/messages'
import { defaultLocale, isLocale } from '@/i18n/routing'

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = requested && isLocale(requested) ? requested : defaultLocale
  return { locale, messages: messagesFor(locale), timeZone: 'Asia/Riyadh' }
})
