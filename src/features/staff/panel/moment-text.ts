import { formatDate, formatTime } from '@/platform/calendar'

/** A day in words, Riyadh's: short, because it stands in lists. */
export function dayText(instant: Date | string, locale: 'ar' | 'en'): string {
  const { gregorian } = formatDate(new Date(instant), locale)
  return `${gregorian.day} ${gregorian.month} ${gregorian.year}`
}

/** A day and an hour in words. */
export function momentText(instant: Date | string, locale: 'ar' | 'en'): string {
  const { clock, period } = formatTime(new Date(instant), locale)
  return `${dayText(instant, locale)}${locale === 'ar' ? '، ' : ', '}${clock} ${period}`
}
