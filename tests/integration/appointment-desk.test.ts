import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listDay } from '@/features/appointments/server/day-list'
import { openSeries, type TypedSeries } from '@/features/appointments/server/open-series'
import { cancelForAssociation, markAppointment } from '@/features/appointments/server/staff-work'
import type { User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { appointmentUnder, booked, createTime } from '../factories/appointments'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'

/** The day's list, what staff do there, and how they open times. */

const test = asSystem('test-setup')
const startsAt = '2040-01-02T07:00:00.000Z'
const day = new Date(startsAt)
const dayBefore = () => new Date('2040-01-01T07:00:00.000Z')
const begun = () => new Date(startsAt)

let payload: Payload
let stop: () => Promise<void>
let made = 0

async function person(role: Role, more: Partial<User> = {}): Promise<User> {
  made += 1
  return payload.create({
    collection: 'users',
    data: {
      name: `موظف ${made}`,
      email: `staff-${made}@example.test`,
      password: 'a long enough password 1',
      roles: [role],
      ...more,
    } as never,
    depth: 0,
    ...test,
  })
}
const department = async () => {
  made += 1
  return payload.create({ collection: 'departments', data: { name: 'قسم', slug: `desk-${made}` }, depth: 0, ...test })
}
const bookedNow = async (time: Parameters<typeof createTime>[1] = {}, options: Parameters<typeof booked>[2] = {}) => {
  made += 1
  return booked(payload, await createTime(payload, time), {
    ...options,
    values: { email: `visitor-${made}@example.org`, phone: '', ...options.values },
  })
}
const listFor = (user: User, now = dayBefore()) => listDay(payload, { user, day, locale: 'en', now })

let officer: User

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  officer = await person('case-officer')
}, 60_000)
afterAll(() => stop())
beforeEach(async () => {
  // Each test sees its own day alone.
  const { docs } = await payload.find({ collection: 'appointments', limit: 500, depth: 0, ...test })
  for (const { id } of docs) {
    await updateRow(payload, 'mark', {
      collection: 'appointments',
      where: { id: { equals: id } },
      data: { startsAt: '2039-12-20T07:00:00.000Z' },
    })
  }
})

describe('the list of a day', () => {
  it('has that day in Riyadh alone, earliest first, with who comes and why', async () => {
    const late = await bookedNow({ startsAt: '2040-01-02T20:59:00.000Z' })
    const early = await bookedNow({ startsAt: '2040-01-01T21:00:00.000Z' })
    await bookedNow({ startsAt: '2040-01-02T21:00:00.000Z' })
    await bookedNow({ startsAt: '2040-01-01T20:59:00.000Z' })
    const listed = await listFor(officer, begun())
    expect(listed?.map(({ id }) => id)).toEqual([early.id, late.id])
    expect(listed?.[0]).toMatchObject({
      place: early.placeEn,
      person: { name: 'هند', about: 'سؤال عن التسجيل', inquiry: null },
      mayCancel: false,
      mayMark: true,
    })
    expect(listed?.[1]).toMatchObject({ mayCancel: true, mayMark: false })
  })

  it.each<[Role, boolean]>([
    ['administrator', true],
    ['case-officer', true],
    ['auditor', true],
    ['department-lead', true],
    ['editor', false],
    ['approver', false],
  ])('is there for %s: %s', async (role, isTheirs) => {
    const listed = await listFor(await person(role))
    expect(listed !== null).toBe(isTheirs)
  })

  it('of a department’s lead has the department’s appointments and those of none', async () => {
    const [own, other] = [await department(), await department()]
    const lead = await person('department-lead', { department: own.id as never })
    const mine = await bookedNow({ department: own.id })
    const theirs = await bookedNow({ department: other.id })
    const nobodys = await bookedNow()
    const listed = (await listFor(lead))?.map(({ id }) => id)
    expect(new Set(listed)).toEqual(new Set([mine.id, nobodys.id]))
    const step = { payload, clock: dayBefore, user: lead, id: theirs.id }
    expect(await cancelForAssociation(step, 'سبب')).toEqual({ status: 'notFound' })
  })

  it('hides who comes about a restricted case from whoever may not open that', async () => {
    const inquiry = await createInquiry(payload)
    await updateRow(payload, 'derive', {
      collection: 'inquiries',
      where: { id: { equals: inquiry.id } },
      data: { isRestricted: true },
    })
    const row = await bookedNow({}, { inquiryId: inquiry.id })
    expect(await listFor(officer)).toMatchObject([{ id: row.id, person: null, mayCancel: false }])
    expect(await cancelForAssociation({ payload, clock: dayBefore, user: officer, id: row.id }, 'سبب')).toEqual({
      status: 'notFound',
    })
    const named = await person('case-officer', { seesRestrictedCases: true })
    expect(await listFor(named)).toMatchObject([{ person: { name: 'هند', inquiry: { id: inquiry.id } } }])
  })

  it('gives auditors nothing to do', async () => {
    const row = await bookedNow()
    const auditor = await person('auditor')
    expect(await listFor(auditor)).toMatchObject([{ id: row.id, mayCancel: false, mayMark: false }])
    expect(await markAppointment({ payload, clock: begun, user: auditor, id: row.id }, 'attended')).toEqual({
      status: 'notFound',
    })
  })
})

describe('what staff do', () => {
  it('is to say who came, from the beginning on, and to correct that', async () => {
    const row = await bookedNow()
    const step = { payload, user: officer, id: row.id }
    expect(await markAppointment({ ...step, clock: dayBefore }, 'attended')).toEqual({ status: 'early' })
    expect(await markAppointment({ ...step, clock: begun }, 'missed')).toMatchObject({ status: 'ok' })
    expect(await markAppointment({ ...step, clock: begun }, 'attended')).toMatchObject({ status: 'ok' })
    expect(await appointmentUnder(payload, row.submissionKey)).toMatchObject({ state: 'attended' })
  })

  it('is to call it off with a reason that is mailed, which frees the time', async () => {
    const row = await bookedNow()
    const step = { payload, clock: dayBefore, user: officer, id: row.id }
    expect(await cancelForAssociation(step, ' \n ')).toEqual({ status: 'invalid', reason: 'required' })
    expect(await cancelForAssociation(step, 'x'.repeat(501))).toEqual({ status: 'invalid', reason: 'tooLong' })
    expect(await cancelForAssociation(step, 'إجازة')).toEqual({ status: 'ok', isMailed: true })
    expect(await appointmentUnder(payload, row.submissionKey)).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'staff',
      mailState: 'due',
      takenKey: `free:${row.id}`,
    })
    expect(await cancelForAssociation(step, 'إجازة')).toEqual({ status: 'over' })
    expect(await markAppointment({ ...step, clock: begun }, 'attended')).toEqual({ status: 'over' })
  })
})

describe('a series of times', () => {
  /** Thursday to Sunday; we don't work on Friday and Saturday. */
  const typed: TypedSeries = {
    firstDay: '2040-02-02',
    lastDay: '2040-02-05',
    from: '9:00',
    until: '10:00',
    minutes: '30',
    placeAr: 'المكتب',
    placeEn: 'Office',
    department: '',
    noteAr: '',
    noteEn: '',
  }
  const open = (more: Partial<TypedSeries> = {}, user = officer) =>
    openSeries(payload, { user, typed: { ...typed, ...more }, now: dayBefore() })

  it('is opened on working days, and completed when it is opened again', async () => {
    expect(await open({ lastDay: '2040-02-02' })).toEqual({ status: 'ok', opened: 2, already: 0, daysOff: 0 })
    expect(await open()).toEqual({ status: 'ok', opened: 2, already: 2, daysOff: 2 })
    const { docs } = await payload.find({
      collection: 'appointment-times',
      where: { placeEn: { equals: 'Office' } },
      sort: 'startsAt',
      depth: 0,
      ...test,
    })
    expect(docs.map(({ startsAt: at }) => at)).toEqual([
      '2040-02-02T06:00:00.000Z',
      '2040-02-02T06:30:00.000Z',
      '2040-02-05T06:00:00.000Z',
      '2040-02-05T06:30:00.000Z',
    ])
  })

  it.each<[string, Partial<TypedSeries>]>([
    ['days', { firstDay: '2040-02-30' }],
    ['days', { lastDay: '2040-02-01' }],
    ['days', { firstDay: '2039-02-01' }],
    ['longDays', { lastDay: '2040-05-05' }],
    ['hours', { from: '10:00' }],
    ['hours', { until: '25:00' }],
    ['minutes', { minutes: '4' }],
    ['minutes', { minutes: 'x' }],
    ['place', { placeEn: ' ' }],
    ['note', { noteAr: 'x'.repeat(301) }],
    ['department', { department: '00000000-0000-0000-0000-000000000000' }],
    ['none', { firstDay: '2040-02-03', lastDay: '2040-02-04' }],
  ])('is refused for its %s: %o', async (error, more) => {
    expect(await open(more)).toEqual({ status: 'invalid', error })
  })

  it('is not opened by whoever may not add a time', async () => {
    const auditor = await person('auditor')
    await expect(open({ placeAr: 'أخرى' }, auditor)).rejects.toMatchObject({ status: 403 })
  })
})
