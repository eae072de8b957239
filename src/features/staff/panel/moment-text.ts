import { formatDate, formatTime } from '@/platform/calendar'

/** A Riyadh day as text, short enough for lists. */
export function dayText(instant: Date | string, locale: 'ar' | 'en'): string {
  const { gregorian } = formatDate(new Date(instant), locale)
  return `${gregorian.day} ${gregorian.month} ${gregorian.year}`
}

/** A Riyadh day and time as text. */
export function momentText(instant: Date | string, locale: 'ar' | 'en'): string {
  const { clock, period } = formatTime(new Date(instant), locale)
  return `${dayText(instant, locale)}${locale === 'ar' ? '، ' : ', '}${clock} ${period}`
}
