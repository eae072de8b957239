import { describe, expect, it } from 'vitest'
import { dayInstant, monthNames, typedDay } from '@/platform/calendar'
import { parseDay, reconcileDay } from '@/platform/typed-day'

const at = (iso: string) => new Date(iso)
const approval = at('2021-02-25T12:00:00Z')

describe('parseDay', () => {
  it.each([
    ['13/7/1442', 'hijri'],
    ['١٣/٧/١٤٤٢هـ', 'hijri'],
    ['13\u200f/7\u200f/1442 هـ', 'hijri'],
    ['1442-07-13', 'hijri'],
    ['13 رجب 1442', 'hijri'],
    ['13 Rajab 1442 AH', 'hijri'],
    ['25/2/2021م', 'gregorian'],
    ['۲۵.۲.۲۰۲۱', 'gregorian'],
    ['2021/2/25', 'gregorian'],
    ['25 فبراير 2021', 'gregorian'],
    ['25 february 2021', 'gregorian'],
    ['25 Feb 2021', 'gregorian'],
    ['25-Feb-2021', 'gregorian'],
    ['25th of February, 2021', 'gregorian'],
    ['February 25, 2021', 'gregorian'],
    ['Feb. 25 2021', 'gregorian'],
    ['2021 February 25', 'gregorian'],
    ['Thursday, 25 February 2021', 'gregorian'],
    ['Thu 25/2/2021 A.D.', 'gregorian'],
    ['الخميس 25 فبراير 2021م', 'gregorian'],
    ['25 شباط 2021 ميلادية', 'gregorian'],
    ['25\u00a0فبراير\u200f 2021', 'gregorian'],
    ['２５/２/２０２１', 'gregorian'],
    ['الخميس 13/7/1442', 'hijri'],
    ['يوم الخميس، 13 من شهر رجب لعام 1442هـ', 'hijri'],
    ['13‏/7‏/1442', 'hijri'],
    ['1442ه\u200d/7/13', 'hijri'],
    ['13 رَجَب 1442', 'hijri'],
    ['13 رجب 1442 للهجرة', 'hijri'],
    ['الخميس 13 رجب 1442هـ الموافق 25 فبراير 2021م', 'hijri'],
    ['الخميس 13 رجب 1442هـ الموافق 25 فبراير 2021م', 'gregorian'],
    ['Thursday 25 February 2021, 13 Rajab 1442', 'hijri'],
    ['13/7/1442 (25/2/2021)', 'gregorian'],
  ] as const)('reads %s', (typed, calendar) => {
    expect(parseDay(typed, calendar)).toEqual(approval)
  })

  it.each([
    ['30/7/1442', 'hijri'],
    ['13/13/1442', 'hijri'],
    ['0/7/1442', 'hijri'],
    ['13/7/1299', 'hijri'],
    ['13/7/1601', 'hijri'],
    ['13 مايو 1442', 'hijri'],
    ['29/2/2021', 'gregorian'],
    ['25/2', 'gregorian'],
    ['الخميس', 'gregorian'],
    ['', 'gregorian'],
    ['13/7/1442', 'gregorian'],
    ['25/2/21', 'gregorian'],
    ['25 Smarch 2021', 'gregorian'],
    ['25 + 2 + 2021', 'gregorian'],
    ['25/2/2021 or 26/2/2021', 'gregorian'],
    ['25/2/2021, 26/2/2021', 'gregorian'],
    ['25 2 2021 1', 'gregorian'],
    [`1${' '.repeat(1200)}x`, 'hijri'],
  ] as const)('refuses %s as a %s day', (typed, calendar) => {
    expect(parseDay(typed, calendar)).toBeNull()
  })

  it.each([
    [1, ['محرم', 'المحرم', 'محرم الحرام', 'Muharram', 'al-Muharram']],
    [2, ['صفر', 'Safar']],
    [
      3,
      [
        'ربيع الأول',
        'ربيع أول',
        'ربيع الأوّل',
        'Rabi al-Awwal',
        'Rabi’ al-Awal',
        'Rabīʿ al-awwal',
        'Rabi I',
        'Rabi ul Awwal',
      ],
    ],
    [
      4,
      [
        'ربيع الآخر',
        'ربيع الثاني',
        'ربيع ثاني',
        'ربيع الاخر',
        'Rabi al-Akhir',
        'Rabi al-Thani',
        "Rabi' ath-Thani",
        'Rabi II',
      ],
    ],
    [5, ['جمادى الأولى', 'جمادى الأول', 'جمادي الاولى', 'جماد أول', 'Jumada al-Ula', 'Jumada al-Awwal', 'Jumada I']],
    [
      6,
      [
        'جمادى الآخرة',
        'جمادى الثانية',
        'جمادى الآخر',
        'جمادى الثاني',
        'جماد ثاني',
        'Jumada al-Akhirah',
        'Jumada al-Thani',
        'Jumada al-Thaniyah',
        'Jumada II',
      ],
    ],
    [7, ['رجب', 'Rajab']],
    [8, ['شعبان', 'Shaban', "Sha'ban", 'Shaaban']],
    [9, ['رمضان', 'رمضان المبارك', 'Ramadan', 'Ramadhan']],
    [10, ['شوال', 'شوّال', 'Shawwal', 'Shawal']],
    [
      11,
      [
        'ذو القعدة',
        'ذي القعدة',
        'ذي القعده',
        'ذوالقعدة',
        'القعدة',
        'Dhu al-Qidah',
        "Dhu al-Qa'dah",
        'Dhul-Qadah',
        "Zul Qi'dah",
      ],
    ],
    [12, ['ذو الحجة', 'ذي الحجة', 'ذي الحجه', 'الحجة', 'Dhu al-Hijjah', "Dhu'l-Hijja", 'Dhul Hijjah', 'Zul-Hijjah']],
  ])('knows the Hijri month %i by %j', (month, names) => {
    const day = dayInstant({ year: 1442, month, day: 5 }, 'hijri')
    for (const name of names) expect([name, parseDay(`5 ${name} 1442`, 'hijri')]).toEqual([name, day])
  })

  it('knows each month by the names that the site shows, and by no other', () => {
    for (const calendar of ['hijri', 'gregorian'] as const) {
      const year = calendar === 'hijri' ? 1442 : 2021
      for (const names of Object.values(monthNames[calendar])) {
        names.forEach((name, index) => {
          expect(parseDay(`5 ${name} ${year}`, calendar)).toEqual(
            dayInstant({ year, month: index + 1, day: 5 }, calendar),
          )
          expect(parseDay(`5 ${name} ${calendar === 'hijri' ? 2021 : 1442}`, calendar)).toBeNull()
        })
      }
    }
  })

  it('reads back what it types', () => {
    expect(parseDay(typedDay(approval, 'hijri'), 'hijri')).toEqual(approval)
    expect(parseDay(typedDay(approval, 'gregorian'), 'gregorian')).toEqual(approval)
  })
})

describe('reconcileDay', () => {
  const dayAfter = at('2021-02-26T12:00:00Z')
  it.each([
    [{ hijri: '13/7/1442', gregorian: '25/2/2021', weekday: 'thursday' }, approval],
    [{ hijri: '13/7/1442', gregorian: '', weekday: '' }, approval],
    [{ hijri: '', gregorian: '25/2/2021', weekday: '' }, approval],
    [{ hijri: '', gregorian: '', weekday: '' }, null],
    [{ hijri: 'الخميس 13 رجب 1442', gregorian: 'Thursday 25 Feb 2021', weekday: '' }, approval],
    // The printed calendar of these years differs from the computed one by a day or two.
    [{ hijri: '1/9/1400', gregorian: '13/7/1980', weekday: 'sunday' }, at('1980-07-13T12:00:00Z')],
  ])('means one day by %j', (typed, day) => {
    expect(reconcileDay(typed)).toEqual({ status: 'ok', day })
  })

  it('says of each calendar which day the other one means', () => {
    expect(reconcileDay({ hijri: '13/7/1442', gregorian: '26/2/2021', weekday: '' })).toEqual({
      status: 'invalid',
      errors: [
        { field: 'hijri', code: 'disagrees', day: dayAfter },
        { field: 'gregorian', code: 'disagrees', day: approval },
      ],
    })
  })

  it.each([
    { hijri: '13/7/1442', gregorian: '26/2/2021', weekday: '' },
    { hijri: '1/1/1450', gregorian: '24/5/2028', weekday: '' },
    { hijri: '1/9/1400', gregorian: '18/7/1980', weekday: '' },
  ])('refuses %j, which no calendar holds for one day', (typed) => {
    expect(reconcileDay(typed)).toMatchObject({
      status: 'invalid',
      errors: [{ code: 'disagrees' }, { code: 'disagrees' }],
    })
  })

  it.each([
    [
      { hijri: '13/7/1442', gregorian: '25/2/2021', weekday: 'friday' },
      { field: 'weekday', code: 'disagrees', day: approval },
    ],
    [
      { hijri: '30/7/1442', gregorian: '', weekday: '' },
      { field: 'hijri', code: 'unreadable' },
    ],
    [
      { hijri: '', gregorian: 'أمس', weekday: '' },
      { field: 'gregorian', code: 'unreadable' },
    ],
    [
      { hijri: '', gregorian: '', weekday: 'friday' },
      { field: 'weekday', code: 'aloneIsNoDay' },
    ],
    [
      { hijri: 'الجمعة 13/7/1442', gregorian: '', weekday: '' },
      { field: 'hijri', code: 'otherWeekday', day: approval },
    ],
    [
      { hijri: '', gregorian: 'Friday 25/2/2021', weekday: 'thursday' },
      { field: 'gregorian', code: 'otherWeekday', day: approval },
    ],
  ])('refuses %j', (typed, error) => {
    expect(reconcileDay(typed)).toEqual({ status: 'invalid', errors: [error] })
  })
})
