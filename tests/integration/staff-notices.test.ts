import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Payload } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Inquiry, StaffNotice, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import type { NoticePreference } from '@/shared/casework/domain/notices'
import { appendEvent } from '@/shared/casework/server/append-event'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import { assign } from '@/shared/casework/server/desk/assign'
import { countWaiting, listCases } from '@/shared/casework/server/desk/list-cases'
import { readTarget, refer } from '@/shared/casework/server/desk/refer'
import { restrict } from '@/shared/casework/server/desk/restrict'
import { forgetNotices, mailNotices } from '@/shared/casework/server/notices/mail-notices'
import { markDueDates, tellOfDueDates, tellOfEvents } from '@/shared/casework/server/notices/notice-jobs'
import { listNewNotices, markNoticesSeen } from '@/shared/casework/server/notices/own-notices'
import { getTracked } from '@/shared/casework/server/tracking'
import { createInquiry } from '../factories/inquiries'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

/** More than 300 lines: every test needs the same six people, mail servers and helpers. */

const test = asSystem('test-setup')
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Tuesday, 12:00 in Riyadh. */
const now = new Date('2026-11-24T09:00:00.000Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const afternoon = new Date('2026-11-24T10:00:00.000Z')

let payload: Payload
let stop: () => Promise<void>
let department: string
const staff = {} as Record<'noura' | 'reem' | 'lead' | 'admin' | 'editor' | 'auditor', User>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  department = (
    await payload.create({ collection: 'departments', data: { name: 'التسجيل', slug: 'registration' }, ...test })
  ).id
  const person = async (name: string, role: Role, more: Partial<User> = {}): Promise<User> => {
    const user = await payload.create({
      collection: 'users',
      data: { name, email: `${name}@staff.example`, password: 'four words to remember', roles: [role], ...more },
      depth: 0,
      ...test,
    })
    return { ...user, collection: 'users' }
  }
  staff.noura = await person('noura', 'case-officer', { language: 'en' })
  staff.reem = await person('reem', 'case-officer')
  staff.lead = await person('lead', 'department-lead', { department })
  staff.admin = await person('admin', 'administrator')
  staff.editor = await person('editor', 'editor', { department })
  staff.auditor = await person('auditor', 'auditor')
}, 60_000)
afterAll(() => stop())

const outbox = () => path.join(env().dataDir, 'outbox')
const clearOutbox = () => rm(outbox(), { recursive: true, force: true })

/** Every test begins with nothing to tell of. */
beforeEach(async () => {
  const settings = env()
  settings.SMTP_URL = ''
  await tellOfEvents.run(payload, later(400 * DAY))
  await tellOfDueDates.run(payload, later(400 * DAY))
  for (const collection of ['staff-notices', 'staff-notice-mails'] as const) {
    await payload.delete({ collection, where: {}, ...test })
  }
  for (const user of Object.values(staff)) await choose(user, 'at-once')
  await clearOutbox()
})

const choose = (user: User, caseNotices: NoticePreference) =>
  payload.update({ collection: 'users', id: user.id, data: { caseNotices }, ...test })
const rowOf = (id: string): Promise<Inquiry> => payload.findByID({ collection: 'inquiries', id, depth: 0, ...test })
const work = async (user: User, { id }: Pick<Inquiry, 'id'>, at = now) => ({
  payload,
  clock: () => at,
  user,
  caseId: id,
  seq: (await rowOf(id)).seq,
  submissionKey: randomToken(),
})
const byPerson = async ({ id }: Pick<Inquiry, 'id'>, type: 'added' | 'reopened') =>
  appendEvent({
    payload,
    clock: () => now,
    reason: 'track-inquiry',
    row: await rowOf(id),
    event: { type, text: 'كلام صاحبة الطلب', actor: { kind: 'person' } },
  })
const bySystem = async ({ id }: Pick<Inquiry, 'id'>, type: 'undelivered' | 'released') =>
  appendEvent({
    payload,
    clock: () => now,
    reason: 'job',
    row: await rowOf(id),
    event: { type, actor: { kind: 'system' } },
  })

const tellAll = (at = now) => tellOfEvents.run(payload, at)
const notices = async (): Promise<StaffNotice[]> =>
  (await payload.find({ collection: 'staff-notices', limit: 500, sort: 'key', ...test })).docs
/** Who was told of what: `noura: received`. */
const told = async (): Promise<string[]> => {
  const names = new Map(Object.entries(staff).map(([name, { id }]) => [id, name]))
  return (await notices()).map(({ recipient, kind }) => `${names.get(recipient)}: ${kind}`).sort()
}
/** What anybody was told of one case. */
const kindsOf = async ({ id }: Pick<Inquiry, 'id'>) =>
  (await notices()).filter(({ inquiry }) => inquiry === id).map(({ kind }) => kind)
const forgetTold = () => payload.delete({ collection: 'staff-notices', where: {}, ...test })
const mails = async (): Promise<ParsedMail[]> => {
  const names = await readdir(outbox()).catch(() => [])
  return Promise.all(names.map(async (name) => simpleParser(await readFile(path.join(outbox(), name)))))
}
const addresseesOf = (sent: readonly ParsedMail[]) =>
  sent.flatMap(({ to }) => (Array.isArray(to) ? to : [to]).map((one) => one?.text)).sort()

/** A case of noura's, of which everybody knows. */
async function casesOfNoura(given: Parameters<typeof createInquiry>[1] = {}): Promise<Inquiry> {
  const inquiry = await createInquiry(payload, { receivedAt: '2026-11-23T09:00:00.000Z', ...given })
  await assign(await work(staff.noura, inquiry), { assignee: staff.noura.id })
  await tellAll()
  await forgetTold()
  return inquiry
}

describe('staff are told', () => {
  it('of a new inquiry: the case officers, once, however often the job runs', async () => {
    await createInquiry(payload)
    await tellAll()
    await tellAll(later(HOUR))
    expect(await told()).toEqual(['noura: received', 'reem: received'])
  })

  it('of an assignment and a referral: to whom it was given, and not who gave it', async () => {
    const inquiry = await casesOfNoura()
    await assign(await work(staff.noura, inquiry), { assignee: staff.reem.id })
    await tellAll()
    expect(await told()).toEqual(['reem: assigned'])
    await refer(await work(staff.reem, inquiry), { target: readTarget(`user:${staff.lead.id}`), reason: 'يخصها' })
    await tellAll()
    expect(await told()).toEqual(['lead: referred', 'reem: assigned'])
    await assign(await work(staff.admin, inquiry), { assignee: staff.admin.id })
    await tellAll()
    expect(await told()).toEqual(['lead: referred', 'reem: assigned'])
  })

  it('of a referral to a department: its people who may see the case, and no editor', async () => {
    const inquiry = await casesOfNoura()
    await refer(await work(staff.noura, inquiry), { target: readTarget(`department:${department}`), reason: 'يخصه' })
    await tellAll()
    expect(await told()).toEqual(['lead: referred'])
  })

  it('of what the person wrote, of a refused mail, and of a case that is nobody’s again', async () => {
    const inquiry = await casesOfNoura()
    await byPerson(inquiry, 'added')
    await bySystem(inquiry, 'undelivered')
    await tellAll()
    expect(await told()).toEqual(['noura: added', 'noura: undelivered'])
    await forgetTold()
    await bySystem(inquiry, 'released')
    await byPerson(inquiry, 'added')
    await tellAll()
    expect(await told()).toEqual(['noura: added', 'noura: released', 'reem: added', 'reem: released'])
  })

  it('and nobody who may not see the case, or may not work on cases any more', async () => {
    const inquiry = await casesOfNoura()
    // A lead sees the cases of the department; this one is not of it any more once it is somebody else's.
    await refer(await work(staff.noura, inquiry), { target: readTarget(`user:${staff.lead.id}`), reason: 'يخصها' })
    await assign(await work(staff.noura, inquiry), { assignee: staff.noura.id })
    await assign(await work(staff.admin, inquiry), { assignee: staff.reem.id })
    await payload.update({ collection: 'users', id: staff.reem.id, data: { roles: ['editor'] }, ...test })
    await tellAll()
    await payload.update({ collection: 'users', id: staff.reem.id, data: { roles: ['case-officer'] }, ...test })
    expect(await told()).toEqual([])
  })

  it('of a restricted case: those who may see it, and not the person it concerns', async () => {
    const name = ({ id }: User, seesRestrictedCases: boolean) =>
      payload.update({ collection: 'users', id, data: { seesRestrictedCases }, ...test })
    const inquiry = await createInquiry(payload)
    await tellAll()
    await forgetTold()
    await name(staff.admin, true)
    await name(staff.reem, true)
    const restricted = await restrict(await work(staff.noura, inquiry), { concerns: staff.reem.id, reason: 'عنها' })
    expect(restricted).toMatchObject({ status: 'ok' })
    await byPerson(inquiry, 'added')
    await tellAll()
    expect(await told()).toEqual(['admin: added', 'admin: restricted'])
    await name(staff.reem, false)
    await mailNotices.run(payload, later(1000))
    expect(addresseesOf(await mails())).toEqual(['admin@staff.example', 'admin@staff.example'])
  })

  it('of what is left when the job is killed half-way, and of nothing twice', async () => {
    await createInquiry(payload)
    await tellAll()
    const [first, second] = await notices()
    if (!first || !second) throw new Error('nobody was told')
    // As a kill leaves it: one notice is written, without its mail, and the mark is still there.
    await payload.delete({ collection: 'staff-notices', id: second.id, ...test })
    await payload.delete({ collection: 'staff-notice-mails', where: {}, ...test })
    await updateRow(payload, 'mark', {
      collection: 'inquiries',
      where: { id: { equals: first.inquiry } },
      data: { noticesDueAt: now.toISOString() },
    })
    await tellAll(later(1000))
    expect(await told()).toEqual(['noura: received', 'reem: received'])
    expect(await mailNotices.run(payload, later(2000))).toBe(2)
  })
})

describe('due dates are told of', () => {
  /** Due on Wednesday. */
  const given = { receivedAt: '2026-11-22T09:00:00.000Z', targetDays: 3 }
  const dayBefore = new Date('2026-11-24T05:00:00.000Z')
  const passed = new Date('2026-11-25T21:00:00.000Z')

  it('the working day before and once they have passed, each once', async () => {
    const inquiry = await createInquiry(payload, given)
    await assign(await work(staff.noura, inquiry, new Date('2026-11-22T10:00:00Z')), { assignee: staff.noura.id })
    await tellAll()
    const isAbout = async () =>
      (await notices())
        .filter((notice) => notice.inquiry === inquiry.id)
        .map(({ kind, recipient }) => [kind, recipient])
    await tellOfDueDates.run(payload, new Date(dayBefore.getTime() - 1))
    expect(await isAbout()).toEqual([])
    for (const ms of [0, HOUR]) await tellOfDueDates.run(payload, new Date(dayBefore.getTime() + ms))
    expect(await isAbout()).toEqual([['due-soon', staff.noura.id]])
    // A step that leaves the due date alone tells of nothing again.
    await addMessage(await work(staff.noura, inquiry), { type: 'noted', text: 'اتصلت' })
    for (const ms of [0, HOUR]) await tellOfDueDates.run(payload, new Date(passed.getTime() + ms))
    expect((await isAbout()).sort()).toEqual([
      ['due-soon', staff.noura.id],
      ['escalated', staff.admin.id],
      ['overdue', staff.noura.id],
    ])
  })

  it('not when it was answered, and again when the person opens it once more', async () => {
    const inquiry = await casesOfNoura(given)
    await addMessage(await work(staff.noura, inquiry), { type: 'answered', text: 'نعم' })
    await tellOfDueDates.run(payload, passed)
    expect(await kindsOf(inquiry)).toEqual([])
    await byPerson(inquiry, 'reopened')
    const { dueAt } = await rowOf(inquiry.id)
    await tellOfDueDates.run(payload, new Date(Date.parse(String(dueAt)) + HOUR))
    expect(await kindsOf(inquiry)).toContain('overdue')
  })

  it('in a database that earlier versions wrote', async () => {
    const inquiry = await casesOfNoura(given)
    await updateRow(payload, 'mark', {
      collection: 'inquiries',
      where: { id: { equals: inquiry.id } },
      data: { dueNoticeAt: null },
    })
    await markDueDates(payload)
    await tellOfDueDates.run(payload, later(30 * DAY))
    expect(await kindsOf(inquiry)).toContain('overdue')
  })
})

describe('by mail', () => {
  it('each as they chose, and what is theirs to do in a digest at least', async () => {
    const chosen: [User, NoticePreference][] = [
      [staff.noura, 'off'],
      [staff.reem, 'digest'],
      [staff.lead, 'at-once'],
    ]
    for (const [user, preference] of chosen) await choose(user, preference)
    const toNoura = await createInquiry(payload)
    await assign(await work(staff.admin, toNoura), { assignee: staff.noura.id })
    const toLead = await createInquiry(payload)
    await refer(await work(staff.admin, toLead), { target: readTarget(`department:${department}`), reason: 'يخصه' })
    await createInquiry(payload)
    await tellAll()
    expect(await told()).toEqual([
      'lead: received',
      'lead: referred',
      'noura: assigned',
      'noura: received',
      'reem: received',
    ])

    expect(await mailNotices.run(payload, later(1000))).toBe(2)
    expect(addresseesOf(await mails())).toEqual(['lead@staff.example', 'lead@staff.example'])
    await clearOutbox()
    expect(await mailNotices.run(payload, afternoon)).toBe(2)
    const sent = await mails()
    expect(addresseesOf(sent)).toEqual(['noura@staff.example', 'reem@staff.example'])
    const digest = sent.find(({ subject }) => subject?.startsWith('Inquiries'))
    expect(digest?.subject).toBe('Inquiries: 1 notice')
    expect(digest?.text).toContain('For you to do')
    expect(digest?.text).not.toContain('New, for whoever takes it')
    expect(await mailNotices.run(payload, new Date(afternoon.getTime() + DAY))).toBe(0)
  })

  it('without anything of the person or of what was written, in the language of each', async () => {
    const marked = ['Zubaydah', 'zubaydah@private.example', '+966555111222', 'زبيدة-سر']
    const inquiry = await createInquiry(payload, {
      ...{ message: 'زبيدة-سر Zubaydah', email: 'zubaydah@private.example', phone: '+966555111222' },
      receivedAt: '2026-11-23T09:00:00.000Z',
      targetDays: 3,
    })
    await byPerson(inquiry, 'added')
    await addMessage(await work(staff.admin, inquiry), { type: 'noted', text: 'زبيدة-سر Zubaydah' })
    await choose(staff.reem, 'digest')
    await tellAll()
    await mailNotices.run(payload, afternoon)
    const sent = await mails()
    for (const { subject, text, html } of nonEmpty(sent)) {
      for (const secret of [...marked, 'هند', 'عن التسجيل']) expect(`${subject}${text}${html}`).not.toContain(secret)
    }
    const english = sent.find(({ subject }) => subject?.startsWith('New inquiry'))
    expect(english?.text).toContain(`/admin/inbox/${inquiry.id}`)
    expect(english?.text).toContain('New inquiry: Question')
    expect(english?.text).toContain('Due Thursday 26 November 2026, 16 Jumada al-Akhirah 1448, ')
    const arabic = sent.find(({ subject }) => subject === 'الاستفسارات: إشعاران')
    expect(arabic?.text).toContain('استجد في الاستفسارات أمران')
    expect(arabic?.text).toContain('كتب صاحب الطلب من جديد')
    expect(arabic?.text).toContain('الموعد الخميس 16 جمادى الآخرة 1448، الموافق 26 نوفمبر 2026، ')
    expect(arabic?.html).toContain('dir="rtl"')
  })

  it('not of what was seen in the panel or has passed meanwhile', async () => {
    const seen = await createInquiry(payload)
    const taken = await createInquiry(payload)
    await tellAll()
    await markNoticesSeen(payload, staff.noura, seen.id)
    await assign(await work(staff.admin, taken), { assignee: staff.admin.id })
    await mailNotices.run(payload, later(1000))
    expect(addresseesOf(await mails())).toEqual(['reem@staff.example'])
  })

  it('not of a case that they may not see by then', async () => {
    const inquiry = await casesOfNoura()
    await refer(await work(staff.noura, inquiry), { target: readTarget(`user:${staff.lead.id}`), reason: 'يخصها' })
    await tellAll()
    expect(await told()).toEqual(['lead: referred'])
    await assign(await work(staff.noura, inquiry), { assignee: staff.noura.id })
    expect(await mailNotices.run(payload, later(1000))).toBe(0)
    expect(await listNewNotices(payload, staff.lead, now)).toEqual([])
  })

  it('through a server that is away or busy, and after a kill, always as the same mail', async () => {
    await choose(staff.reem, 'off')
    await createInquiry(payload)
    await tellAll()
    const received: string[] = []
    let isBusy = true
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        void simpleParser(stream).then(({ messageId }) => {
          received.push(String(messageId))
          done(isBusy ? Object.assign(new Error('busy'), { responseCode: 451 }) : undefined)
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const settings = env()
    settings.SMTP_URL = 'smtp://127.0.0.1:1'
    expect(await mailNotices.run(payload, later(1000))).toBe(0)
    settings.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
    expect(await mailNotices.run(payload, later(HOUR))).toBe(0)
    isBusy = false
    expect(await mailNotices.run(payload, later(2 * HOUR))).toBe(1)
    // As a process leaves it that dies after the server has the mail and before it is noted.
    await updateRow(payload, 'mark', {
      collection: 'staff-notice-mails',
      where: { mailState: { equals: 'sent' } },
      data: { mailState: 'due', mailNextAt: later(3 * HOUR).toISOString() },
    })
    expect(await mailNotices.run(payload, later(3 * HOUR))).toBe(1)
    expect(await mailNotices.run(payload, later(9 * HOUR))).toBe(0)
    await new Promise<void>((resolve) => server.close(() => resolve()))
    expect(received).toHaveLength(3)
    expect(new Set(received).size).toBe(1)
  })

  it('and are given up where the server refuses the address for good', async () => {
    await choose(staff.reem, 'off')
    await createInquiry(payload)
    await tellAll()
    let tried = 0
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => {
        tried += 1
        done(Object.assign(new Error('no'), { responseCode: 550 }))
      },
      onData: (stream, _session, done) => {
        stream.resume()
        stream.on('end', () => done())
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const settings = env()
    settings.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
    expect(await mailNotices.run(payload, later(1000))).toBe(0)
    expect(await mailNotices.run(payload, later(DAY))).toBe(0)
    await new Promise<void>((resolve) => server.close(() => resolve()))
    expect(tried).toBe(1)
    const { docs } = await payload.find({ collection: 'staff-notice-mails', limit: 10, ...test })
    expect(docs.map(({ mailState }) => mailState)).toEqual(['refused'])
  })
})

describe('a mail that was refused for good', () => {
  it('brings the case back into sight, and tells its assignee, until the person was told another way', async () => {
    const inquiry = await casesOfNoura()
    await addMessage(await work(staff.noura, inquiry), { type: 'answered', text: 'نعم' })
    await bySystem(inquiry, 'undelivered')
    await tellAll()
    expect(await told()).toEqual(['noura: undelivered'])
    const isInSight = async () =>
      (await listCases({ payload, user: staff.noura, now, view: 'undelivered' })).cases.some(
        ({ id }) => id === inquiry.id,
      )
    await addMessage(await work(staff.noura, inquiry), { type: 'noted', text: 'راجعت الملف' })
    expect(await isInSight()).toBe(true)
    expect(await listNewNotices(payload, staff.noura, now)).toHaveLength(1)
    expect(await addMessage(await work(staff.noura, inquiry), { type: 'told', text: '' })).toMatchObject({
      status: 'invalid',
    })
    await addMessage(await work(staff.noura, inquiry), { type: 'told', text: 'اتصلت بها وقرأت لها الإجابة' })
    expect(await isInSight()).toBe(false)
    expect(await listNewNotices(payload, staff.noura, now)).toEqual([])
    const tracked = await getTracked(payload, inquiry.submissionKey, 'ar')
    expect(JSON.stringify(tracked)).not.toContain('اتصلت بها')
  })
})

describe('on the day’s page', () => {
  it('is what is new, newest first, until its case was opened', async () => {
    await choose(staff.reem, 'off')
    const first = await createInquiry(payload, { receivedAt: '2026-11-24T07:00:00.000Z' })
    const second = await createInquiry(payload, { receivedAt: '2026-11-24T08:00:00.000Z' })
    await tellAll()
    const shown = async (user: User) => (await listNewNotices(payload, user, now)).map(({ inquiry }) => inquiry)
    expect(await shown(staff.reem)).toEqual([second.id, first.id])
    expect(await shown(staff.editor)).toEqual([])
    await markNoticesSeen(payload, staff.reem, second.id)
    expect(await shown(staff.reem)).toEqual([first.id])
    expect(await shown(staff.noura)).toEqual([second.id, first.id])
  })

  it('goes for good after ninety days', async () => {
    await createInquiry(payload, { receivedAt: now.toISOString() })
    await tellAll()
    expect(await forgetNotices.run(payload, later(89 * DAY))).toBe(0)
    expect(await forgetNotices.run(payload, later(91 * DAY))).toBe(4)
    expect(await notices()).toEqual([])
  })
})

it('counts what is on this person and what nobody has, each as they see it', async () => {
  const before = await countWaiting(payload, staff.noura)
  const leads = await countWaiting(payload, staff.lead)
  await casesOfNoura()
  await createInquiry(payload)
  const asked = await casesOfNoura()
  await addMessage(await work(staff.noura, asked), { type: 'asked', text: 'متى؟' })
  expect(await countWaiting(payload, staff.noura)).toEqual({
    mine: Number(before?.mine) + 1,
    nobodys: Number(before?.nobodys) + 1,
  })
  expect(await countWaiting(payload, staff.lead)).toEqual(leads)
  expect(await countWaiting(payload, staff.auditor)).toBeNull()
})
