import type { Translator } from '@/i18n/translator'
import { channelLabels } from '@/shared/vocabulary/channels'
import { statusLabels } from '../cms/labels'
import type { CaseSummary } from '../server/desk/list-cases'
import { commaOf, Day, DueBadge, Reference, StatusDot } from './case-badges'

/** Rows that a person triages by; where there is little width, as on a phone, each row is a block. */
export function CaseTable({
  cases,
  isMine = false,
  locale,
  now,
  t,
}: {
  cases: readonly CaseSummary[]
  /** All are assigned to the reader, so the column of assignees is left out. */
  isMine?: boolean
  locale: 'ar' | 'en'
  now: Date
  t: Translator<'desk'>
}) {
  const comma = commaOf(locale)
  return (
    <div className="desk-rows">
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">{t('inbox.column.inquiry')}</th>
            <th scope="col">{t('inbox.column.due')}</th>
            <th scope="col">{t('inbox.column.status')}</th>
            {isMine ? null : <th scope="col">{t('inbox.column.assignee')}</th>}
            <th scope="col">{t('inbox.column.channel')}</th>
            <th scope="col">{t('inbox.column.received')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`/admin/inbox/${row.id}`}>
                  <bdi>{row.subject || t('inbox.erased')}</bdi>
                </a>
                <span className="desk-sub">
                  <span className="desk-whole">
                    <Reference>{row.reference}</Reference>
                    {comma.trim()}
                  </span>{' '}
                  {row.kind[locale]}
                  {comma}
                  {row.name ? <bdi>{row.name}</bdi> : t('inbox.noName')}
                  {row.isRestricted ? `${comma}${t('inbox.restricted')}` : null}
                </span>
              </th>
              <td>
                <DueBadge due={row} locale={locale} t={t} />
              </td>
              <td>
                <StatusDot status={row.status} label={statusLabels[row.status][locale]} />
              </td>
              {isMine ? null : (
                <td className="desk-inline">
                  <HeldBy row={row} t={t} />
                </td>
              )}
              <td className="desk-inline">{channelLabels[row.channel][locale]}</td>
              <td className="desk-inline">
                <Day at={row.receivedAt} locale={locale} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The assignee, or the department while it is unassigned there. */
function HeldBy({ row: { assignee, department }, t }: { row: CaseSummary; t: Translator<'desk'> }) {
  if (assignee) return assignee.name ? <bdi>{assignee.name}</bdi> : t('case.by.formerStaff')
  return department?.name ? <bdi>{department.name}</bdi> : t('inbox.nobody')
}
