import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelAppointment, moveAppointment } from '@/features/appointments/server/change'
import { listOpenTimes } from '@/features/appointments/server/open-times'
import { openText } from '@/features/appointments/server/rows'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { appointmentUnder, book, booked, createTime } from '../factories/appointments'
import { startPayload } from '../setup/payload'

/** One time takes one booking, whatever happens at once or in between. */

const test = asSystem('test-setup')
const now = new Date('2039-12-01T08:00:00.000Z')
const clock = () => now

let payload: Payload
let stop: () => Promise<void>
let contacts = 0
/** Of a person of its own: a contact holds few appointments at once. */
const somebody = () => {
  contacts += 1
  return { values: { email: `person-${contacts}@example.org` } }
}

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
}, 60_000)
afterAll(() => stop())

const holders = async (id: string) =>
  (await payload.count({ collection: 'appointments', where: { takenKey: { equals: id } }, ...test })).totalDocs
/** What the panel shows beside a field. */
const wrong = (path: string) => ({ data: { errors: [expect.objectContaining({ path })] } })
const freeTimes = async () => (await listOpenTimes(payload, 'en', now)).map(({ id }) => id)

describe('booking', () => {
  it('gives one time to one of fifty who ask at once, and tells the others', async () => {
    const time = await createTime(payload)
    const results = await Promise.all(Array.from({ length: 50 }, () => book(payload, time, somebody())))
    expect(results.filter(({ status }) => status === 'ok')).toHaveLength(1)
    expect(results.filter(({ status }) => status !== 'ok')).toEqual(
      Array.from({ length: 49 }, () => expect.objectContaining({ status: 'invalid', errors: { time: 'taken' } })),
    )
    expect(await holders(time.id)).toBe(1)
  }, 60_000)

  it('is one booking, though the same form is sent many times at once', async () => {
    const time = await createTime(payload)
    const form = { ...somebody(), submissionKey: randomToken() }
    const results = await Promise.all(Array.from({ length: 5 }, () => book(payload, time, form)))
    expect(results).toEqual(Array.from({ length: 5 }, () => ({ status: 'ok', submissionKey: form.submissionKey })))
    expect(await holders(time.id)).toBe(1)
  })

  it('is one booking, though a form without a key of its own is sent twice', async () => {
    const time = await createTime(payload)
    const person = somebody()
    const first = await book(payload, time, person)
    expect(await book(payload, time, person)).toEqual(first)
  })

  it('of another time with a used form is a booking beside the first', async () => {
    const [one, other] = [await createTime(payload), await createTime(payload)]
    const form = { ...somebody(), submissionKey: randomToken() }
    const first = await book(payload, one, form)
    const second = await book(payload, other, form)
    expect(second.status).toBe('ok')
    expect(second).not.toEqual(first)
  })

  it('stores who comes and why encrypted, and when, where and with which consent', async () => {
    const time = await createTime(payload)
    const row = await booked(payload, time, { values: { phone: '0501234567', email: '' } })
    expect(JSON.stringify(row)).not.toMatch(/هند|501234567|التسجيل/)
    expect(openText('name', row)).toBe('هند')
    expect(openText('phone', row)).toBe('+966501234567')
    expect(openText('about', row)).toBe('سؤال عن التسجيل')
    expect(row).toMatchObject({
      startsAt: time.startsAt,
      placeEn: time.placeEn,
      consentVersion: '2026-11',
      state: 'booked',
      mailState: 'none',
    })
  })

  it.each([
    ['an unknown time', 'nonsense'],
    ['one that was closed', 'closed'],
    ['one that begins within the hour', 'near'],
  ])('is refused for %s', async (_, which) => {
    const time =
      which === 'closed'
        ? await createTime(payload, { state: 'closed' })
        : which === 'near'
          ? await createTime(payload, { startsAt: new Date(now.getTime() + 59 * 60_000).toISOString() })
          : { id: which }
    expect(await book(payload, time, somebody())).toMatchObject({ status: 'invalid', errors: { time: 'taken' } })
  })

  it.each([
    [{ phone: '', email: '' }, { phone: 'contactMissing' }],
    [{ phone: '12', email: '' }, { phone: 'invalid' }],
    [{ email: 'hind@' }, { email: 'invalid' }],
    [
      { name: '', consent: false },
      { name: 'required', consent: 'required' },
    ],
    [{ time: '' }, { time: 'required' }],
    [{ about: 'x'.repeat(501) }, { about: 'tooLong' }],
  ])('names what is wrong: %o', async (values, errors) => {
    const time = await createTime(payload)
    expect(await book(payload, time, { values })).toMatchObject({ status: 'invalid', errors })
    expect(await holders(time.id)).toBe(0)
  })

  it('refuses a fourth appointment to come of one contact', async () => {
    const person = somebody()
    for (let index = 0; index < 3; index += 1) await booked(payload, await createTime(payload), person)
    const fourth = await createTime(payload)
    expect(await book(payload, fourth, person)).toMatchObject({ status: 'refused', reason: 'tooMany' })
    expect(await holders(fourth.id)).toBe(0)
  })

  it('refuses a machine that fills in the hidden field', async () => {
    const time = await createTime(payload)
    expect(await book(payload, time, { honeypot: 'x' })).toMatchObject({ status: 'refused', reason: 'honeypot' })
  })
})

describe('the open times', () => {
  it('are those that nobody holds', async () => {
    const time = await createTime(payload)
    expect(await freeTimes()).toContain(time.id)
    const row = await booked(payload, time, somebody())
    expect(await freeTimes()).not.toContain(time.id)
    await cancelAppointment({ payload, clock, submissionKey: row.submissionKey, by: 'person' })
    expect(await freeTimes()).toContain(time.id)
  })
})

describe('moving', () => {
  it('takes the new time and frees the old one in one step', async () => {
    const [before, after] = [await createTime(payload), await createTime(payload)]
    const row = await booked(payload, before, somebody())
    const moved = await moveAppointment({ payload, clock, submissionKey: row.submissionKey, timeId: after.id })
    expect(moved).toEqual({ status: 'ok' })
    expect([await holders(before.id), await holders(after.id)]).toEqual([0, 1])
    expect(await appointmentUnder(payload, row.submissionKey)).toMatchObject({
      placeEn: after.placeEn,
      seq: 1,
      mailKind: 'moved',
      mailState: 'due',
    })
  })

  it('to a time that somebody holds leaves everything as it was', async () => {
    const [mine, theirs] = [await createTime(payload), await createTime(payload)]
    const row = await booked(payload, mine, somebody())
    await booked(payload, theirs, somebody())
    const moved = await moveAppointment({ payload, clock, submissionKey: row.submissionKey, timeId: theirs.id })
    expect(moved).toEqual({ status: 'taken' })
    expect(await appointmentUnder(payload, row.submissionKey)).toEqual(row)
  })

  it('of many to one time at once succeeds for one, and every other keeps what it had', async () => {
    const wanted = await createTime(payload)
    const times = await Promise.all(Array.from({ length: 12 }, () => createTime(payload)))
    const rows = await Promise.all(times.map((time) => booked(payload, time, somebody())))
    const results = await Promise.all(
      rows.map(({ submissionKey }) => moveAppointment({ payload, clock, submissionKey, timeId: wanted.id })),
    )
    expect(results.filter(({ status }) => status === 'ok')).toHaveLength(1)
    expect(results.filter(({ status }) => status === 'taken')).toHaveLength(11)
    expect(await holders(wanted.id)).toBe(1)
    const held = await Promise.all(times.map(({ id }) => holders(id)))
    expect(held.filter((count) => count === 1)).toHaveLength(11)
  })

  it('of one appointment to two times at once holds one time in the end', async () => {
    const [first, one, other] = [await createTime(payload), await createTime(payload), await createTime(payload)]
    const { submissionKey } = await booked(payload, first, somebody())
    await Promise.all([one, other].map(({ id }) => moveAppointment({ payload, clock, submissionKey, timeId: id })))
    const held = [await holders(first.id), await holders(one.id), await holders(other.id)]
    expect(held.reduce((sum, count) => sum + count, 0)).toBe(1)
  })

  it('is over once it has begun', async () => {
    const [before, after] = [await createTime(payload), await createTime(payload)]
    const { submissionKey } = await booked(payload, before, somebody())
    const begun = () => new Date(before.startsAt)
    expect(await moveAppointment({ payload, clock: begun, submissionKey, timeId: after.id })).toEqual({
      status: 'over',
    })
    expect(await cancelAppointment({ payload, clock: begun, submissionKey, by: 'person' })).toEqual({ status: 'over' })
  })
})

describe('cancelling', () => {
  it('frees the time at once for somebody else, and is the same when it is asked for twice', async () => {
    const time = await createTime(payload)
    const { submissionKey } = await booked(payload, time, somebody())
    const cancel = () => cancelAppointment({ payload, clock, submissionKey, by: 'person' as const })
    expect([await cancel(), await cancel()]).toEqual([{ status: 'ok' }, { status: 'ok' }])
    expect(await appointmentUnder(payload, submissionKey)).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'person',
      seq: 1,
      mailKind: 'cancelled',
    })
    expect((await book(payload, time, somebody())).status).toBe('ok')
  })
})

describe('a time that staff opened', () => {
  it('stays as it was promised while it is booked, and can be closed', async () => {
    const time = await createTime(payload)
    await booked(payload, time, somebody())
    const change = (data: object) => payload.update({ collection: 'appointment-times', id: time.id, data, ...test })
    await expect(change({ placeAr: 'مكان آخر' })).rejects.toMatchObject(wrong('placeAr'))
    await expect(payload.delete({ collection: 'appointment-times', id: time.id, ...test })).rejects.toMatchObject(
      wrong('startsAt'),
    )
    expect(await change({ state: 'closed' })).toMatchObject({ state: 'closed' })
  })

  it('overlaps none at its place, and is in the future', async () => {
    const startsAt = '2044-03-01T07:00:00.000Z'
    const data = { startsAt, minutes: 30, placeAr: 'القاعة', placeEn: 'Hall', state: 'open' as const, slotKey: '' }
    const open = (more: Partial<typeof data>) =>
      payload.create({ collection: 'appointment-times', data: { ...data, ...more }, ...test })
    await open({})
    await expect(open({})).rejects.toMatchObject(wrong('startsAt'))
    await expect(open({ startsAt: '2044-03-01T07:29:00.000Z' })).rejects.toMatchObject(wrong('startsAt'))
    await expect(open({ startsAt: '2020-03-01T07:00:00.000Z', placeAr: 'أخرى' })).rejects.toMatchObject(
      wrong('startsAt'),
    )
    expect(await open({ startsAt: '2044-03-01T07:30:00.000Z' })).toMatchObject({ minutes: 30 })
    expect(await open({ placeAr: 'قاعة أخرى' })).toMatchObject({ minutes: 30 })
  })
})
