import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { User } from '@/payload-types'
import { channelLabels, kindLabels, statusLabels } from '../cms/labels'
import {
  countInbox,
  findingOf,
  type InboxCounts,
  type InboxPage,
  inboxViews,
  isInboxView,
  readInbox,
  type InboxView as ViewName,
} from '../server/work/inbox'
import { DueBadge, Moment, Reference, StatusDot } from './pieces'
import { signedIn } from './signed-in'
import { type DeskTranslator, deskTranslator, panelLocale } from './translator'

const path = '/admin/inbox'

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

/** The staff's lists of inquiries: what waits for whom, most urgent first. */
export async function InboxView(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props
  const user = signedIn(props, path)
  const { req } = initPageResult
  const locale = panelLocale(req.i18n)
  const t = deskTranslator(locale)
  const now = new Date()
  const asked = one(searchParams?.view)
  const view: ViewName = isInboxView(asked) ? asked : 'mine'
  const find = one(searchParams?.find).slice(0, 300)
  const finding = findingOf(find)
  const page = Math.max(1, Math.trunc(Number(one(searchParams?.page))) || 1)
  const reader = { payload: req.payload, user, now }
  const [counts, list, hasTargets] = await Promise.all([
    countInbox(reader),
    readInbox(reader, { view, finding, page }),
    hasResponseTargets(reader),
  ])

  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={initPageResult.locale}
      params={params}
      payload={req.payload}
      permissions={initPageResult.permissions}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={initPageResult.visibleEntities}
    >
      <Gutter className="desk">
        <h1>{t('inbox.title')}</h1>
        <search>
          <form className="desk-find" action={path} method="get">
            <label htmlFor="desk-find">{t('inbox.findLabel')}</label>
            <input id="desk-find" name="find" type="search" defaultValue={find} autoComplete="off" dir="auto" />
            <button type="submit">{t('inbox.find')}</button>
          </form>
        </search>
        {finding.kind === 'none' ? (
          <Views view={view} counts={counts} t={t} />
        ) : (
          <p>
            <strong>{t('inbox.foundTitle')}</strong> <a href={`${path}?view=all`}>{t('inbox.findAgain')}</a>
          </p>
        )}
        {view === 'due' && finding.kind === 'none' && !hasTargets ? (
          <p className="desk-note">{t('inbox.noTargets')}</p>
        ) : null}
        {list.rows.length === 0 ? (
          <p className="desk-empty">{t(`inbox.empty.${emptyKey(finding.kind, view)}`)}</p>
        ) : (
          <>
            <CaseTable rows={list.rows} locale={locale} now={now} t={t} />
            <Pages
              list={list}
              query={finding.kind === 'none' ? `view=${view}` : `find=${encodeURIComponent(find)}`}
              t={t}
            />
          </>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}

function emptyKey(finding: 'none' | 'unreadable' | 'where', view: ViewName) {
  if (finding === 'none') return view
  return finding === 'where' ? ('found' as const) : ('unreadable' as const)
}

async function hasResponseTargets({ payload, user }: { payload: AdminViewServerProps['payload']; user: User }) {
  const { responseTargets } = await payload.findGlobal({
    slug: 'association',
    depth: 0,
    select: { responseTargets: true },
    overrideAccess: false,
    user,
  })
  return Object.values(responseTargets ?? {}).some((days) => typeof days === 'number')
}

function Views({ view, counts, t }: { view: ViewName; counts: InboxCounts; t: DeskTranslator }) {
  return (
    <nav aria-label={t('inbox.navigation')}>
      <ul className="desk-views">
        {inboxViews.map((name) => (
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

/** Rows that a person triages by; on a phone each row is a block. */
export function CaseTable({
  rows,
  locale,
  now,
  t,
}: {
  rows: InboxPage['rows']
  locale: 'ar' | 'en'
  now: Date
  t: DeskTranslator
}) {
  return (
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{t('inbox.column.inquiry')}</th>
          <th scope="col">{t('inbox.column.due')}</th>
          <th scope="col">{t('inbox.column.status')}</th>
          <th scope="col">{t('inbox.column.assignee')}</th>
          <th scope="col">{t('inbox.column.channel')}</th>
          <th scope="col">{t('inbox.column.received')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`${path}/${row.id}`}>
                <bdi>{row.subject}</bdi>
              </a>
              <span className="desk-sub">
                <Reference>{row.reference}</Reference>
                {locale === 'ar' ? '، ' : ', '}
                {kindLabels[row.kind][locale]}
                {locale === 'ar' ? '، ' : ', '}
                {row.name ? <bdi>{row.name}</bdi> : t('inbox.noName')}
              </span>
            </th>
            <td>
              <DueBadge row={row} now={now} locale={locale} t={t} />
            </td>
            <td>
              <StatusDot status={row.status} label={statusLabels[row.status][locale]} />
            </td>
            <td className="desk-inline">{row.assignee ? <bdi>{row.assignee}</bdi> : t('inbox.nobody')}</td>
            <td className="desk-inline">{channelLabels[row.channel][locale]}</td>
            <td className="desk-inline">
              <Moment at={row.receivedAt} locale={locale} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pages({ list, query, t }: { list: InboxPage; query: string; t: DeskTranslator }) {
  return (
    <nav className="desk-pages" aria-label={t('inbox.pages')}>
      <span>{t('inbox.count', { count: list.total })}</span>
      {list.pages > 1 ? (
        <>
          {list.page > 1 ? <a href={`${path}?${query}&page=${list.page - 1}`}>{t('inbox.previous')}</a> : null}
          <span>{t('inbox.page', { page: list.page, pages: list.pages })}</span>
          {list.page < list.pages ? <a href={`${path}?${query}&page=${list.page + 1}`}>{t('inbox.next')}</a> : null}
        </>
      ) : null}
    </nav>
  )
}
