import type { CalendarVersion, WorkingCalendar } from './working-calendar'

const HOUR = 60
const hours = { opens: 8 * HOUR, closes: 16 * HOUR }

/**
 * What holds until the association says otherwise: Sunday to Thursday from 8 to 16, six hours in Ramadan, and the
 * holidays of the Implementing Regulations of the Labour Law, article 24: four days from the one after the 29th of Ramadan, four
 * from the Day of Arafah, the Founding Day and the National Day.
 */
export const standardVersion: Omit<CalendarVersion, 'from'> = {
  week: {
    sunday: hours,
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: null,
    saturday: null,
  },
  ramadan: { opens: 10 * HOUR, closes: 16 * HOUR },
  holidays: [
    { name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' }, calendar: 'hijri', month: 9, day: 30, days: 4 },
    { name: { ar: 'عيد الأضحى', en: 'Eid al-Adha' }, calendar: 'hijri', month: 12, day: 9, days: 4 },
    { name: { ar: 'يوم التأسيس', en: 'Founding Day' }, calendar: 'gregorian', month: 2, day: 22, days: 1 },
    { name: { ar: 'اليوم الوطني', en: 'National Day' }, calendar: 'gregorian', month: 9, day: 23, days: 1 },
  ],
}

export const standardCalendar: WorkingCalendar = {
  versions: [{ ...standardVersion, from: 0 }],
  closures: [],
}
