import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import ICAL from 'ical.js'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Payload } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelAppointment, moveAppointment } from '@/features/appointments/server/change'
import { eraseAppointmentsJob } from '@/features/appointments/server/erase-job'
import { readAppointmentToken } from '@/features/appointments/server/links'
import { mailAppointments } from '@/features/appointments/server/mail-job'
import { remindOfAppointments } from '@/features/appointments/server/reminder-job'
import { env } from '@/platform/env'
import { appointmentUnder, booked, createTime } from '../factories/appointments'
import { startPayload } from '../setup/payload'

/** What a person is told of an appointment: once each, whatever dies in between. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Wednesday; the appointments are on Monday 2 January 2040 at ten. */
const now = new Date('2039-12-21T08:00:00.000Z')
const since = (ms: number) => new Date(now.getTime() + ms)

let payload: Payload
let stop: () => Promise<void>
let people = 0
const somebody = () => {
  people += 1
  return { at: now, values: { email: `person-${people}@example.org` } }
}

const outboxDir = () => path.join(env().dataDir, 'outbox')
const emptyOutbox = () => rm(outboxDir(), { recursive: true, force: true })
const outbox = async (): Promise<ParsedMail[]> => {
  const names = await readdir(outboxDir()).catch(() => [])
  return Promise.all(
    names
      .filter((name) => name.endsWith('.eml'))
      .map(async (name) => simpleParser(await readFile(path.join(outboxDir(), name)))),
  )
}
const mailOf = async (): Promise<ParsedMail> => {
  const [mail, ...others] = await outbox()
  if (!mail || others.length > 0) throw new Error(`${mail ? others.length + 1 : 0} mails`)
  return mail
}
/** The event in a mail, by a real parser. */
const eventIn = (mail: ParsedMail) => {
  const file = mail.attachments.find(
    ({ contentType }) => contentType === 'text/calendar' || contentType === 'application/ics',
  )
  const calendar = new ICAL.Component(ICAL.parse(file?.content.toString('utf8') ?? ''))
  const vevent = calendar.getFirstSubcomponent('vevent')
  if (!vevent) throw new Error('The mail has no event.')
  const { uid, sequence, location, startDate } = new ICAL.Event(vevent)
  return { method: calendar.getFirstPropertyValue('method'), uid, sequence, location, startsAt: startDate.toJSDate() }
}

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
}, 60_000)
afterAll(() => stop())
beforeEach(async () => {
  await mailAppointments.run(payload, since(30 * 24 * HOUR))
  await emptyOutbox()
})

describe('a booking', () => {
  it('is mailed once in the person’s language, with both calendars, the link and the event', async () => {
    const row = await booked(payload, await createTime(payload), { ...somebody(), locale: 'en' })
    const sent = await Promise.all([mailAppointments.run(payload, now), mailAppointments.run(payload, now)])
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1)
    const mail = await mailOf()
    expect(mail.subject).toBe('Your visit on Monday 2 January 2040, 17 Dhu al-Hijjah 1461')
    expect(mail.text).toContain('10:00\u00a0am')
    expect(mail.text).toContain(row.placeEn)
    expect(mail.text).toContain('Bring your card')
    const token = /\/en\/appointments\/([\w-]+)/.exec(mail.text ?? '')?.[1] ?? ''
    expect(readAppointmentToken(token, since(900 * 24 * HOUR))).toBe(row.submissionKey)
    expect(eventIn(mail)).toMatchObject({
      method: 'PUBLISH',
      sequence: 0,
      location: row.placeEn,
      startsAt: new Date(row.startsAt),
    })
    expect(await mailAppointments.run(payload, since(HOUR))).toBe(0)
  })

  it('by telephone alone is mailed to nobody', async () => {
    await booked(payload, await createTime(payload), { at: now, values: { phone: '0501234567', email: '' } })
    expect(await mailAppointments.run(payload, since(HOUR))).toBe(0)
    expect(await outbox()).toEqual([])
  })
})

describe('a change', () => {
  it('is the same event under a higher number, and its cancellation calls it off', async () => {
    const [earlier, later] = [await createTime(payload), await createTime(payload)]
    const row = await booked(payload, earlier, somebody())
    await mailAppointments.run(payload, now)
    const first = eventIn(await mailOf())
    await emptyOutbox()
    const change = { payload, clock: () => since(HOUR), submissionKey: row.submissionKey }
    await moveAppointment({ ...change, timeId: later.id })
    await mailAppointments.run(payload, since(HOUR))
    const moved = await mailOf()
    expect(moved.subject).toContain('تغيّر موعدكم')
    expect(eventIn(moved)).toMatchObject({ uid: first.uid, sequence: 1, method: 'PUBLISH', location: later.placeAr })
    await emptyOutbox()
    await cancelAppointment({ ...change, by: 'staff', reason: 'تعذر حضور الموظفة <b>اليوم</b>' })
    await mailAppointments.run(payload, since(HOUR))
    const off = await mailOf()
    expect(off.text).toContain('تعذر حضور الموظفة <b>اليوم</b>')
    expect(eventIn(off)).toMatchObject({ uid: first.uid, sequence: 2, method: 'CANCEL' })
  })

  it('while its earlier mail is due is told by one mail, of how it is now', async () => {
    const [earlier, later] = [await createTime(payload), await createTime(payload)]
    const { submissionKey } = await booked(payload, earlier, somebody())
    await moveAppointment({ payload, clock: () => now, submissionKey, timeId: later.id })
    expect(await mailAppointments.run(payload, now)).toBe(1)
    expect(eventIn(await mailOf())).toMatchObject({ sequence: 1, location: later.placeAr })
  })
})

describe('with a mail server', () => {
  const servers: SMTPServer[] = []
  afterEach(async () => {
    env().SMTP_URL = ''
    for (const server of servers.splice(0)) await new Promise<void>((closed) => server.close(() => closed()))
  })
  const listening = async (options: ConstructorParameters<typeof SMTPServer>[0]) => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options })
    servers.push(server)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
    const address = server.server.address()
    env().SMTP_URL = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  }

  it('a change during the sending of the earlier mail is mailed too', async () => {
    const [earlier, later] = [await createTime(payload), await createTime(payload)]
    const { submissionKey } = await booked(payload, earlier, somebody())
    const received: Buffer[] = []
    await listening({
      onData(stream, _session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', async () => {
          received.push(Buffer.concat(parts))
          if (received.length === 1) {
            await moveAppointment({ payload, clock: () => now, submissionKey, timeId: later.id })
          }
          done()
        })
      },
    })
    await mailAppointments.run(payload, now)
    expect(await appointmentUnder(payload, submissionKey)).toMatchObject({ mailState: 'due', mailKind: 'moved' })
    await mailAppointments.run(payload, since(HOUR))
    const mails = await Promise.all(received.map((bytes) => simpleParser(bytes)))
    expect(mails.map((mail) => eventIn(mail).sequence)).toEqual([0, 1])
    expect(await appointmentUnder(payload, submissionKey)).toMatchObject({ mailState: 'sent' })
  })

  it('an address that is refused for good is marked, and tried no more', async () => {
    const { submissionKey } = await booked(payload, await createTime(payload), somebody())
    await listening({
      onData: (_stream, _session, done) => done(),
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('unknown'), { responseCode: 550 })),
    })
    expect(await mailAppointments.run(payload, now)).toBe(0)
    expect(await appointmentUnder(payload, submissionKey)).toMatchObject({ mailState: 'refused', state: 'booked' })
  })

  it('what a process that died was sending is sent again under the same Message-ID', async () => {
    const { submissionKey } = await booked(payload, await createTime(payload), somebody())
    const ids: (string | undefined)[] = []
    await listening({
      onData(stream, _session, done) {
        simpleParser(stream).then((mail) => {
          ids.push(mail.messageId)
          // Taken by the server, whose answer is lost.
          done(ids.length === 1 ? Object.assign(new Error('later'), { responseCode: 451 }) : undefined)
        }, done)
      },
    })
    expect(await mailAppointments.run(payload, now)).toBe(0)
    expect(await mailAppointments.run(payload, since(5 * MINUTE))).toBe(1)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(await appointmentUnder(payload, submissionKey)).toMatchObject({ mailState: 'sent' })
  })
})

describe('the reminder', () => {
  /** Sunday at eight, when the working day before opens. */
  const opens = new Date('2040-01-01T05:00:00.000Z')

  it('is mailed once when the working day before opens', async () => {
    const row = await booked(payload, await createTime(payload), somebody())
    await mailAppointments.run(payload, now)
    await emptyOutbox()
    expect(row.reminderAt).toBe(opens.toISOString())
    expect(await remindOfAppointments.run(payload, new Date(opens.getTime() - 1))).toBe(0)
    await remindOfAppointments.run(payload, opens)
    await remindOfAppointments.run(payload, opens)
    await mailAppointments.run(payload, opens)
    const reminders = (await outbox()).filter(({ to }) => JSON.stringify(to).includes(`person-${people}@`))
    expect(reminders.map(({ subject }) => subject)).toEqual([expect.stringContaining('تذكير')])
    expect(await appointmentUnder(payload, row.submissionKey)).toMatchObject({ reminderAt: null, mailState: 'sent' })
  })

  it('isn’t sent for what was cancelled', async () => {
    const { submissionKey } = await booked(payload, await createTime(payload), somebody())
    await cancelAppointment({ payload, clock: () => now, submissionKey, by: 'person' })
    expect((await appointmentUnder(payload, submissionKey)).reminderAt).toBeNull()
  })
})

describe('after the retention period', () => {
  it('who came and why is erased, with the mails in the outbox, and what figures need stays', async () => {
    const row = await booked(payload, await createTime(payload), somebody())
    await mailAppointments.run(payload, now)
    expect(await outbox()).toHaveLength(1)
    const erase = (months: number | null, at: string) =>
      eraseAppointmentsJob(async () => months).run(payload, new Date(at))
    expect(await erase(null, '2050-01-01T00:00:00.000Z')).toBe(0)
    expect(await erase(12, '2041-01-02T06:59:00.000Z')).toBe(0)
    expect(await erase(12, '2041-01-03T00:00:00.000Z')).toBeGreaterThan(0)
    await expect(appointmentUnder(payload, row.submissionKey)).rejects.toThrow('no such appointment')
    const erased = await payload.findByID({ collection: 'appointments', id: row.id, depth: 0, overrideAccess: true })
    expect(erased).toMatchObject({
      ...{ name: null, phone: null, email: null, about: null },
      ...{ state: 'booked', startsAt: row.startsAt, placeAr: row.placeAr },
    })
    expect(await outbox()).toEqual([])
    expect(await erase(12, '2041-01-03T00:00:00.000Z')).toBe(0)
  })
})
