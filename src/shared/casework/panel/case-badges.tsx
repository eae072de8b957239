import type { Translator } from '@/i18n/translator'
import { formatDate, formatTime, gregorianDay } from '@/platform/calendar'
import type { Urgency } from '@/shared/casework/domain/due'
import type { Status } from '@/shared/casework/domain/projection'
import { formatReference } from '@/shared/casework/domain/reference'

/** Small things that the inbox and the case page both show. */

type Locale = 'ar' | 'en'

/** Between things in a row, in the language's own comma. */
export const commaOf = (locale: Locale): string => (locale === 'ar' ? '، ' : ', ')

export function Reference({ children }: { children: string }) {
  return (
    <bdi className="desk-num" dir="ltr">
      {formatReference(children)}
    </bdi>
  )
}

/** Day and month for a row of a list, in the language's first calendar and then the other. */
export function Day({ at, locale, now }: { at: Date; locale: Locale; now: Date }) {
  const { hijri, gregorian, iso } = formatDate(at, locale)
  const isThisYear = gregorianDay(now).year === gregorian.year
  const inWords = ({ day, month, year }: typeof hijri) => (
    <span className="desk-whole">
      <bdi dir="ltr">{day}</bdi>
      {`\u00a0${month}${isThisYear ? '' : `\u00a0${year}`}`}
    </span>
  )
  const [first, second] = locale === 'ar' ? [hijri, gregorian] : [gregorian, hijri]
  return (
    <time dateTime={iso}>
      {inWords(first)} <span className="desk-sub">{inWords(second)}</span>
    </time>
  )
}

/** Day, month and time; the year only when it is another one. */
export function Moment({ at, locale, now }: { at: Date; locale: Locale; now: Date }) {
  const { weekday, hijri, gregorian } = formatDate(at, locale)
  const { clock, period } = formatTime(at, locale)
  const isThisYear = gregorianDay(now).year === gregorian.year
  const [first, second] = locale === 'ar' ? [hijri, gregorian] : [gregorian, hijri]
  const yearOf = ({ year }: { year: number }) => (isThisYear ? '' : `\u00a0${year}`)
  return (
    <time dateTime={at.toISOString()}>
      {weekday} <bdi dir="ltr">{first.day}</bdi>
      {`\u00a0${first.month}${yearOf(first)} (`}
      <bdi dir="ltr">{second.day}</bdi>
      {`\u00a0${second.month}${yearOf(second)})${commaOf(locale)}`}
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
  due: { urgency, dueAt },
  locale,
  t,
}: {
  due: { urgency: Urgency; dueAt: Date | null }
  locale: Locale
  t: Translator<'desk'>
}) {
  const words = (): string => {
    switch (urgency.kind) {
      case 'overdue':
        return t('due.overdue', { days: urgency.days })
      case 'later':
        return t('due.later', { days: urgency.days })
      case 'today': {
        if (!dueAt) return t('due.today', { time: '' })
        const { clock, period } = formatTime(dueAt, locale)
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
