import type { AdminViewServerProps } from 'payload'
import { type Translator, translator } from '@/i18n/translator'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { signedIn } from '@/panel/signed-in'
import type { User } from '@/payload-types'
import { statuses } from '@/shared/casework/domain/projection'
import { mayReadCases, mayWork } from '@/shared/casework/roles'
import { responseTargets } from '@/shared/directory/response-targets'
import { channelLabels, channels } from '@/shared/vocabulary/channels'
import { optionsOf } from '@/shared/vocabulary/label'
import { type CaseKind, kindLabels } from '../case-type'
import { statusLabels } from '../cms/labels'
import { type CaseView, filtersOfView, findCondition, viewsOf } from '../server/desk/case-queries'
import { mayExportPersonal } from '../server/desk/export-cases'
import { type CaseCounts, type CaseList, countCases, listCases } from '../server/desk/list-cases'
import { commands } from './case-form-state'
import { CaseTable } from './case-table'
import { DoneNote } from './done-note'
import { ExportForm } from './export-form'
import { inboxPath } from './inbox-path'
import { type Asked, askedOf, inboxAddress, type Kinds } from './inbox-query'

const path = '/admin/inbox'

const isNarrowed = ({ filters }: Asked): boolean => Object.values(filters).some(Boolean)

/** The staff's lists of inquiries: what waits for whom, most urgent first. */
export async function InboxView(view: AdminViewServerProps) {
  const user = signedIn(view, path)
  const t = translator('desk', panelLocale(view.initPageResult.req.i18n))
  const left = commands.find((command) => command === view.searchParams?.after)
  return (
    <PageFrame view={view} className="desk">
      <div className="desk-top">
        <h1>{t('inbox.title')}</h1>
        {mayWork(user) ? (
          <a className="desk-button" href={`${path}/new`}>
            {t('record.link')}
          </a>
        ) : null}
      </div>
      {left ? (
        <DoneNote>
          {t(`case.done.${left}`)} {t('inbox.outOfSight')}
        </DoneNote>
      ) : null}
      {mayReadCases(user) ? <Inbox view={view} user={user} t={t} /> : <p className="desk-note">{t('notYours')}</p>}
    </PageFrame>
  )
}

async function Inbox({ view, user, t }: { view: AdminViewServerProps; user: User; t: Translator<'desk'> }) {
  const { payload, i18n } = view.initPageResult.req
  const kinds = kindLabels(payload)
  const asked = askedOf(view.searchParams, kinds)
  const question = findCondition(asked.find)
  const isUnreadable = asked.find !== '' && question === null
  const now = new Date()
  const locale = panelLocale(i18n)
  const isAboutDates = asked.view === 'today' || asked.view === 'overdue'
  const [counts, list, hasTargets] = await Promise.all([
    countCases(payload, user, now),
    isUnreadable
      ? { cases: [], total: 0, previous: null, next: null }
      : listCases({ payload, user, now, locale, ...asked, find: question }),
    isAboutDates ? isAnyTargetSet(payload, user) : true,
  ])
  return (
    <>
      <search>
        <form className="desk-find" action={path} method="get">
          <label htmlFor="desk-find">{t('inbox.findLabel')}</label>
          <input id="desk-find" name="find" type="search" defaultValue={asked.find} autoComplete="off" dir="auto" />
          <button type="submit">{t('inbox.find')}</button>
        </form>
      </search>
      {asked.find ? (
        <p>
          <strong>{t('inbox.foundTitle')}</strong> <a href={inboxPath('all')}>{t('inbox.findAgain')}</a>
        </p>
      ) : (
        <Views view={asked.view} views={viewsOf(user)} counts={counts} t={t} />
      )}
      {asked.find ? null : <Filters asked={asked} kinds={kinds} locale={locale} t={t} />}
      {hasTargets || asked.find || list.cases.length > 0 ? null : <p className="desk-note">{t('inbox.noTargets')}</p>}
      {list.cases.length === 0 ? (
        <p className="desk-empty">{t(`inbox.empty.${emptyOf(asked, isUnreadable)}`)}</p>
      ) : (
        <>
          <CaseTable cases={list.cases} isMine={asked.view === 'mine' && !asked.find} locale={locale} now={now} t={t} />
          <Pages list={list} asked={asked} t={t} />
          <ExportForm
            asked={asked}
            mayExportPersonal={mayExportPersonal(user)}
            isReasonMissing={view.searchParams?.export === 'reason'}
            locale={locale}
            t={t}
          />
        </>
      )}
    </>
  )
}

function emptyOf(asked: Asked, isUnreadable: boolean) {
  if (isUnreadable) return 'unreadable'
  if (asked.find) return 'found'
  return isNarrowed(asked) ? 'narrowed' : asked.view
}

/** Without targets no case has a date. */
const isAnyTargetSet = async (payload: AdminViewServerProps['payload'], user: User): Promise<boolean> =>
  Object.values(await responseTargets(payload, user)).some((days) => days !== null)

function Views({
  view,
  views,
  counts,
  t,
}: {
  view: CaseView
  views: readonly CaseView[]
  counts: CaseCounts
  t: Translator<'desk'>
}) {
  return (
    <nav aria-label={t('inbox.navigation')}>
      <ul className="desk-views">
        {views.map((name) => (
          <li key={name}>
            <a href={inboxPath(name)} aria-current={name === view ? 'page' : undefined}>
              {t(`inbox.view.${name}`)}{' '}
              {name === 'closed' || name === 'all' ? null : <bdi className="desk-count">{counts[name]}</bdi>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Filters({
  asked,
  kinds,
  locale,
  t,
}: {
  asked: Asked
  kinds: Kinds
  locale: 'ar' | 'en'
  t: Translator<'desk'>
}) {
  const { view, filters } = asked
  const names = filtersOfView(view)
  if (names.length === 0) return null
  const labelsOf = {
    status: { label: t('inbox.column.status'), any: t('inbox.anyStatus'), options: optionsOf(statuses, statusLabels) },
    kind: {
      label: t('case.fact.kind'),
      any: t('inbox.anyKind'),
      options: optionsOf(Object.keys(kinds) as CaseKind[], kinds),
    },
    channel: {
      label: t('inbox.column.channel'),
      any: t('inbox.anyChannel'),
      options: optionsOf(channels, channelLabels),
    },
  }
  return (
    <form className="desk-filter" action={path} method="get" aria-label={t('inbox.narrow')}>
      <input type="hidden" name="view" value={view} />
      {names.map((name) => {
        const { label, any, options } = labelsOf[name]
        return (
          <div key={name} className="desk-filter-field">
            <label htmlFor={`desk-${name}`}>{label}</label>
            <select id={`desk-${name}`} name={name} defaultValue={filters[name] ?? ''}>
              <option value="">{any}</option>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label[locale]}
                </option>
              ))}
            </select>
          </div>
        )
      })}
      <button type="submit" className="desk-quiet">
        {t('inbox.show')}
      </button>
      {isNarrowed(asked) ? <a href={inboxPath(view)}>{t('inbox.showAll')}</a> : null}
    </form>
  )
}

function Pages({ list, asked, t }: { list: CaseList; asked: Asked; t: Translator<'desk'> }) {
  return (
    <nav className="desk-pages" aria-label={t('inbox.pages')}>
      {list.total === null ? null : <span>{t('inbox.count', { count: list.total })}</span>}
      {list.previous ? <a href={inboxAddress(asked, { before: list.previous })}>{t('inbox.previous')}</a> : null}
      {list.next ? <a href={inboxAddress(asked, { after: list.next })}>{t('inbox.next')}</a> : null}
    </nav>
  )
}
