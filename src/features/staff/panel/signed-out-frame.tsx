import type { ReactNode } from 'react'
import { translator } from '@/i18n/translator'
import { PanelLogo } from './brand'
import { LanguageSwitch } from './language-switch'
import './sign-in.css'

/** The frame of pages shown before sign-in: the association's name, the language switch and a link to the site. */
export function SignedOutFrame({ locale, children }: { locale: 'ar' | 'en'; children: ReactNode }) {
  const t = translator('staff.frame', locale)
  return (
    <main className="auth">
      <div className="auth-head">
        <PanelLogo i18n={{ language: locale }} />
      </div>
      {children}
      <p className="auth-foot">
        <a href={`/${locale}`}>{t('site')}</a>
        <LanguageSwitch />
      </p>
    </main>
  )
}
