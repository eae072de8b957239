import { normaliseArabic, westernDigits } from '@/platform/arabic'
import {
  type CalendarName,
  dayInstant,
  hijriDay,
  monthNames,
  printedHijriYears,
  type Weekday,
  weekdayNames,
  weekdayOf,
  weekdays,
} from '@/platform/calendar'
import { cleanValue } from '@/platform/typed-text'

/** Reads a calendar day as people type it, in figures or words of either language. */

/** Longer than any date in words with its weekday and the other calendar's date. */
const LONGEST = 120

/** An earlier Gregorian year is a Hijri year in the wrong field. */
const FIRST_GREGORIAN_YEAR = 1800

/** Words in a date that carry no meaning. */
const fillers = new Set(
  [
    'يوم شهر من في سنة عام لعام لسنة تاريخ بتاريخ هـ ه م هجري هجرية للهجرة ميلادي ميلادية للميلاد',
    'the of on in day date month year st nd rd th ah h a d ad ce hijri gregorian',
  ].flatMap((words) => words.split(' ').map(normaliseArabic)),
)

/** Alternative month names; the names that the site shows are read as well. */
const otherNames: Record<CalendarName, readonly RegExp[]> = {
  hijri: [
    /^(?:ال)?محرم(?:الحرام)?$|^(?:al)?muhar+am(?:alharam)?$/,
    /^صفر(?:الخير|المظفر)?$|^safar$/,
    /^ربيع(?:ال)?اول$|^rabi+a?(?:al|ul|el|l)?(?:aw+[ae]l|ula|first)$|^rabiu?i$/,
    /^ربيع(?:ال)?(?:ثاني|اخر)$|^rabi+a?(?:al|ul|el|ath|uth|us|ath)?(?:th?ani|sani|a[ak]h?i[rh]|akhar|second)$|^rabiu?ii$/,
    /^جماد[يا]?(?:ال)?(?:اول[يا]?)$|^[jg][ua]ma+d[aei]+(?:al|ul|el|l)?(?:ula|oola|aw+[ae]l|first)$|^[jg][ua]ma+d[aei]i$/,
    /^جماد[يا]?(?:ال)?(?:ثاني[ه]?|اخر[هي]?)$|^[jg][ua]ma+d[aei]+(?:al|ul|el|ath|uth|as|us|l)?(?:th?ani(?:ya)?h?|sani(?:ya)?h?|akh[ie]r(?:ah?)?|ukhra|second)$|^[jg][ua]ma+d[aei]ii$/,
    /^رجب(?:الفرد|المرجب|الاصم)?$|^rajab$/,
    /^شعبان(?:المعظم)?$|^sha+ba+n$/,
    /^رمضان(?:المبارك|الكريم|المعظم)?$|^ram[ae](?:d|dh|z|dz)a+n$/,
    /^شوال(?:المكرم)?$|^shaw+a+l$/,
    /^(?:ذو|ذي|ذا)?(?:ال)?قعده$|^(?:dh?|th|z)[uio]+(?:l|al|el|ul)?q[aie]+?d+ah?$/,
    /^(?:ذو|ذي|ذا)?(?:ال)?حجه(?:الحرام)?$|^(?:dh?|th|z)[uio]+(?:l|al|el|ul)?hij+ah?$/,
  ],
  gregorian: [
    /^(?:يناير|كانونالثاني|جانفي)$|^jan$/,
    /^(?:فبراير|فبرير|شباط|فيفري)$|^feb$/,
    /^(?:مارس|اذار)$|^mar$/,
    /^(?:ا?بريل|نيسان|افريل)$|^apr$/,
    /^(?:مايو|ايار|ماي)$|^may$/,
    /^(?:يونيو|يونيه|حزيران|جوان)$|^june?$/,
    /^(?:يوليو|يوليه|تموز|جويليه)$|^july?$/,
    /^(?:اغسطس|اب|اوت)$|^aug$/,
    /^(?:سبتمبر|ايلول)$|^sept?$/,
    /^(?:اكتوبر|تشرينالاول)$|^oct$/,
    /^(?:نوفمبر|نوفبمر|تشرينالثاني)$|^nov$/,
    /^(?:ديسمبر|كانونالاول)$|^dec$/,
  ],
}

/** Letters only, because spaces, hyphens and the signs for ain and hamza vary. */
const squashed = (text: string): string => normaliseArabic(text).replace(/[^a-z\u0621-\u064a]/g, '')

/** @returns 1 to 12, or 0 if it is no month */
function monthNumber(words: string, calendar: CalendarName): number {
  const shown = Object.values(monthNames[calendar])
    .map((names) => names.findIndex((name) => squashed(name) === words))
    .find((index) => index >= 0)
  return (shown ?? otherNames[calendar].findIndex((names) => names.test(words))) + 1
}

const dayNames: ReadonlyMap<string, Weekday> = new Map(
  weekdays.flatMap((weekday) => {
    const { ar, en } = weekdayNames[weekday]
    return [ar, ar.replace(/^ال/, ''), en, en.slice(0, 3), en.slice(0, 4)].map(
      (name) => [squashed(name), weekday] as const,
    )
  }),
)

interface ParsedDay {
  day: Date
  /** The weekday typed beside the date. */
  weekday: Weekday | null
}

/** Splits into numbers and words without separators; any other character means it is no date. */
const parts = /\d+|[\p{L}\p{M}'’‘ʿʾ`-]+/gu
const between = /^[\s/.،,()\-–—]*$/

function readOne(text: string, calendar: CalendarName): ParsedDay | null {
  if (!between.test(text.replace(parts, ' '))) return null
  const numbers: string[] = []
  const words: string[] = []
  let weekday: Weekday | null = null
  for (const [part] of text.matchAll(parts)) {
    if (/^\d/.test(part)) numbers.push(part)
    else {
      // Hyphens and apostrophes separate some words and are part of others: Feb-2021, al-Akhir, Qa'dah.
      const word = squashed(part)
      const named = dayNames.get(word)
      if (named) weekday = named
      else if (word && !fillers.has(word)) words.push(word)
    }
  }
  const day = words.length === 0 ? inFigures(numbers, calendar) : inWords(numbers, words.join(''), calendar)
  return day && { day, weekday }
}

const isYear = (digits: string): boolean => digits.length === 4

function inFigures(numbers: readonly string[], calendar: CalendarName): Date | null {
  const [first = '', month = '', last = '', ...more] = numbers
  if (more.length > 0 || month.length > 2) return null
  if (isYear(first) && last.length <= 2) return dayOf(first, Number(month), last, calendar)
  return isYear(last) && first.length <= 2 ? dayOf(last, Number(month), first, calendar) : null
}

function inWords(numbers: readonly string[], month: string, calendar: CalendarName): Date | null {
  const [first = '', second = '', ...more] = numbers
  if (more.length > 0) return null
  const [day, year] = isYear(first) ? [second, first] : [first, second]
  return isYear(year) && day.length <= 2 ? dayOf(year, monthNumber(month, calendar), day, calendar) : null
}

function dayOf(year: string, month: number, day: string, calendar: CalendarName): Date | null {
  if (day === '' || (calendar === 'gregorian' && Number(year) < FIRST_GREGORIAN_YEAR)) return null
  return dayInstant({ year: Number(year), month, day: Number(day) }, calendar)
}

/** Where the same day is given in the other calendar too. */
const alsoGivenAs = /الموافقة|الموافق|corresponding to|[=(),،]/u

function parseTypedDay(typed: string, calendar: CalendarName): ParsedDay | null {
  const text = westernDigits(cleanValue(typed)).toLowerCase()
  if (text.length > LONGEST) return null
  const whole = readOne(text, calendar)
  if (whole) return whole
  const [read, ...others] = text.split(alsoGivenAs).flatMap((part) => readOne(part, calendar) ?? [])
  return others.length === 0 ? (read ?? null) : null
}

/**
 * Reads a day as it is usually typed: 13/7/1442, ١٣-٧-١٤٤٢هـ, 1442/7/13, 13 رجب 1442, 5 ذي القعدة 1442,
 * 25 February 2021, February 25, 2021, الخميس 25 فبراير 2021م.
 * @returns the stored instant, or null when it isn't a day of that calendar
 */
export const parseDay = (typed: string, calendar: CalendarName): Date | null =>
  parseTypedDay(typed, calendar)?.day ?? null

/** A day as an editor types it: any of the three, empty where nothing was typed. */
export interface TypedDay {
  hijri: string
  gregorian: string
  weekday: string
}

export type DayError =
  | { field: 'hijri' | 'gregorian'; code: 'unreadable' }
  /** The weekday beside the date is another one than that of `day`. */
  | { field: 'hijri' | 'gregorian'; code: 'otherWeekday'; day: Date }
  | { field: 'weekday'; code: 'aloneIsNoDay' }
  /** The field says another day than `day`, which the other calendar's field says. */
  | { field: keyof TypedDay; code: 'disagrees'; day: Date }

export type ReconciledDay = { status: 'ok'; day: Date | null } | { status: 'invalid'; errors: DayError[] }

const DAY_MS = 86_400_000
/** By how much a printed Hijri date may differ from the computed one, outside of `printedHijriYears`. */
const MAX_DAYS_APART = 2

/** Whether both dates can be one day: the printed calendar of other years differs from the computed one. */
function canAgree(hijri: Date, gregorian: Date): boolean {
  const { year } = hijriDay(hijri)
  const isExact = year >= printedHijriYears.first && year <= printedHijriYears.last
  return Math.abs(hijri.getTime() - gregorian.getTime()) <= (isExact ? 0 : MAX_DAYS_APART * DAY_MS)
}

/**
 * The one day that an editor means by a Hijri date, a Gregorian date and a weekday. Where both dates
 * are given and the printed Hijri calendar is uncertain, the Gregorian one counts.
 * @returns the stored instant (null when nothing was typed), or for every field that is wrong
 * the day it would have to say
 */
export function reconcileDay(typed: TypedDay): ReconciledDay {
  const read = {
    hijri: typed.hijri ? parseTypedDay(typed.hijri, 'hijri') : null,
    gregorian: typed.gregorian ? parseTypedDay(typed.gregorian, 'gregorian') : null,
  }
  const errors: DayError[] = []
  for (const field of ['hijri', 'gregorian'] as const) {
    const found = read[field]
    if (typed[field] && !found) errors.push({ field, code: 'unreadable' })
  }
  if (errors.length > 0) return { status: 'invalid', errors }
  const hijri = read.hijri?.day ?? null
  const gregorian = read.gregorian?.day ?? null
  const day = gregorian ?? hijri
  if (!day) {
    return typed.weekday
      ? { status: 'invalid', errors: [{ field: 'weekday', code: 'aloneIsNoDay' }] }
      : { status: 'ok', day: null }
  }
  if (hijri && gregorian && !canAgree(hijri, gregorian)) {
    errors.push({ field: 'hijri', code: 'disagrees', day: gregorian })
    errors.push({ field: 'gregorian', code: 'disagrees', day: hijri })
  } else {
    for (const field of ['hijri', 'gregorian'] as const) {
      const beside = read[field]?.weekday
      if (beside && beside !== weekdayOf(day)) errors.push({ field, code: 'otherWeekday', day })
    }
  }
  if (typed.weekday && typed.weekday !== weekdayOf(day)) errors.push({ field: 'weekday', code: 'disagrees', day })
  return errors.length > 0 ? { status: 'invalid', errors } : { status: 'ok', day }
}
