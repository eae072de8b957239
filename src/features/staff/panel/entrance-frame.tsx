import type { ReactNode } from 'react'
import { translator } from '@/i18n/translator'
import { PanelLogo } from './brand'
import { LanguageSwitch } from './language-switch'
import './entrances.css'

/** Around every page that is open before signing in: whose panel it is, its language, and the way out to the site. */
export function EntranceFrame({ locale, children }: { locale: 'ar' | 'en'; children: ReactNode }) {
  const t = translator('staff.frame', locale)
  return (
    <main className="entrance">
      <div className="entrance-head">
        <PanelLogo i18n={{ language: locale }} />
      </div>
      {children}
      <p className="entrance-foot">
        <a href={`/${locale}`}>{t('site')}</a>
        <LanguageSwitch />
      </p>
    </main>
  )
}
