import type { AdminViewServerProps } from 'payload'
import type { User } from '@/payload-types'
import { statusLabels } from '../cms/labels'
import { type Status, statuses } from '../domain/projection'
import {
  type CaseCounts,
  type CaseList,
  type CaseView,
  caseViews,
  countCases,
  findQuestion,
  isCaseView,
  listCases,
} from '../server/work/list-cases'
import { mayReadCases, mayWork } from '../server/work/take-step'
import { CaseTable } from './case-table'
import { PageFrame } from './page-frame'
import { signedIn } from './signed-in'
import { type DeskTranslator, deskTranslator, panelLocale } from './translator'

const path = '/admin/inbox'

/** Longer than any reference, number or address. */
const MOST_TYPED = 300

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

interface Asked {
  view: CaseView
  status: Status | null
  /** As it was typed; empty when nothing is looked for. */
  find: string
  page: number
}

function askedOf(searchParams: AdminViewServerProps['searchParams']): Asked {
  const view = one(searchParams?.view)
  const status = one(searchParams?.status)
  return {
    view: isCaseView(view) ? view : 'mine',
    status: view === 'all' ? (statuses.find((known) => known === status) ?? null) : null,
    find: one(searchParams?.find).trim().slice(0, MOST_TYPED),
    page: Math.max(1, Math.trunc(Number(one(searchParams?.page))) || 1),
  }
}

/** The staff's lists of inquiries: what waits for whom, most urgent first. */
export async function InboxView(view: AdminViewServerProps) {
  const user = signedIn(view, path)
  const t = deskTranslator(panelLocale(view.initPageResult.req.i18n))
  return (
    <PageFrame view={view}>
      <h1>{t('inbox.title')}</h1>
      {mayReadCases(user) ? <Inbox view={view} user={user} t={t} /> : <p className="desk-note">{t('notYours')}</p>}
    </PageFrame>
  )
}

async function Inbox({ view, user, t }: { view: AdminViewServerProps; user: User; t: DeskTranslator }) {
  const { payload, i18n } = view.initPageResult.req
  const asked = askedOf(view.searchParams)
  const question = findQuestion(asked.find)
  const isUnreadable = asked.find !== '' && question === null
  const now = new Date()
  const locale = panelLocale(i18n)
  const [counts, list, hasTargets] = await Promise.all([
    countCases(payload, user, now),
    isUnreadable
      ? { cases: [], total: 0, page: 1, pages: 1 }
      : listCases({ payload, user, now, locale, ...asked, find: question }),
    asked.view === 'due' ? hasResponseTargets(payload, user) : true,
  ])
  return (
    <>
      {mayWork(user) ? (
        <p>
          <a className="desk-button" href={`${path}/new`}>
            {t('record.link')}
          </a>
        </p>
      ) : null}
      <search>
        <form className="desk-find" action={path} method="get">
          <label htmlFor="desk-find">{t('inbox.findLabel')}</label>
          <input id="desk-find" name="find" type="search" defaultValue={asked.find} autoComplete="off" dir="auto" />
          <button type="submit">{t('inbox.find')}</button>
        </form>
      </search>
      {asked.find ? (
        <p>
          <strong>{t('inbox.foundTitle')}</strong> <a href={`${path}?view=all`}>{t('inbox.findAgain')}</a>
        </p>
      ) : (
        <Views view={asked.view} counts={counts} t={t} />
      )}
      {asked.view === 'all' && !asked.find ? <StatusFilter status={asked.status} locale={locale} t={t} /> : null}
      {hasTargets || asked.find ? null : <p className="desk-note">{t('inbox.noTargets')}</p>}
      {list.cases.length === 0 ? (
        <p className="desk-empty">{t(`inbox.empty.${emptyOf(asked, isUnreadable)}`)}</p>
      ) : (
        <>
          <CaseTable cases={list.cases} locale={locale} now={now} t={t} />
          <Pages list={list} asked={asked} t={t} />
        </>
      )}
    </>
  )
}

function emptyOf({ view, status, find }: Asked, isUnreadable: boolean) {
  if (isUnreadable) return 'unreadable'
  if (find) return 'found'
  return status ? 'status' : view
}

async function hasResponseTargets(payload: AdminViewServerProps['payload'], user: User): Promise<boolean> {
  const { responseTargets } = await payload.findGlobal({
    slug: 'association',
    depth: 0,
    select: { responseTargets: true },
    overrideAccess: false,
    user,
  })
  return Object.values(responseTargets ?? {}).some((days) => typeof days === 'number')
}

function Views({ view, counts, t }: { view: CaseView; counts: CaseCounts; t: DeskTranslator }) {
  return (
    <nav aria-label={t('inbox.navigation')}>
      <ul className="desk-views">
        {caseViews.map((name) => (
          <li key={name}>
            <a href={`${path}?view=${name}`} aria-current={name === view ? 'page' : undefined}>
              {t(`inbox.view.${name}`)} {name === 'all' ? null : <bdi className="desk-count">{counts[name]}</bdi>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function StatusFilter({ status, locale, t }: { status: Status | null; locale: 'ar' | 'en'; t: DeskTranslator }) {
  return (
    <form className="desk-filter" action={path} method="get">
      <input type="hidden" name="view" value="all" />
      <label htmlFor="desk-status">{t('inbox.column.status')}</label>
      <select id="desk-status" name="status" defaultValue={status ?? ''}>
        <option value="">{t('inbox.anyStatus')}</option>
        {statuses.map((name) => (
          <option key={name} value={name}>
            {statusLabels[name][locale]}
          </option>
        ))}
      </select>
      <button type="submit" className="desk-quiet">
        {t('inbox.show')}
      </button>
    </form>
  )
}

function Pages({ list, asked, t }: { list: CaseList; asked: Asked; t: DeskTranslator }) {
  const pageHref = (page: number) => {
    const { view, status, find } = asked
    const query = new URLSearchParams(find ? { find } : { view, ...(status && { status }) })
    query.set('page', String(page))
    return `${path}?${query}`
  }
  return (
    <nav className="desk-pages" aria-label={t('inbox.pages')}>
      <span>{t('inbox.count', { count: list.total })}</span>
      {list.pages > 1 ? (
        <>
          {list.page > 1 ? <a href={pageHref(list.page - 1)}>{t('inbox.previous')}</a> : null}
          <span>{t('inbox.page', { page: list.page, pages: list.pages })}</span>
          {list.page < list.pages ? <a href={pageHref(list.page + 1)}>{t('inbox.next')}</a> : null}
        </>
      ) : null}
    </nav>
  )
}
