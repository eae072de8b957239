import type { AdminViewServerProps } from 'payload'
import { panelLocale } from '@/panel/panel-locale'
import { EntranceFrame } from './entrance-frame'
import { formWords } from './entrance-words'
import { ForgotForm } from './forgot-form'
import { staffTranslator } from './translator'

/** Where staff ask for a link to choose a new password. */
export function ForgotView({ initPageResult }: AdminViewServerProps) {
  const locale = panelLocale(initPageResult.req.i18n)
  const t = staffTranslator(locale)
  const words = {
    title: t('forgot.title'),
    lead: t('forgot.lead'),
    email: t('signIn.email'),
    submit: t('forgot.submit'),
    back: t('forgot.back'),
  }
  return (
    <EntranceFrame locale={locale}>
      <ForgotForm words={words} form={formWords(t)} />
    </EntranceFrame>
  )
}
