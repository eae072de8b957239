import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'

/** The association's mark and name, in the panel's language. */

function Mark() {
  return (
    <svg className="panel-mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path className="panel-mark-thread" d="M7 21a17 17 0 0 0 34 0" />
      <path className="panel-mark-dot" d="M24 9.5l9 9-9 9-9-9z" />
    </svg>
  )
}

/** On the page where staff sign in. */
export function PanelLogo({ i18n }: { i18n: { language: string } }) {
  const language = panelLocale(i18n)
  return (
    <div className="panel-logo">
      <Mark />
      <p>
        <b>{translator('site', language)('name')}</b>
        <span>{translator('staff.frame', language)('panel')}</span>
      </p>
    </div>
  )
}

/** In the corner of every other page. */
export function PanelIcon({ i18n }: { i18n: { language: string } }) {
  return (
    <>
      <Mark />
      <span className="panel-hidden">{translator('staff.frame', panelLocale(i18n))('panel')}</span>
    </>
  )
}
