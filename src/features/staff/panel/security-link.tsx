import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'

/** In the panel's menu. */
export function SecurityLink({ i18n }: { i18n: { language: string } }) {
  return (
    <a className="nav__link" href="/admin/security">
      <span className="nav__link-label">{translator('staff.security', panelLocale(i18n))('title')}</span>
    </a>
  )
}
