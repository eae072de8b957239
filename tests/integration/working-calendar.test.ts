import { Forbidden, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inquiry, User } from '@/payload-types'
import { startOfDay, storedDay } from '@/platform/calendar'
import { asSystem } from '@/platform/system-payload'
import { seedWorkingCalendar } from '@/seed/working-calendar'
import { importClosures, previewIcs } from '@/shared/calendar/server/import-closures'
import { readCalendar } from '@/shared/calendar/server/read-calendar'
import { standardVersion } from '@/shared/calendar/standard-calendar'
import { dayOf } from '@/shared/calendar/working-calendar'
import { workingDaysAfter } from '@/shared/calendar/working-time'
import { calendarJob } from '@/shared/casework/server/calendar-job'
import { readCase } from '@/shared/casework/server/desk/read-case'
import { findCaseByKey, getTracked } from '@/shared/casework/server/tracking'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'

const test = asSystem('test-setup')
const DAY = 86_400_000
let payload: Payload
let stop: () => Promise<void>
let administrator: User
const now = new Date()
const ahead = (days: number) => storedDay(new Date(now.getTime() + days * DAY)).toISOString()

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  await seedWorkingCalendar(payload)
  administrator = await staffWith('administrator')
}, 60_000)
afterAll(() => stop())

const staffWith = (role: 'administrator' | 'editor'): Promise<User> =>
  payload.create({
    collection: 'users',
    data: { name: 'نورة', email: `${role}@example.org`, password: 'four words to remember', roles: [role] },
    ...test,
  })
const asAdministrator = () => ({ overrideAccess: false, user: administrator }) as const
const first = async () => {
  const { docs } = await payload.find({ collection: 'working-calendars', sort: 'validFrom', limit: 1, ...test })
  return docs[0] ?? expect.fail('nothing was seeded')
}
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { data?: { errors?: { path: string }[] } }) =>
      error.data?.errors?.map(({ path }) => path).join() ?? String(error),
  )
const dueOf = async ({ submissionKey }: Inquiry) => (await findCaseByKey(payload, submissionKey))?.dueAt

describe('the working calendar', () => {
  it('is seeded with the hours and holidays that the code knows, once', async () => {
    await seedWorkingCalendar(payload)
    const { versions } = await readCalendar(payload)
    expect(versions).toEqual([{ ...standardVersion, from: startOfDay(new Date('2020-01-01T12:00:00Z')).getTime() }])
  })

  it('stays as it is once it holds, for administrators too', async () => {
    const { id } = await first()
    const change = payload.update({ collection: 'working-calendars', id, data: { ramadan: {} }, ...asAdministrator() })
    expect(await errorOf(change)).toBe('validFrom')
    expect(await errorOf(payload.delete({ collection: 'working-calendars', id, ...asAdministrator() }))).toBe(
      'validFrom',
    )
    expect((await first()).ramadan?.opens).toBe('10:00')
  })

  const make = (validFrom: string, hours: object) =>
    payload.create({ collection: 'working-calendars', data: { validFrom, hours, holidays: [] }, ...asAdministrator() })

  it('begins on no day that is past', async () => {
    expect(await errorOf(make(ahead(-1), { sunday: { opens: '8', closes: '16' } }))).toBe('validFrom')
  })

  it.each([
    ['an end before the beginning', { sunday: { opens: '16:00', closes: '8:00' } }, 'hours.sunday.closes'],
    ['a beginning without an end', { sunday: { opens: '8:00' } }, 'hours.sunday.opens'],
    ['an end without a beginning', { sunday: { closes: '16:00' } }, 'hours.sunday.closes'],
    ['no time', { sunday: { opens: 'morning', closes: '16:00' } }, 'hours.sunday.opens'],
    ['no working day at all', {}, 'hours.sunday.opens'],
  ])('refuses %s', async (_, hours, path) => {
    expect(await errorOf(make(ahead(30), hours))).toBe(path)
  })

  it('refuses a closure that has begun or ends before it begins', async () => {
    const close = (firstDay: string, lastDay?: string) =>
      payload.create({
        collection: 'closures',
        data: { nameAr: 'صيانة', nameEn: 'Repairs', firstDay, ...(lastDay && { lastDay }) },
        ...asAdministrator(),
      })
    expect(await errorOf(close(ahead(-1)))).toBe('firstDay')
    expect(await errorOf(close(ahead(9), ahead(8)))).toBe('lastDay')
    expect(await errorOf(close(ahead(9), ahead(9 + 60)))).toBe('lastDay')
  })
})

describe('due dates after a change of the calendar', () => {
  it('move where they are still to come, stay where they are past, and open into their arithmetic', async () => {
    const old = await createInquiry(payload, { receivedAt: new Date(now.getTime() - 40 * DAY).toISOString() })
    const open = await createInquiry(payload, { receivedAt: now.toISOString(), targetDays: 2 })
    const [oldDue, openDue] = [await dueOf(old), await dueOf(open)]
    expect(await calendarJob.run(payload, now)).toBeGreaterThan(0)
    expect(await calendarJob.run(payload, now)).toBe(0)
    const last = new Date(openDue ?? '')
    await payload.create({
      collection: 'closures',
      data: { nameAr: 'صيانة المبنى', nameEn: 'Repairs', firstDay: storedDay(last).toISOString() },
      ...asAdministrator(),
    })
    expect(await calendarJob.run(payload, now)).toBeGreaterThan(0)
    expect(await dueOf(old)).toBe(oldDue)
    const calendar = await readCalendar(payload)
    const [, expected = 0] = workingDaysAfter(calendar, now.getTime(), 2)
    expect(Date.parse((await dueOf(open)) ?? '')).toBe(expected)
    expect(expected).toBeGreaterThan(last.getTime())
    expect(dayOf(calendar, expected)).toMatchObject({ kind: 'working', closes: expected })

    const tracked = await getTracked(payload, open.submissionKey)
    expect(tracked?.due).toMatchObject({
      startedBy: 'received',
      days: 2,
      holidays: expect.arrayContaining([
        expect.objectContaining({ name: { ar: 'صيانة المبنى', en: 'Repairs' }, days: 1 }),
      ]),
    })
    expect(tracked?.dueAt?.getTime()).toBe(expected)
    const detail = await readCase({ payload, user: administrator, id: open.id, locale: 'ar', now })
    expect(detail?.due?.dueAt.getTime()).toBe(expected)
  })
})

describe('an .ics file', () => {
  const day = (days: number) => ahead(days).slice(0, 10).replaceAll('-', '')
  const file = [
    'BEGIN:VCALENDAR',
    ...[50, 60].flatMap((days) => [
      'BEGIN:VEVENT',
      `UID:${days}`,
      `DTSTART;VALUE=DATE:${day(days)}`,
      'SUMMARY:يوم العلم',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ].join('\r\n')

  it('shows what it would add, adds it in both languages, and then has nothing new', async () => {
    const preview = await previewIcs(payload, file, now)
    expect(preview).toMatchObject({ status: 'ok', alreadyThere: 0 })
    const holidays = preview.status === 'ok' ? preview.holidays : []
    expect(holidays.map(({ firstDay }) => firstDay)).toEqual([ahead(50), ahead(60)])
    const closures = holidays.map(({ name, ...days }) => ({ ...days, nameAr: name, nameEn: 'Flag Day' }))
    const asked = { user: administrator, closures, now, locale: 'en' } as const
    expect(await importClosures(payload, asked)).toEqual({ status: 'ok', added: 2 })
    expect(await importClosures(payload, asked)).toEqual({ status: 'ok', added: 0 })
    expect(await previewIcs(payload, file, now)).toMatchObject({ holidays: [], alreadyThere: 2 })
  })

  it('adds nothing at all where one of its days is refused, and says why', async () => {
    const closures = [70, -3].map((days) => ({
      nameAr: 'يوم',
      nameEn: `Day ${days}`,
      firstDay: ahead(days),
      lastDay: ahead(days),
    }))
    expect(await importClosures(payload, { user: administrator, closures, now, locale: 'en' })).toMatchObject({
      status: 'invalid',
      name: 'يوم',
      message: expect.stringContaining('past due dates'),
    })
    const { totalDocs } = await payload.count({
      collection: 'closures',
      where: { nameEn: { equals: 'Day 70' } },
      ...test,
    })
    expect(totalDocs).toBe(0)
  })

  it('is not for an editor', async () => {
    const editor = await staffWith('editor')
    const closures = [{ nameAr: 'يوم', nameEn: 'Day', firstDay: ahead(80), lastDay: ahead(80) }]
    await expect(importClosures(payload, { user: editor, closures, now, locale: 'ar' })).rejects.toBeInstanceOf(
      Forbidden,
    )
  })
})
