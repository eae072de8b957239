import { CalendarDate, GregorianCalendar, IslamicUmalquraCalendar, toCalendar } from '@internationalized/date'

/**
 * Days and hours as people in Riyadh read them, in both calendars.
 *
 * An instant is a `Date`. A calendar day (a board meeting, an effective date) is stored as the
 * instant 12:00 UTC of that day, which is what Payload's day picker writes and which is the same
 * day on every clock from UTC-11 to UTC+11. Saudi Arabia has no summer time: Riyadh is UTC+3.
 */

export type Language = 'ar' | 'en'
export type CalendarName = 'hijri' | 'gregorian'

export interface CalendarDay {
  year: number
  /** 1 to 12. */
  month: number
  day: number
}

export interface DayWords {
  day: number
  month: string
  year: number
}

export interface DateWords {
  weekday: string
  hijri: DayWords
  gregorian: DayWords
  /** The Gregorian day as 2021-02-25, for `<time dateTime>`. */
  iso: string
}

const RIYADH_OFFSET_MS = 3 * 3_600_000
const DAY_MS = 86_400_000
const NOON_MS = 12 * 3_600_000

/** The Hijri years that can be computed. */
export const hijriYears = { first: 1300, last: 1600 } as const

/**
 * The Hijri years in which the computed Umm al-Qura calendar is the printed one, day for day (measured
 * against hijridate 2.6.0). Outside of them about a third of the days differ, by one or two.
 */
export const printedHijriYears = { first: 1420, last: 1450 } as const

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export type Weekday = (typeof weekdays)[number]

export const monthNames: Record<CalendarName, Record<Language, readonly string[]>> = {
  hijri: {
    ar: [
      'محرم',
      'صفر',
      'ربيع الأول',
      'ربيع الآخر',
      'جمادى الأولى',
      'جمادى الآخرة',
      'رجب',
      'شعبان',
      'رمضان',
      'شوال',
      'ذو القعدة',
      'ذو الحجة',
    ],
    // In Saudi English spelling; Intl's names need letters that the site's font subset lacks.
    en: [
      'Muharram',
      'Safar',
      'Rabi al-Awwal',
      'Rabi al-Akhir',
      'Jumada al-Ula',
      'Jumada al-Akhirah',
      'Rajab',
      'Shaban',
      'Ramadan',
      'Shawwal',
      'Dhu al-Qidah',
      'Dhu al-Hijjah',
    ],
  },
  gregorian: {
    ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'],
    en: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
}

/** Names of the days of the week, for display and for the panel's choices. */
export const weekdayNames: Record<Weekday, Record<Language, string>> = {
  sunday: { ar: 'الأحد', en: 'Sunday' },
  monday: { ar: 'الاثنين', en: 'Monday' },
  tuesday: { ar: 'الثلاثاء', en: 'Tuesday' },
  wednesday: { ar: 'الأربعاء', en: 'Wednesday' },
  thursday: { ar: 'الخميس', en: 'Thursday' },
  friday: { ar: 'الجمعة', en: 'Friday' },
  saturday: { ar: 'السبت', en: 'Saturday' },
}

// Intl knows Umm al-Qura only when calendar, digits and zone are all named (PITFALLS.md).
const ummAlQura = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'Asia/Riyadh',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

/** The clock in Riyadh, readable through the UTC getters. */
const riyadh = (instant: Date): Date => new Date(instant.getTime() + RIYADH_OFFSET_MS)

/** The Umm al-Qura day in Riyadh at the instant. */
export function hijriDay(instant: Date): CalendarDay {
  const parts = Object.fromEntries(ummAlQura.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return { year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) }
}

/** The Gregorian day in Riyadh at the instant. */
export function gregorianDay(instant: Date): CalendarDay {
  const clock = riyadh(instant)
  return { year: clock.getUTCFullYear(), month: clock.getUTCMonth() + 1, day: clock.getUTCDate() }
}

/** The day of the week in Riyadh at the instant. */
export function weekdayOf(instant: Date): Weekday {
  return weekdays[riyadh(instant).getUTCDay()] ?? 'sunday'
}

/** Midnight in Riyadh of the instant's day: the moment from which something is in force "from" that day. */
export function startOfDay(instant: Date): Date {
  const local = instant.getTime() + RIYADH_OFFSET_MS
  return new Date(Math.floor(local / DAY_MS) * DAY_MS - RIYADH_OFFSET_MS)
}

/** The instant by which a calendar day is stored: 12:00 UTC. */
export function storedDay(instant: Date): Date {
  return new Date(startOfDay(instant).getTime() + RIYADH_OFFSET_MS + NOON_MS)
}

/**
 * The stored instant of a day in one calendar.
 * @returns null when the calendar has no such day, or the Hijri year is outside the tables
 */
export function dayInstant({ year, month, day }: CalendarDay, calendar: CalendarName): Date | null {
  if (calendar === 'hijri' && (year < hijriYears.first || year > hijriYears.last)) return null
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return null
  const system = calendar === 'hijri' ? new IslamicUmalquraCalendar() : new GregorianCalendar()
  const date = new CalendarDate(system, year, month, day)
  // The library moves an impossible day to the month's last one; we refuse it.
  if (date.day !== day || date.month !== month) return null
  const { year: y, month: m, day: d } = toCalendar(date, new GregorianCalendar())
  return new Date(Date.UTC(y, m - 1, d, 12))
}

/** The last Gregorian month in Riyadh that was over at `now`: from its first moment up to, and without, `until`. */
export function lastWholeMonth(now: Date): { from: Date; until: Date } {
  const { year, month } = gregorianDay(now)
  const until = Date.UTC(year, month - 1, 1) - RIYADH_OFFSET_MS
  return { from: new Date(Date.UTC(year, month - 2, 1) - RIYADH_OFFSET_MS), until: new Date(until) }
}

/** The same moment of the day so many Gregorian months earlier, in UTC; the last day of a month that is shorter. */
export function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - months)
  // The 31st of a shorter month would be a day of the next one.
  if (before.getUTCDate() !== now.getUTCDate()) before.setUTCDate(0)
  return before
}

/** A day as it is typed into a field: 13/7/1442. */
export function typedDay(instant: Date, calendar: CalendarName): string {
  const { year, month, day } = calendar === 'hijri' ? hijriDay(instant) : gregorianDay(instant)
  return `${day}/${month}/${year}`
}

const inWords = ({ year, month, day }: CalendarDay, calendar: CalendarName, language: Language): DayWords => ({
  day,
  month: monthNames[calendar][language][month - 1] ?? '',
  year,
})

/** The parts of a date in both calendars, for components that mark numbers for direction. */
export function formatDate(instant: Date, language: Language): DateWords {
  const gregorian = gregorianDay(instant)
  return {
    weekday: weekdayNames[weekdayOf(instant)][language],
    hijri: inWords(hijriDay(instant), 'hijri', language),
    gregorian: inWords(gregorian, 'gregorian', language),
    iso: [
      String(gregorian.year).padStart(4, '0'),
      String(gregorian.month).padStart(2, '0'),
      String(gregorian.day).padStart(2, '0'),
    ].join('-'),
  }
}

/** The whole date as plain text, where no markup is possible: mail, titles, messages of the panel. */
export function dateText(instant: Date, language: Language): string {
  const { weekday, hijri, gregorian } = formatDate(instant, language)
  return language === 'ar'
    ? `${weekday} ${hijri.day} ${hijri.month} ${hijri.year}، الموافق ${gregorian.day} ${gregorian.month} ${gregorian.year}`
    : `${weekday} ${gregorian.day} ${gregorian.month} ${gregorian.year}, ${hijri.day} ${hijri.month} ${hijri.year}`
}

export interface TimeWords {
  /** 9:40, twelve hours. */
  clock: string
  /** صباحًا, ظهرًا, عصرًا, مساءً; am, pm. */
  period: string
}

const arabicPeriods = { morning: 'صباحًا', noon: 'ظهرًا', afternoon: 'عصرًا', evening: 'مساءً' } as const

/** As Arabic divides a day: from 12, 15 and 18 o'clock in Riyadh. */
export function periodOfDay(instant: Date): keyof typeof arabicPeriods {
  const hour = riyadh(instant).getUTCHours()
  if (hour < 12) return 'morning'
  if (hour < 15) return 'noon'
  return hour < 18 ? 'afternoon' : 'evening'
}

/** The time of day in Riyadh. */
export function formatTime(instant: Date, language: Language): TimeWords {
  const clock = riyadh(instant)
  const hour = clock.getUTCHours()
  return {
    clock: `${hour % 12 || 12}:${String(clock.getUTCMinutes()).padStart(2, '0')}`,
    period: language === 'ar' ? arabicPeriods[periodOfDay(instant)] : hour < 12 ? 'am' : 'pm',
  }
}
