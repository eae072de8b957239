import type { Locale } from '@/i18n/routing'
import { type DayWords, formatDate, formatTime, gregorianDay } from '@/platform/calendar'

/**
 * Dates in words and both calendars, numbers marked for direction. Each calendar's date is a unit: it
 * goes to the next line whole, and breaks only where the line itself is too short for it.
 */

const Figure = ({ children }: { children: number | string }) => (
  <bdi className="num" dir="ltr">
    {children}
  </bdi>
)

const Day = ({
  words,
  hasYear = true,
  before,
  after,
}: {
  words: DayWords
  hasYear?: boolean
  /** Words and signs that belong to the date and may not be left alone on a line. */
  before?: string
  after?: string
}) => (
  <span className="unit">
    {before}
    <Figure>{words.day}</Figure>
    {'\u00a0'}
    {words.month}
    {hasYear ? (
      <>
        {' '}
        <Figure>{words.year}</Figure>
      </>
    ) : null}
    {after}
  </span>
)

/**
 * «الخميس 13 رجب 1442، الموافق 25 فبراير 2021», "Thursday 25 February 2021, 13 Rajab 1442".
 * @param date an instant; its day in Riyadh is shown
 */
export function DateBoth({
  date,
  locale,
  hasWeekday = true,
}: {
  date: Date | string
  locale: Locale
  hasWeekday?: boolean
}) {
  const { weekday, hijri, gregorian, iso } = formatDate(new Date(date), locale)
  const [first, second] = locale === 'ar' ? [hijri, gregorian] : [gregorian, hijri]
  return (
    <time dateTime={iso}>
      {hasWeekday ? `${weekday} ` : null}
      <Day words={first} after={locale === 'ar' ? '،' : ','} />{' '}
      <Day words={second} before={locale === 'ar' ? 'الموافق ' : undefined} />
    </time>
  )
}

/** «13 رجب 1442», "25 February 2021": the reader's first calendar only, where the other stands nearby. */
export function DateShort({ date, locale }: { date: Date | string; locale: Locale }) {
  const { hijri, gregorian, iso } = formatDate(new Date(date), locale)
  return (
    <time dateTime={iso}>
      <Day words={locale === 'ar' ? hijri : gregorian} />
    </time>
  )
}

/**
 * «الأحد 11 جمادى الأولى (2 نوفمبر)، 9:40 صباحًا», "Sunday 2 November (11 Jumada al-Ula), 9:40 am".
 * @param now the reader's present: the year is said when the instant lies in another one
 */
export function DateTime({
  instant,
  locale,
  now,
  hasTime = true,
}: {
  instant: Date | string
  locale: Locale
  now: Date
  hasTime?: boolean
}) {
  const moment = new Date(instant)
  const { weekday, hijri, gregorian } = formatDate(moment, locale)
  const { clock, period } = formatTime(moment, locale)
  const hasYear = gregorianDay(now).year !== gregorian.year
  const [first, second] = locale === 'ar' ? [hijri, gregorian] : [gregorian, hijri]
  return (
    <time dateTime={moment.toISOString()}>
      {weekday} <Day words={first} hasYear={hasYear} />{' '}
      <Day words={second} hasYear={hasYear} before="(" after={hasTime ? `)${locale === 'ar' ? '،' : ','}` : ')'} />
      {hasTime ? (
        <>
          {' '}
          <Figure>{clock}</Figure>
          {'\u00a0'}
          {period}
        </>
      ) : null}
    </time>
  )
}

/** «أكتوبر 2026», "October 2026": the Gregorian month of an instant in Riyadh. */
export function Month({ date, locale }: { date: Date; locale: Locale }) {
  const { gregorian } = formatDate(date, locale)
  return (
    <>
      {gregorian.month} <Figure>{gregorian.year}</Figure>
    </>
  )
}
