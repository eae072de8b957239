import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  DateFieldValidation,
  PayloadRequest,
  SelectFieldSingleValidation,
  TextFieldSingleValidation,
} from 'payload'
import { date, select, text as textField } from 'payload/shared'
import type { Edition } from '@/payload-types'
import { dateText, storedDay, typedDay, weekdayNames, weekdayOf } from '@/platform/calendar'
import { type LocalizedText, localize } from '@/platform/localize'
import { type DayError, reconcileDay, type TypedDay } from '@/platform/typed-day'
import { cleanLine } from '@/platform/typed-text'

/**
 * The dates of a board decision. Errors come from the fields' validation, so that the panel shows them beside the
 * field, also for drafts and while typing.
 */

type Error = DayError | { field: 'hijri' | 'gregorian'; code: 'future'; today: Date }

const sentenceOf = (error: Error): LocalizedText => {
  if (error.code === 'unreadable') {
    return error.field === 'hijri'
      ? {
          ar: 'ليس هذا يومًا في تقويم أم القرى. يُكتب مثل 13/7/1442.',
          en: 'This is not a day of the Umm al-Qura calendar. Write it like 13/7/1442.',
        }
      : {
          ar: 'ليس هذا يومًا في التقويم الميلادي. يُكتب مثل 25/2/2021.',
          en: 'This is not a day of the Gregorian calendar. Write it like 25/2/2021.',
        }
  }
  if (error.code === 'aloneIsNoDay') {
    return {
      ar: 'اليوم وحده لا يكفي. يُكتب معه التاريخ الهجري أو الميلادي.',
      en: 'A weekday alone is not a date. Give the Hijri or the Gregorian date too.',
    }
  }
  if (error.code === 'future') {
    const today = typedDay(error.today, error.field)
    return {
      ar: `لا يؤرَّخ القرار بيوم لم يأتِ بعد. أقصاه اليوم، ${today}: ${dateText(error.today, 'ar')}.`,
      en: `A decision can’t be dated in the future. The latest is today, ${today}: ${dateText(error.today, 'en')}.`,
    }
  }
  const right = { hijri: typedDay(error.day, 'hijri'), gregorian: typedDay(error.day, 'gregorian') }
  if (error.field === 'weekday' || error.code === 'otherWeekday') {
    const weekday = weekdayNames[weekdayOf(error.day)]
    return {
      ar: `هذا التاريخ يوم ${weekday.ar} (${right.hijri}هـ، ${right.gregorian}م).`,
      en: `That date is a ${weekday.en} (${right.hijri} AH, ${right.gregorian} AD).`,
    }
  }
  return error.field === 'hijri'
    ? {
        ar: `لا يوافق التاريخ الميلادي المكتوب. الصواب ${right.hijri}: ${dateText(error.day, 'ar')}.`,
        en: `Disagrees with the Gregorian date given, which is ${right.hijri}: ${dateText(error.day, 'en')}.`,
      }
    : {
        ar: `لا يوافق التاريخ الهجري المكتوب. الصواب ${right.gregorian}: ${dateText(error.day, 'ar')}.`,
        en: `Disagrees with the Hijri date given, which is ${right.gregorian}: ${dateText(error.day, 'en')}.`,
      }
}

const text = (value: unknown): string => (typeof value === 'string' ? cleanLine(value) : '')

const typedIn = (decision: unknown): TypedDay => {
  const { gregorian, hijri, weekday } = (decision ?? {}) as Record<string, unknown>
  return { hijri: text(hijri), gregorian: text(gregorian), weekday: text(weekday) }
}

const isFuture = (day: Date | null): boolean => day !== null && day > storedDay(new Date())

function errorsOf(typed: TypedDay): readonly Error[] {
  const meant = reconcileDay(typed)
  if (meant.status === 'invalid') return meant.errors
  if (!isFuture(meant.day)) return []
  const today = storedDay(new Date())
  return (['hijri', 'gregorian'] as const)
    .filter((field) => typed[field])
    .map((field) => ({ field, code: 'future', today }) as const)
}

const verdict = (field: keyof TypedDay, siblingData: unknown, req: PayloadRequest): true | string => {
  const error = errorsOf(typedIn(siblingData)).find((each) => each.field === field)
  return error ? localize(req, sentenceOf(error)) : true
}

export const validateDecisionDay =
  (field: 'hijri' | 'gregorian'): TextFieldSingleValidation =>
  (value, options) => {
    const first = textField(value, options)
    return first === true ? verdict(field, options.siblingData, options.req) : first
  }

export const validateWeekday: SelectFieldSingleValidation = (value, options) => {
  const first = select(value, options)
  return first === true ? verdict('weekday', options.siblingData, options.req) : first
}

const isInstant = (value: unknown): boolean => !Number.isNaN(new Date(String(value)).getTime())

function decisionDay(decision: unknown): Date | null {
  const meant = reconcileDay(typedIn(decision))
  if (meant.status === 'ok' && meant.day) return meant.day
  const { meetingDate } = (decision ?? {}) as { meetingDate?: unknown }
  return meetingDate && isInstant(meetingDate) ? storedDay(new Date(String(meetingDate))) : null
}

/** An edition can't be in force before the board's decision. */
export const validateEffectiveDay: DateFieldValidation = (value, options) => {
  const first = date(value, options)
  if (first !== true || !value) return first
  const decided = decisionDay((options.data as Partial<Edition>).decision)
  if (!decided || storedDay(new Date(value)) >= decided) return true
  const right = `${typedDay(decided, 'gregorian')} (${typedDay(decided, 'hijri')})`
  return localize(options.req, {
    ar: `لا يسري الإصدار قبل قراره. أقرب يوم هو يوم القرار، ${right}: ${dateText(decided, 'ar')}.`,
    en: `An edition can’t take effect before its decision. The earliest is the day of the decision, ${right}: ${dateText(decided, 'en')}.`,
  })
}

/**
 * Derives the stored instant of the board's meeting from the Hijri date, the Gregorian date, the weekday, or all
 * three, and fills in the others. Runs before Payload fills gaps from the stored document. Wrong values stay as typed
 * and are refused by the fields.
 */
export const reconcileMeetingDay: CollectionBeforeOperationHook = ({ args, operation }) => {
  const decision = (args as { data?: Record<string, unknown> }).data?.decision
  if ((operation !== 'create' && operation !== 'update') || !decision || typeof decision !== 'object') return
  const sent = decision as Record<string, unknown>
  const isTyped = ['hijri', 'gregorian', 'weekday'].some((name) => name in sent)
  if (!isTyped && !('meetingDate' in sent)) return

  const typed = typedIn(sent)
  const isByInstant = !typed.hijri && !typed.gregorian && !('hijri' in sent) && Boolean(sent.meetingDate)
  if (isByInstant && !isInstant(sent.meetingDate)) return
  const meant = reconcileDay(
    isByInstant ? { ...typed, gregorian: typedDay(new Date(String(sent.meetingDate)), 'gregorian') } : typed,
  )
  if (meant.status === 'invalid' || (!isByInstant && isFuture(meant.day))) return
  sent.meetingDate = meant.day?.toISOString() ?? null
  sent.hijri = meant.day ? typedDay(meant.day, 'hijri') : null
  sent.gregorian = meant.day ? typedDay(meant.day, 'gregorian') : null
  sent.weekday = meant.day ? weekdayOf(meant.day) : null
}

/** Any time on the chosen day means that day. */
export const storeEffectiveDay: CollectionBeforeChangeHook<Edition> = ({ data }) => {
  if (data.effectiveFrom && isInstant(data.effectiveFrom)) {
    data.effectiveFrom = storedDay(new Date(data.effectiveFrom)).toISOString()
  }
  return data
}
