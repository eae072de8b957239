import { panelLocale } from '@/panel/panel-locale'
import { staffTranslator } from './translator'

/** In the panel's menu. */
export function SecurityLink({ i18n }: { i18n: { language: string } }) {
  return (
    <a className="nav__link" href="/admin/security">
      <span className="nav__link-label">{staffTranslator(panelLocale(i18n))('security.title')}</span>
    </a>
  )
}
