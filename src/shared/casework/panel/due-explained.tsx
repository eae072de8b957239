import type { ReactNode } from 'react'
import type { DueExplanation, ExplainedPause } from '../server/due-explanation'
import { Moment } from './case-badges'
import type { Shown } from './case-shown'

/** How a due date came about, step by step. */
export function DueExplained({ due, shown }: { due: DueExplanation; shown: Shown }) {
  const { locale, now, t } = shown
  const lasted = ({ hours, minutes }: ExplainedPause) =>
    [hours > 0 ? t('case.dueHow.hours', { hours }) : '', minutes > 0 ? t('case.dueHow.minutes', { minutes }) : '']
      .filter(Boolean)
      .join(t('case.dueHow.and'))
  const moment = (at: Date) => <Moment at={at} locale={locale} now={now} />
  return (
    <details className="desk-due-how">
      <summary>{t('case.dueHow.title')}</summary>
      <dl>
        <Step term={t(due.startedBy === 'received' ? 'case.dueHow.received' : 'case.dueHow.saidAgain')}>
          {moment(due.start)}
        </Step>
        {due.countedFrom ? <Step term={t('case.dueHow.countedFrom')}>{moment(due.countedFrom)}</Step> : null}
        {due.counted ? (
          <Step term={t('case.dueHow.target', { days: due.days })}>{moment(due.counted.last)}</Step>
        ) : null}
        {due.holidays.map((holiday) => (
          <Step key={holiday.first.getTime()} term={t('case.dueHow.holiday', { days: holiday.days })}>
            <bdi>{holiday.name[locale]}</bdi>
          </Step>
        ))}
        {due.pauses.map((pause) => (
          <Step key={pause.from.getTime()} term={t('case.dueHow.paused', { time: lasted(pause) })}>
            {moment(pause.from)} – {moment(pause.until)}
          </Step>
        ))}
        <Step term={t('case.dueHow.due')}>{moment(due.dueAt)}</Step>
      </dl>
    </details>
  )
}

function Step({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
