import { translator } from '@/i18n/translator'
import { whatHappened } from '../server/notices/notice-mail'
import type { ShownNotice } from '../server/notices/own-notices'
import { commaOf, DueBadge, Moment, Reference } from './case-badges'
import type { Shown } from './case-shown'

/** As many as stand open. */
const FIRST = 5

/** What is new for the reader, each with the way to its case. */
export function NoticeList({ notices, shown }: { notices: readonly ShownNotice[]; shown: Shown }) {
  if (notices.length === 0) return null
  const t = translator('notices', shown.locale)
  const rest = notices.slice(FIRST)
  return (
    <section aria-labelledby="day-notices">
      <h2 id="day-notices">{t('title')}</h2>
      <Rows notices={notices.slice(0, FIRST)} shown={shown} />
      {rest.length > 0 ? (
        <details>
          <summary>{t('more', { count: rest.length })}</summary>
          <Rows notices={rest} shown={shown} />
        </details>
      ) : null}
    </section>
  )
}

function Rows({ notices, shown: { locale, now, t } }: { notices: readonly ShownNotice[]; shown: Shown }) {
  const words = translator('notices', locale)
  return (
    <ul className="day-rows">
      {notices.map((notice) => (
        <li key={notice.id}>
          <span>
            {whatHappened(notice, words)}:{' '}
            <a href={`/admin/inbox/${notice.inquiry}`}>
              <bdi>{notice.subject || t('inbox.erased')}</bdi>
            </a>
            <span className="desk-sub">
              <Reference>{notice.reference}</Reference>
              {commaOf(locale)}
              <Moment at={notice.at} locale={locale} now={now} />
            </span>
          </span>
          <DueBadge due={notice.due} locale={locale} t={t} />
        </li>
      ))}
    </ul>
  )
}
