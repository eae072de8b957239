'use client'

import { useLocale, useTranslations } from 'next-intl'
import { otherLocale } from '@/i18n/routing'

const YEAR_SECONDS = 31_536_000

/** Switches the panel's language before sign-in; Payload reads it from this cookie. */
export function LanguageSwitch() {
  const t = useTranslations('staff.frame')
  const language = otherLocale(useLocale())
  return (
    <button
      type="button"
      lang={language}
      aria-label={t('languageLabel')}
      onClick={() => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that staff have
        document.cookie = `payload-lng=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`
        window.location.reload()
      }}
    >
      {t('language')}
    </button>
  )
}
