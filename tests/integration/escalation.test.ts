import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { type Payload, ValidationError } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Inquiry, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import { assign } from '@/shared/casework/server/desk/assign'
import { readCase } from '@/shared/casework/server/desk/read-case'
import { readTarget, refer } from '@/shared/casework/server/desk/refer'
import { restrict } from '@/shared/casework/server/desk/restrict'
import { handOverJob } from '@/shared/casework/server/hand-over-job'
import { mailNotices } from '@/shared/casework/server/notices/mail-notices'
import { tellOfDueDates, tellOfEvents } from '@/shared/casework/server/notices/notice-jobs'
import { listCaseWorkers } from '@/shared/directory/case-workers'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'

const test = asSystem('test-setup')
const DAY = 86_400_000
/** Sunday, noon in Riyadh; what comes then is due on Wednesday with three working days. */
const received = '2026-11-22T09:00:00.000Z'
const monday = new Date('2026-11-23T09:00:00.000Z')

let payload: Payload
let stop: () => Promise<void>
let department: string
const staff = {} as Record<'noura' | 'reem' | 'lead' | 'manager' | 'admin' | 'editor' | 'keeper', User>
const names = () => new Map(Object.entries(staff).map(([name, { id }]) => [id, name]))

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const person = async (name: string, role: Role, more: Partial<User> = {}): Promise<User> => {
    const user = await payload.create({
      collection: 'users',
      data: { name, email: `${name}@staff.example`, password: 'four words to remember', roles: [role], ...more },
      depth: 0,
      ...test,
    })
    return { ...user, collection: 'users' }
  }
  const made = await payload.create({ collection: 'departments', data: { name: 'التسجيل', slug: 'office' }, ...test })
  department = made.id
  for (const name of ['noura', 'reem', 'manager'] as const) {
    staff[name] = await person(name, 'case-officer', { language: 'en' })
  }
  staff.lead = await person('lead', 'department-lead', { department })
  staff.admin = await person('admin', 'administrator')
  staff.editor = await person('editor', 'editor')
  // Somebody must always be able to see restricted cases.
  staff.keeper = await person('keeper', 'case-officer', { seesRestrictedCases: true })
}, 60_000)
afterAll(() => stop())

beforeEach(async () => {
  await payload.updateGlobal({
    slug: 'association',
    data: { escalation: { manager: staff.manager.id, veryLateDays: 3 } },
    ...test,
  })
  await payload.update({ collection: 'departments', id: department, data: { lead: staff.lead.id }, ...test })
  for (const { id } of Object.values(staff)) await change(id, { awayFrom: null, awayUntil: null, deputy: null })
  for (const name of ['reem', 'admin'] as const) await change(staff[name].id, { seesRestrictedCases: false })
})

const change = (id: string, data: Partial<User>) => payload.update({ collection: 'users', id, data, depth: 0, ...test })
/** From Sunday to Thursday of the week after. */
const away = (deputy: User | null): Partial<User> => ({
  awayFrom: '2026-11-22T12:00:00.000Z',
  awayUntil: '2026-12-03T12:00:00.000Z',
  deputy: deputy?.id ?? null,
})
const rowOf = (id: string): Promise<Inquiry> => payload.findByID({ collection: 'inquiries', id, depth: 0, ...test })
const work = async (user: User, id: string, at = new Date('2026-11-22T10:00:00.000Z')) => ({
  payload,
  clock: () => at,
  user,
  caseId: id,
  seq: (await rowOf(id)).seq,
  submissionKey: randomToken(),
})

/** A case of the department, which noura has. */
async function casesOfNoura(): Promise<string> {
  const { id } = await createInquiry(payload, { receivedAt: received, targetDays: 3 })
  await refer(await work(staff.noura, id), { target: readTarget(`department:${department}`), reason: 'يخصه' })
  await assign(await work(staff.noura, id), { assignee: staff.noura.id })
  return id
}
const dueOf = async (id: string) => Date.parse(String((await rowOf(id)).dueAt))

/** Who was told of the due date of this case. */
async function told(inquiry: string): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'staff-notices',
    where: { inquiry: { equals: inquiry }, dueAt: { exists: true } },
    limit: 100,
    ...test,
  })
  const nameOf = (id: string | null | undefined) => names().get(id ?? '') ?? ''
  return docs
    .map(({ kind, recipient, onBehalfOf }) =>
      [nameOf(recipient), kind, ...(onBehalfOf ? [`for ${nameOf(onBehalfOf)}`] : [])].join(' '),
    )
    .sort()
}
const roundAt = (ms: number) => tellOfDueDates.run(payload, new Date(ms))

describe('a due date', () => {
  it('is told to the assignee, then the lead, then the manager, each once, whoever runs the rounds', async () => {
    const id = await casesOfNoura()
    const dueAt = await dueOf(id)
    await Promise.all([roundAt(dueAt - DAY), roundAt(dueAt - DAY)])
    expect(await told(id)).toEqual(['noura due-soon'])
    await Promise.all([roundAt(dueAt), roundAt(dueAt)])
    await roundAt(dueAt + 1000)
    expect(await told(id)).toEqual(['lead escalated', 'noura due-soon', 'noura overdue'])
    // Three working days later: Thursday, Sunday and Monday.
    await roundAt(dueAt + 5 * DAY - 1)
    expect(await told(id)).toHaveLength(3)
    await Promise.all([roundAt(dueAt + 5 * DAY), roundAt(dueAt + 5 * DAY)])
    await roundAt(dueAt + 60 * DAY)
    expect(await told(id)).toEqual(['lead escalated', 'manager very-late', 'noura due-soon', 'noura overdue'])
    const detail = await readCase({ payload, user: staff.noura, id, locale: 'ar', now: monday })
    expect(detail?.escalations).toEqual([
      { kind: 'escalated', to: { id: staff.lead.id, name: 'lead' }, at: new Date(dueAt) },
      { kind: 'very-late', to: { id: staff.manager.id, name: 'manager' }, at: new Date(dueAt + 5 * DAY) },
    ])
  })

  it('of an unassigned case is told to the lead, and without one to the administrators', async () => {
    const { id } = await createInquiry(payload, { receivedAt: received, targetDays: 3 })
    await refer(await work(staff.noura, id), { target: readTarget(`department:${department}`), reason: 'يخصه' })
    const dueAt = await dueOf(id)
    await roundAt(dueAt - DAY)
    expect(await told(id)).toEqual(['lead due-soon'])
    await payload.update({ collection: 'departments', id: department, data: { lead: null }, ...test })
    await change(staff.lead.id, { department: null })
    await roundAt(dueAt)
    await change(staff.lead.id, { department })
    expect(await told(id)).toEqual(['admin escalated', 'lead due-soon'])
  })

  it('that passed while we wait, or after the answer, is told to nobody', async () => {
    const [asked, answered] = [await casesOfNoura(), await casesOfNoura()]
    const dueAt = await dueOf(asked)
    await addMessage(await work(staff.noura, asked), { type: 'asked', text: 'متى؟' })
    await addMessage(await work(staff.noura, answered), { type: 'answered', text: 'نعم' })
    await roundAt(dueAt + 30 * DAY)
    expect([...(await told(asked)), ...(await told(answered))]).toEqual([])
  })

  it('that moved is another one', async () => {
    const id = await casesOfNoura()
    const first = await dueOf(id)
    await roundAt(first)
    await addMessage(await work(staff.noura, id, new Date(first + 1000)), { type: 'asked', text: 'متى؟' })
    await addMessage(await work(staff.noura, id, new Date(first + 2000)), { type: 'answered', text: 'نعم' })
    await addMessage(await work(staff.noura, id, new Date(first + 3000)), { type: 'reopened', text: 'بقي أمر' })
    const second = await dueOf(id)
    expect(second).toBeGreaterThan(first)
    await roundAt(second)
    expect(await told(id)).toEqual(['lead escalated', 'lead escalated', 'noura overdue', 'noura overdue'])
  })

  it('of a restricted case goes to those alone who may see it, and never to the person it concerns', async () => {
    for (const name of ['reem', 'admin'] as const) await change(staff[name].id, { seesRestrictedCases: true })
    await payload.update({ collection: 'departments', id: department, data: { lead: staff.reem.id }, ...test })
    const id = await casesOfNoura()
    expect(await restrict(await work(staff.noura, id), { concerns: staff.reem.id, reason: 'عنها' })).toMatchObject({
      status: 'ok',
    })
    await roundAt((await dueOf(id)) + 30 * DAY)
    expect(await told(id)).toEqual(['admin escalated', 'admin very-late', 'keeper overdue'])
  })

  it('is never very late where that is set to zero', async () => {
    await payload.updateGlobal({ slug: 'association', data: { escalation: { veryLateDays: 0 } }, ...test })
    const id = await casesOfNoura()
    await roundAt((await dueOf(id)) + 300 * DAY)
    expect(await told(id)).toEqual(['lead escalated', 'noura overdue'])
  })
})

describe('who is away', () => {
  it('is told with the deputy, who is told so in the mail', async () => {
    const id = await casesOfNoura()
    await change(staff.noura.id, away(staff.reem))
    await roundAt((await dueOf(id)) - DAY)
    expect(await told(id)).toEqual(['noura due-soon', 'reem due-soon for noura'])
    await mailNotices.run(payload, new Date((await dueOf(id)) - DAY + 1000))
    const folder = path.join(env().dataDir, 'outbox')
    const mails = await Promise.all(
      (await readdir(folder)).map(async (name) => simpleParser(await readFile(path.join(folder, name)))),
    )
    expect(mails.map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/^On behalf of noura: Due soon/))
  })

  it.each([
    ['without a deputy', null],
    ['with a deputy who is away too', 'manager'],
  ] as const)('%s is told with the lead', async (_, deputy) => {
    const id = await casesOfNoura()
    if (deputy) await change(staff[deputy].id, away(staff.reem))
    await change(staff.noura.id, away(deputy && staff[deputy]))
    await roundAt((await dueOf(id)) - DAY)
    expect(await told(id)).toEqual(['lead due-soon for noura', 'noura due-soon'])
  })

  it('gives what is due within a working day to the deputy, once', async () => {
    const id = await casesOfNoura()
    await change(staff.noura.id, away(staff.reem))
    await handOverJob.run(payload, monday)
    expect((await rowOf(id)).assignee).toBe(staff.noura.id)
    const tuesday = new Date(monday.getTime() + DAY)
    await Promise.all([handOverJob.run(payload, tuesday), handOverJob.run(payload, tuesday)])
    expect((await rowOf(id)).assignee).toBe(staff.reem.id)
    await tellOfEvents.run(payload, tuesday)
    const detail = await readCase({ payload, user: staff.reem, id, locale: 'ar', now: tuesday })
    expect(detail?.events.filter(({ by }) => by.kind === 'system').map(({ type }) => type)).toEqual(['assigned'])
    await assign(await work(staff.reem, id, tuesday), { assignee: staff.noura.id })
    await handOverJob.run(payload, new Date(tuesday.getTime() + 1000))
    expect((await rowOf(id)).assignee).toBe(staff.noura.id)
  })

  it('never gives a restricted case to a deputy who may not see it', async () => {
    await change(staff.admin.id, { seesRestrictedCases: true })
    const id = await casesOfNoura()
    await restrict(await work(staff.noura, id), { concerns: null, reason: 'حساس' })
    const inquiry = await rowOf(id)
    await assign(await work({ ...staff.admin, seesRestrictedCases: true }, id), { assignee: staff.admin.id })
    await change(staff.admin.id, away(staff.reem))
    await handOverJob.run(payload, new Date(String(inquiry.dueAt)))
    expect((await rowOf(id)).assignee).toBe(staff.admin.id)
    await change(staff.reem.id, { seesRestrictedCases: true })
    await handOverJob.run(payload, new Date(String(inquiry.dueAt)))
    expect((await rowOf(id)).assignee).toBe(staff.reem.id)
  })

  it('is named with the last day and the deputy where a case is given', async () => {
    await change(staff.noura.id, away(staff.reem))
    const people = await listCaseWorkers(payload, monday)
    expect(people.find(({ id }) => id === staff.noura.id)?.absence).toEqual({
      until: new Date('2026-12-03T12:00:00.000Z'),
      deputy: { id: staff.reem.id, name: 'reem' },
    })
    expect(people.find(({ id }) => id === staff.reem.id)?.absence).toBeNull()
  })
})

describe('an absence is refused in words', () => {
  const refused = async (data: Partial<User>): Promise<string[]> => {
    const result = await change(staff.noura.id, data).catch((error: unknown) => error)
    if (!(result instanceof ValidationError)) return []
    return result.data.errors.map(({ path: field }) => field)
  }
  const day = (date: string) => `2026-12-${date}T12:00:00.000Z`
  it.each<[string, () => Partial<User>, string[]]>([
    ['without its last day', () => ({ awayFrom: day('01') }), ['awayUntil']],
    ['without its first day', () => ({ awayUntil: day('01') }), ['awayFrom']],
    ['that ends before it begins', () => ({ awayFrom: day('02'), awayUntil: day('01') }), ['awayUntil']],
    ['with oneself as the deputy', () => ({ deputy: staff.noura.id }), ['deputy']],
    ['with a deputy who doesn’t work on cases', () => ({ deputy: staff.editor.id }), ['deputy']],
    ['but not one without a deputy', () => ({ awayFrom: day('01'), awayUntil: day('01') }), []],
  ])('%s', async (_, data, fields) => {
    expect(await refused(data())).toEqual(fields)
  })
})

describe('the manager', () => {
  const save = (user: User, escalation: object) =>
    payload.updateGlobal({ slug: 'association', data: { escalation }, user, overrideAccess: false, depth: 0 })
  const stored = async () => (await payload.findGlobal({ slug: 'association', depth: 0, ...test })).escalation

  it('is set by administrators alone, and seen by no visitor', async () => {
    await save(staff.editor, { manager: staff.reem.id, veryLateDays: 9 })
    expect(await stored()).toMatchObject({ manager: staff.manager.id, veryLateDays: 3 })
    await save(staff.admin, { manager: staff.reem.id, veryLateDays: 9 })
    expect(await stored()).toMatchObject({ manager: staff.reem.id, veryLateDays: 9 })
    const seen = await payload.findGlobal({ slug: 'association', overrideAccess: false, depth: 0 })
    expect(seen.escalation?.manager ?? null).toBeNull()
  })

  it('works on cases', async () => {
    await expect(save(staff.admin, { manager: staff.editor.id })).rejects.toBeInstanceOf(ValidationError)
    expect(await stored()).toMatchObject({ manager: staff.manager.id })
  })
})
