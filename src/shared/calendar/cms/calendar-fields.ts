import type { Field, TextFieldSingleValidation } from 'payload'
import { monthNames, type Weekday, weekdayNames, weekdays } from '@/platform/calendar'
import { type LocalizedText, localize } from '@/platform/localize'
import { formatTimeOfDay, readTimeOfDay } from '../time-of-day'
import { longestHoliday } from '../working-calendar'

/** Fields of the working calendar. Texts in both languages stand side by side: people read either. */

const timeOfDay: TextFieldSingleValidation = (value, { req }) =>
  !value || readTimeOfDay(value) !== null
    ? true
    : localize(req, { ar: 'وقت من 24 ساعة، مثل 8:00 أو 16:30.', en: 'A time of 24 hours, such as 8:00 or 16:30.' })

type Siblings = Partial<Record<'opens' | 'closes', string | null>>

const bothOrNeither: LocalizedText = {
  ar: 'تُكتب بداية الدوام ونهايته معًا، أو يُترك الاثنان فارغين ليوم الراحة.',
  en: 'Write both the opening and the closing time, or leave both empty for a day of rest.',
}

const openingTime: TextFieldSingleValidation = (value, options) => {
  const { closes } = options.siblingData as Siblings
  return value && !closes ? localize(options.req, bothOrNeither) : timeOfDay(value, options)
}

const closingTime: TextFieldSingleValidation = (value, options) => {
  const { opens } = options.siblingData as Siblings
  if (value && !opens) return localize(options.req, bothOrNeither)
  const [from, until] = [readTimeOfDay(opens ?? ''), readTimeOfDay(value ?? '')]
  return from === null || until === null || from < until
    ? timeOfDay(value, options)
    : localize(options.req, { ar: 'نهاية الدوام بعد بدايته.', en: 'The closing time comes after the opening time.' })
}

const timeField = (name: 'opens' | 'closes', label: LocalizedText): Field => ({
  name,
  type: 'text',
  maxLength: 10,
  validate: name === 'closes' ? closingTime : openingTime,
  hooks: {
    beforeChange: [
      ({ value }) => {
        const minutes = typeof value === 'string' ? readTimeOfDay(value) : null
        // What can't be read stays as it was typed, for its error.
        return minutes === null ? value || null : formatTimeOfDay(minutes)
      },
    ],
  },
  label,
  admin: {
    width: '50%',
    description: { ar: 'بنظام 24 ساعة، مثل 16:00.', en: 'Of 24 hours, such as 16:00.' },
  },
})

/** Opening and closing, in one row. */
const hoursFields: Field[] = [
  {
    type: 'row',
    fields: [timeField('opens', { ar: 'من', en: 'From' }), timeField('closes', { ar: 'إلى', en: 'To' })],
  },
]

const dayHours = (weekday: Weekday): Field => ({
  name: weekday,
  type: 'group',
  label: weekdayNames[weekday],
  fields: hoursFields,
})

export const hoursField: Field = {
  name: 'hours',
  type: 'group',
  label: { ar: 'ساعات العمل', en: 'Working hours' },
  admin: { description: { ar: 'اليوم الفارغ يوم راحة.', en: 'A day left empty is a day of rest.' } },
  fields: weekdays.map(dayHours),
}

export const ramadanField: Field = {
  name: 'ramadan',
  type: 'group',
  label: { ar: 'ساعات رمضان', en: 'Hours in Ramadan' },
  admin: {
    description: {
      ar: 'لأيام العمل في رمضان بتقويم أم القرى. إن تُركت فارغة بقيت الساعات كسائر السنة.',
      en: 'On working days of Ramadan by Umm al-Qura. Left empty, the hours are as in the rest of the year.',
    },
  },
  fields: hoursFields,
}

const wholeNumber =
  (longest: number) =>
  (value: unknown, { req }: { req: Parameters<typeof localize>[0] }) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= longest
      ? true
      : localize(req, { ar: `عدد صحيح من 1 إلى ${longest}.`, en: `A whole number from 1 to ${longest}.` })

/** The name of a holiday or closure, as people are told it. */
export const nameFields: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'nameAr',
        type: 'text',
        required: true,
        maxLength: 80,
        label: { ar: 'الاسم بالعربية', en: 'Name in Arabic' },
        admin: {
          width: '50%',
          description: {
            ar: 'كما يقرؤه صاحب الطلب في حساب الموعد.',
            en: 'As people read it where a due date is explained.',
          },
        },
      },
      {
        name: 'nameEn',
        type: 'text',
        required: true,
        maxLength: 80,
        label: { ar: 'الاسم بالإنجليزية', en: 'Name in English' },
        admin: {
          width: '50%',
          description: { ar: 'للصفحات الإنجليزية.', en: 'For the English pages.' },
        },
      },
    ],
  },
]

const daysOfMonth: Record<'hijri' | 'gregorian', readonly number[]> = {
  // The month that has only 29 of them gives the 30th to the next.
  hijri: Array.from({ length: 12 }, () => 30),
  gregorian: [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
}

const months = Array.from({ length: 12 }, (_, index) => {
  const of = (language: 'ar' | 'en') =>
    `${monthNames.hijri[language][index]} / ${monthNames.gregorian[language][index]}`
  return { value: String(index + 1), label: { ar: `${index + 1}: ${of('ar')}`, en: `${index + 1}: ${of('en')}` } }
})

export const holidaysField: Field = {
  name: 'holidays',
  type: 'array',
  maxRows: 30,
  label: { ar: 'إجازات كل سنة', en: 'Holidays of every year' },
  labels: { singular: { ar: 'إجازة', en: 'Holiday' }, plural: { ar: 'إجازات', en: 'Holidays' } },
  admin: {
    description: {
      ar: 'العيدان بتاريخهما الهجري، واليوم الوطني ويوم التأسيس بالميلادي. وما اختلف عن التقويم في سنة بعينها يُكتب في «أيام الإغلاق».',
      en: 'The two Eids by their Hijri dates, National Day and Founding Day by the Gregorian. What differs from the calendar in one year is written under “Closures”.',
    },
  },
  fields: [
    ...nameFields,
    {
      type: 'row',
      fields: [
        {
          name: 'calendar',
          type: 'select',
          required: true,
          defaultValue: 'hijri',
          options: [
            { value: 'hijri', label: { ar: 'هجري (أم القرى)', en: 'Hijri (Umm al-Qura)' } },
            { value: 'gregorian', label: { ar: 'ميلادي', en: 'Gregorian' } },
          ],
          label: { ar: 'التقويم', en: 'Calendar' },
          admin: { width: '25%', description: { ar: 'الذي يُعرف به يومها.', en: 'By which its day is known.' } },
        },
        {
          name: 'month',
          type: 'select',
          required: true,
          options: months,
          label: { ar: 'الشهر', en: 'Month' },
          admin: { width: '25%', description: { ar: 'بالتقويم المختار.', en: 'Of that calendar.' } },
        },
        {
          name: 'day',
          type: 'number',
          required: true,
          min: 1,
          max: 31,
          validate: (
            value: unknown,
            { req, siblingData }: { req: Parameters<typeof localize>[0]; siblingData: unknown },
          ) => {
            const { calendar, month } = siblingData as { calendar?: 'hijri' | 'gregorian'; month?: string }
            const longest = daysOfMonth[calendar === 'gregorian' ? 'gregorian' : 'hijri'][Number(month ?? 1) - 1] ?? 30
            return wholeNumber(longest)(value, { req })
          },
          label: { ar: 'أول يوم', en: 'First day' },
          admin: {
            width: '25%',
            step: 1,
            description: {
              ar: 'اليوم 30 من شهر فيه 29 يومًا هو أول الشهر التالي، كما في عيد الفطر.',
              en: 'Day 30 of a month of 29 is the first of the next one, as for Eid al-Fitr.',
            },
          },
        },
        {
          name: 'days',
          type: 'number',
          required: true,
          min: 1,
          max: longestHoliday,
          defaultValue: 1,
          validate: wholeNumber(longestHoliday),
          label: { ar: 'عدد الأيام', en: 'Days' },
          admin: { width: '25%', step: 1, description: { ar: 'كم يومًا تدوم.', en: 'How long it lasts.' } },
        },
      ],
    },
  ],
}
