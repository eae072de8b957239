import type { useTranslations } from 'next-intl'

/** What the scripts of a form say while it is sent and when its draft is back (public/js/sending.js, drafts.js). */
export const formAttributes = (t: ReturnType<typeof useTranslations<'forms'>>) => ({
  'data-sending': t('sending.now'),
  'data-sent': t('sending.sent'),
  'data-sending-failed': t('sending.failed'),
  'data-draft-restored': t('draftRestored'),
  'data-draft-clear': t('draftClear'),
})

/** The counter of a field with a limit (public/js/form.js). */
export const counterAttributes = (t: ReturnType<typeof useTranslations<'forms'>>, max: number) => ({
  'data-counter': max,
  'data-counter-text': t.raw('counter') as string,
})
