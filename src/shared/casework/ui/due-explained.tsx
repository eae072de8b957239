import { useTranslations } from 'next-intl'
import type { Locale } from '@/i18n/routing'
import type { DueExplanation, ExplainedPause } from '@/shared/casework/server/due-explanation'
import { DateTime } from '@/ui/date'
import { Disclosure } from '@/ui/page'
import { UserText } from '@/ui/text'

/** How the date by which we answer is counted, in plain words. */
export function DueExplained({ due, locale, now }: { due: DueExplanation; locale: Locale; now: Date }) {
  const t = useTranslations('cases.dueHow')
  const moment =
    (instant: Date, hasTime = true) =>
    () => <DateTime instant={instant} locale={locale} now={now} hasTime={hasTime} />
  return (
    <Disclosure summary={t('title')}>
      <ol className="dots">
        <li>
          {t.rich(due.startedBy === 'received' ? 'received' : 'saidAgain', { date: moment(due.start) })}
          {due.countedFrom ? <> {t.rich('countedFrom', { date: moment(due.countedFrom) })}</> : null}
        </li>
        {due.counted ? <li>{t.rich('target', { days: due.days, date: moment(due.counted.last, false) })}</li> : null}
        {due.holidays.map((holiday) => (
          <li key={holiday.first.getTime()}>
            {t.rich(holiday.days > 1 ? 'holidays' : 'holiday', {
              name: () => <UserText>{holiday.name[locale]}</UserText>,
              first: moment(holiday.first, false),
              last: moment(holiday.last, false),
            })}
          </li>
        ))}
        {due.pauses.map((pause) => (
          <li key={pause.from.getTime()}>
            {t.rich('paused', {
              from: moment(pause.from),
              until: moment(pause.until),
              time: () => <Lasted {...pause} />,
            })}
          </li>
        ))}
        <li>{t.rich('due', { date: moment(due.dueAt) })}</li>
      </ol>
    </Disclosure>
  )
}

function Lasted({ hours, minutes }: ExplainedPause) {
  const t = useTranslations('cases.dueHow')
  return [hours > 0 ? t('hours', { hours }) : '', minutes > 0 ? t('minutes', { minutes }) : '']
    .filter(Boolean)
    .join(t('and'))
}
