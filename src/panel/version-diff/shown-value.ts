import type { ClientField } from 'payload'
import { dateText, formatTime } from '@/platform/calendar'

/** The language of the display. */
export interface ShownIn {
  locale: 'ar' | 'en'
  t: (word: 'yes' | 'no' | 'ar' | 'en') => string
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const labelOf = (label: unknown, locale: 'ar' | 'en', fallback: string): string => {
  if (typeof label === 'string') return label
  const named = isRecord(label) ? label[locale] : undefined
  return typeof named === 'string' ? named : fallback
}

/** Whether a field is compared word by word or as a whole. */
export const isText = ({ type }: Pick<ClientField, 'type'>): boolean => type === 'text' || type === 'textarea'

/**
 * A field's value for display: labels instead of option codes, days instead of instants, and one line per language if
 * a value holds both.
 */
export function shownValue(value: unknown, field: ClientField, shownIn: ShownIn): string {
  const { locale, t } = shownIn
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) {
    return value.map((item) => shownValue(item, field, shownIn)).join(locale === 'ar' ? '، ' : ', ')
  }
  if (field.type === 'select' || field.type === 'radio') {
    const option = field.options.find((known) => (typeof known === 'string' ? known : known.value) === value)
    return typeof option === 'object' ? labelOf(option.label, locale, option.value) : String(value)
  }
  if (field.type === 'date') {
    const at = new Date(String(value))
    if (Number.isNaN(at.getTime())) return String(value)
    const { clock, period } = formatTime(at, locale)
    const day = dateText(at, locale)
    const picker: { pickerAppearance?: string } = field.admin?.date ?? {}
    const hasTime = picker.pickerAppearance === 'dayAndTime'
    return hasTime ? `${day}${locale === 'ar' ? '،' : ','} ${clock} ${period}` : day
  }
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (isRecord(value)) {
    const inLanguages = Object.entries(value).filter(([key]) => key === 'ar' || key === 'en')
    if (inLanguages.length === 0) return ''
    return inLanguages.map(([key, text]) => `${t(key as 'ar' | 'en')}: ${shownValue(text, field, shownIn)}`).join('\n')
  }
  return String(value)
}
