import { formatDate, formatTime, gregorianDay, startOfDay } from '@/platform/calendar'
import { type Urgency, urgencyOf } from '../domain/due'
import type { Status } from '../domain/projection'
import { formatReference } from '../domain/reference'
import type { DeskTranslator } from './translator'

/** Small things that the inbox and the case page both show. */

type Locale = 'ar' | 'en'

export function Reference({ children }: { children: string }) {
  return (
    <bdi className="desk-num" dir="ltr">
      {formatReference(children)}
    </bdi>
  )
}

/** Day, month and time; the year only when it is another one. */
export function Moment({ at, locale, now }: { at: string; locale: Locale; now: Date }) {
  const instant = new Date(at)
  const { weekday, hijri, gregorian } = formatDate(instant, locale)
  const { clock, period } = formatTime(instant, locale)
  const year = gregorianDay(now).year === gregorian.year ? '' : ` ${locale === 'ar' ? hijri.year : gregorian.year}`
  const [first, second] = locale === 'ar' ? [hijri, gregorian] : [gregorian, hijri]
  return (
    <time dateTime={instant.toISOString()}>
      {weekday} <bdi dir="ltr">{first.day}</bdi>
      {`\u00a0${first.month}${year} (`}
      <bdi dir="ltr">{second.day}</bdi>
      {`\u00a0${second.month})${locale === 'ar' ? '،' : ','} `}
      <bdi dir="ltr">{clock}</bdi>
      {`\u00a0${period}`}
    </time>
  )
}

const statusTones: Record<Status, string> = {
  new: 'warn',
  open: 'plain',
  waiting: 'wait',
  answered: 'done',
  closed: 'wait',
}

export function StatusDot({ status, label }: { status: Status; label: string }) {
  return <span className={`desk-status desk-status-${statusTones[status]}`}>{label}</span>
}

const urgencyTones: Record<Urgency['kind'], string> = {
  none: 'wait',
  done: 'wait',
  overdue: 'danger',
  today: 'warn',
  tomorrow: 'plain',
  later: 'plain',
}

export function DueBadge({
  row,
  now,
  locale,
  t,
}: {
  row: { dueAt?: string | null; isAnswerOwed: boolean; status: Status }
  now: Date
  locale: Locale
  t: DeskTranslator
}) {
  const dueAt = row.dueAt ? Date.parse(row.dueAt) : null
  const urgency = urgencyOf(
    { dueAt, isAnswerOwed: row.isAnswerOwed, isWaiting: row.status === 'waiting' },
    now.getTime(),
    (instant) => startOfDay(new Date(instant)).getTime(),
  )
  const words = (): string => {
    switch (urgency.kind) {
      case 'overdue':
        return t('due.overdue', { days: urgency.days })
      case 'later':
        return t('due.later', { days: urgency.days })
      case 'today': {
        const { clock, period } = formatTime(new Date(dueAt ?? now), locale)
        return t('due.today', { time: `${clock}\u00a0${period}` })
      }
      case 'tomorrow':
        return t('due.tomorrow')
      case 'done':
        return t('due.done')
      case 'none':
        return t('due.none')
    }
  }
  return <span className={`desk-status desk-status-${urgencyTones[urgency.kind]}`}>{words()}</span>
}
