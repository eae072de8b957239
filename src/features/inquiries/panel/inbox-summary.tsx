import type { ServerProps } from 'payload'
import type { User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { countInbox, inboxViews, readInbox } from '../server/work/inbox'
import { CaseTable } from './inbox-view'
import { deskTranslator, panelLocale } from './translator'

/** The first thing on the panel's first page: what waits for this person, each number leading to its list. */
export async function InboxSummary({ i18n, payload, user }: ServerProps) {
  if (!hasRole(user, 'administrator', 'case-officer', 'department-lead', 'auditor')) return null
  const locale = panelLocale(i18n)
  const t = deskTranslator(locale)
  const reader = { payload, user: user as User, now: new Date() }
  const [counts, mine] = await Promise.all([
    countInbox(reader),
    readInbox(reader, { view: 'mine', finding: { kind: 'none' }, page: 1 }),
  ])
  return (
    <section className="desk desk-day" aria-labelledby="day-title">
      <h2 id="day-title">{t('day.title')}</h2>
      <ul className="desk-counts">
        {inboxViews.map((view) =>
          view === 'all' ? null : (
            <li key={view} className={view === 'due' && counts.due > 0 ? 'desk-counts-warn' : undefined}>
              <a href={`/admin/inbox?view=${view}`}>
                <b>{counts[view]}</b> <span>{t(`inbox.view.${view}`)}</span>
              </a>
            </li>
          ),
        )}
      </ul>
      {mine.rows.length > 0 ? (
        <CaseTable rows={mine.rows.slice(0, 8)} locale={locale} now={reader.now} t={t} />
      ) : (
        <p className="desk-empty">{t('inbox.empty.mine')}</p>
      )}
      <p>
        <a href="/admin/inbox?view=all">{t('day.start')}</a>
      </p>
    </section>
  )
}
