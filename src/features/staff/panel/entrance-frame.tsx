import type { ReactNode } from 'react'
import { PanelLogo } from './brand'
import { LanguageSwitch } from './language-switch'
import { staffTranslator } from './translator'
import './entrances.css'

/** Around every page that is open before signing in: whose panel it is, its language, and the way out to the site. */
export function EntranceFrame({ locale, children }: { locale: 'ar' | 'en'; children: ReactNode }) {
  const t = staffTranslator(locale)
  const other = locale === 'ar' ? 'en' : 'ar'
  return (
    <main className="entrance">
      <div className="entrance-head">
        <PanelLogo i18n={{ language: locale }} />
      </div>
      {children}
      <p className="entrance-foot">
        <a href={`/${locale}`}>{t('frame.site')}</a>
        <LanguageSwitch language={other} name={t('frame.language')} label={t('frame.languageLabel')} />
      </p>
    </main>
  )
}
