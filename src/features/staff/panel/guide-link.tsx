import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'

/** The last link of the panel's menu. */
export function GuideLink({ i18n }: { i18n: { language: string } }) {
  return (
    <a className="nav__link" href="/admin/guide">
      <span className="nav__link-label">{translator('staff.guide', panelLocale(i18n))('title')}</span>
    </a>
  )
}

/** In the header of every page, because the menu is closed on most screens. */
export function GuideAction({ i18n }: { i18n: { language: string } }) {
  const t = translator('staff.guide', panelLocale(i18n))
  return (
    <a className="guide-action" href="/admin/guide" title={t('title')}>
      {t('short')}
    </a>
  )
}
