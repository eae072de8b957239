import type { useTranslations } from 'next-intl'

/** What a form's script says while it sends (public/js/sending.js). Marks the form as one that it sends. */
export const sendingWords = (t: ReturnType<typeof useTranslations<'inquiries'>>) => ({
  'data-sending': t('sending.now'),
  'data-sent': t('sending.sent'),
  'data-sending-failed': t('sending.failed'),
})
