import type { ServerProps } from 'payload'
import type { User } from '@/payload-types'
import { caseViews, countCases, listCases } from '../server/work/list-cases'
import { mayReadCases } from '../server/work/take-step'
import { CaseTable } from './case-table'
import { deskTranslator, panelLocale } from './translator'

/** As many as fit above the fold; the rest is one link away. */
const SHOWN = 8

/** The first thing on the panel's first page: what waits for this person, each number leading to its list. */
export async function InboxSummary({ i18n, payload, user: signedIn }: ServerProps) {
  const user = signedIn as User | null
  if (!user || !mayReadCases(user)) return null
  const locale = panelLocale(i18n)
  const t = deskTranslator(locale)
  const now = new Date()
  const [counts, mine] = await Promise.all([
    countCases(payload, user, now),
    listCases({ payload, user, now, view: 'mine', locale }),
  ])
  return (
    <section className="desk desk-day" aria-labelledby="day-title">
      <h1 id="day-title">{t('day.title')}</h1>
      <ul className="desk-counts">
        {caseViews.map((view) =>
          view === 'all' ? null : (
            <li key={view} className={view === 'due' && counts.due > 0 ? 'desk-counts-warn' : undefined}>
              <a href={`/admin/inbox?view=${view}`}>
                <b>{counts[view]}</b> <span>{t(`inbox.view.${view}`)}</span>
                {view === 'due' && counts.overdue > 0 ? (
                  <span className="desk-sub">{t('day.overdue', { count: counts.overdue })}</span>
                ) : null}
              </a>
            </li>
          ),
        )}
      </ul>
      {mine.cases.length > 0 ? (
        <CaseTable cases={mine.cases.slice(0, SHOWN)} locale={locale} now={now} t={t} />
      ) : (
        <p className="desk-empty">{t('inbox.empty.mine')}</p>
      )}
      <p>
        <a href={`/admin/inbox?view=${mine.total > SHOWN ? 'mine' : 'all'}`}>
          {t(mine.total > SHOWN ? 'day.allMine' : 'day.all')}
        </a>
      </p>
    </section>
  )
}
