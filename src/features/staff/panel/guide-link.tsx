import { panelLocale } from '@/panel/panel-locale'
import type { LocalizedText } from '@/platform/localize'

const words: LocalizedText = { ar: 'دليل الاستخدام', en: 'How to use the panel' }
const short: LocalizedText = { ar: 'الدليل', en: 'Guide' }

/** Last in the panel's menu. */
export function GuideLink({ i18n }: { i18n: { language: string } }) {
  return (
    <a className="nav__link" href="/admin/guide">
      <span className="nav__link-label">{words[panelLocale(i18n)]}</span>
    </a>
  )
}

/** In the head of every page, because the menu is closed on most screens. */
export function GuideAction({ i18n }: { i18n: { language: string } }) {
  const language = panelLocale(i18n)
  return (
    <a className="guide-action" href="/admin/guide" title={words[language]}>
      {short[language]}
    </a>
  )
}
