import type { Locale } from '@/i18n/routing'
import type { Translator } from '@/i18n/translator'
import { dayInstant, formatDate } from '@/platform/calendar'
import { channels as allChannels } from '@/shared/vocabulary/channels'
import type { Dimension } from '../domain/results'
import type { ResultsView } from './results'

/** 4.3: one decimal, the same digits in both languages. */
export const oneDecimal = (value: number): string => value.toFixed(1)

/** A share of one as a whole percentage: «99٪» or “99%”, Western digits in both languages. */
export const percent = (share: number, locale: Locale): string =>
  `${Math.round(share * 100)}${locale === 'ar' ? '٪' : '%'}`

/** The name of the Gregorian month of `2026-11`, and its year. */
export function monthName(month: string, locale: Locale): [month: string, year: string] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const instant = dayInstant({ year, month: number, day: 1 }, 'gregorian')
  return instant ? [formatDate(instant, locale).gregorian.month, String(year)] : [month, '']
}

/** The name of a month, service or channel. */
export function groupName(
  group: string | null,
  {
    dimension,
    view,
    locale,
    t,
    channels,
  }: {
    dimension: Dimension
    view: Pick<ResultsView, 'services'>
    locale: Locale
    t: Translator<'surveys.results'>
    channels: Translator<'channels'>
  },
): string {
  if (dimension === 'month') return monthName(group ?? '', locale).join(' ')
  if (dimension === 'service') return group === null ? t('noService') : (view.services.get(group) ?? group)
  const channel = allChannels.find((key) => key === group)
  return channel ? channels(channel) : (group ?? t('noChannel'))
}
