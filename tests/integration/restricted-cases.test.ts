import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameRestrictedReaders } from '@/features/staff/server/restricted-readers'
import type { Department, Inquiry, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { relatedId } from '@/shared/casework/domain/rows'
import { caseFiles } from '@/shared/casework/file-owner'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import type { StaffAction } from '@/shared/casework/server/desk/append-staff-event'
import { assign } from '@/shared/casework/server/desk/assign'
import { listCases } from '@/shared/casework/server/desk/list-cases'
import { readCase } from '@/shared/casework/server/desk/read-case'
import { refer } from '@/shared/casework/server/desk/refer'
import { restrict, unrestrict } from '@/shared/casework/server/desk/restrict'
import { releaseJob } from '@/shared/casework/server/release-job'
import { getTracked } from '@/shared/casework/server/tracking'
import { storeAttachments } from '@/shared/files/server/attachments'
import { findAttachment } from '@/shared/files/server/open-attachment'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'

/** Who sees a restricted case, by every way to it. */

let payload: Payload
let stop: () => Promise<void>
let department: Department

const test = asSystem('test-setup')
const now = new Date('2026-11-24T09:00:00Z')

async function createUser(name: string, role: Role, more: Partial<User> = {}): Promise<User> {
  const email = `${randomToken(6).toLowerCase()}@example.org`
  const data = { name, email, password: 'four words to remember', roles: [role], ...more }
  const user = await payload.create({ collection: 'users', data, depth: 0, ...test })
  return { ...user, collection: 'users' }
}

const people = ['officer', 'named', 'concerned', 'lead', 'namedLead', 'administrator', 'auditor', 'editor'] as const
type Name = (typeof people)[number]
const users = {} as Record<Name, User>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  department = await payload.create({ collection: 'departments', data: { name: 'التسجيل', slug: 'reg' }, ...test })
  const named = { seesRestrictedCases: true }
  users.officer = await createUser('نورة', 'case-officer')
  users.named = await createUser('ريم', 'case-officer', named)
  users.concerned = await createUser('سعاد', 'case-officer', named)
  users.lead = await createUser('منيرة', 'department-lead', { department: department.id })
  users.namedLead = await createUser('هيا', 'department-lead', { department: department.id, ...named })
  users.administrator = await createUser('مها', 'administrator')
  users.auditor = await createUser('لمى', 'auditor', named)
  users.editor = await createUser('شهد', 'editor', named)
})
afterAll(() => stop())

const find = async (id: string): Promise<Inquiry> =>
  payload.findByID({ collection: 'inquiries', id, depth: 0, ...test })

async function by(name: Name, caseId: string): Promise<StaffAction> {
  const { seq } = await find(caseId)
  return { payload, clock: () => now, user: users[name], caseId, seq, submissionKey: randomToken() }
}

const pdf = Buffer.from('%PDF-1.7\n%%EOF\n')

/** A case in each state, with a file and a note. */
const states = {
  'of nobody’s concern': () => createInquiry(payload),
  'marked by the person': () => createInquiry(payload, { isSensitive: true }),
  'restricted by staff': async () => {
    const { id } = await createInquiry(payload)
    expect(await restrict(await by('officer', id), { concerns: null, reason: 'سبب' })).toMatchObject({ status: 'ok' })
    return find(id)
  },
  'about a member of staff': async () => {
    const { id } = await createInquiry(payload)
    const concerns = users.concerned.id
    expect(await restrict(await by('officer', id), { concerns, reason: 'سبب' })).toMatchObject({ status: 'ok' })
    return find(id)
  },
  'restricted and lifted': async () => {
    const { id } = await createInquiry(payload, { isSensitive: true })
    expect(await unrestrict(await by('named', id), { reason: 'سبب' })).toMatchObject({ status: 'ok' })
    return find(id)
  },
} satisfies Record<string, () => Promise<Inquiry>>
type State = keyof typeof states

const everyReader: Name[] = ['officer', 'named', 'concerned', 'administrator', 'auditor']
const readers: Record<State, Name[]> = {
  'of nobody’s concern': everyReader,
  'marked by the person': ['named', 'concerned', 'namedLead', 'auditor'],
  'restricted by staff': ['named', 'concerned', 'namedLead', 'auditor'],
  'about a member of staff': ['named', 'namedLead', 'auditor'],
  'restricted and lifted': everyReader,
}

/** Every way to a case, as an attempt that says whether it led there. */
const ways: Record<string, (user: User, row: Inquiry, file: string) => Promise<boolean>> = {
  'the case page': async (user, { id }) => (await readCase({ payload, user, id, locale: 'ar', now })) !== null,
  'the inbox': async (user, { id }) => {
    const { cases } = await listCases({ payload, user, now, view: 'all', size: 200 }).catch(() => ({ cases: [] }))
    return cases.some((row) => row.id === id)
  },
  'a search for its reference': async (user, { reference }) => {
    const find = { reference: { equals: reference } }
    const { cases } = await listCases({ payload, user, now, view: 'all', find }).catch(() => ({ cases: [] }))
    return cases.length === 1
  },
  'a count': async (user, { id }) => {
    const asked = { collection: 'inquiries', where: { id: { equals: id } }, overrideAccess: false, user } as const
    return (await payload.count(asked).catch(() => ({ totalDocs: 0 }))).totalDocs === 1
  },
  'its file': async (user, _, file) => (await findAttachment(payload, user, file)) !== null,
}

describe('a restricted case', () => {
  it.each(Object.keys(states) as State[])('%s is seen by those who may, by every way', async (state) => {
    const row = await states[state]()
    const noted = await addMessage(await by('named', row.id), { type: 'noted', text: 'ملاحظة' })
    expect(noted).toMatchObject({ status: 'ok' })
    const { submissionKey } = row
    const files = [new File([pdf], 'a.pdf', { type: 'application/pdf' })]
    expect(await storeAttachments(payload, { owner: caseFiles, submissionKey, files, now })).toEqual([])
    const { docs } = await payload.find({
      collection: 'attachments',
      where: { submissionKey: { equals: submissionKey } },
      limit: 1,
      ...test,
    })
    const seen = new Map<string, string[]>()
    for (const [way, attempt] of Object.entries(ways)) {
      const by: string[] = []
      for (const name of people) if (await attempt(users[name], row, String(docs[0]?.id))) by.push(name)
      seen.set(way, by)
    }
    const wanted = Object.keys(ways).map((way): [string, string[]] => [way, readers[state]])
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(wanted))
  })

  it('shows its timeline to nobody but with the case', async () => {
    const { id } = await states['of nobody’s concern']()
    await addMessage(await by('named', id), { type: 'noted', text: 'ملاحظة' })
    const asked = { where: { inquiry: { equals: id } }, overrideAccess: false, disableErrors: true } as const
    for (const name of people) {
      const events = payload.find({ collection: 'inquiry-events', user: users[name], ...asked })
      expect((await events.catch(() => ({ docs: [] }))).docs).toEqual([])
    }
    expect((await readCase({ payload, user: users.officer, id, locale: 'ar', now }))?.events).toHaveLength(1)
  })

  it('is seen in a department by the lead who is named, and not by the one it was taken from', async () => {
    const { id } = await createInquiry(payload)
    const toDepartment = { target: { kind: 'department', id: department.id }, reason: 'سبب' } as const
    expect(await refer(await by('officer', id), toDepartment)).toMatchObject({ status: 'ok' })
    const seenBy = async () => {
      const seen = [users.lead, users.namedLead].map((user) => readCase({ payload, user, id, locale: 'ar', now }))
      return (await Promise.all(seen)).map((detail) => detail !== null)
    }
    expect(await seenBy()).toEqual([true, true])
    await restrict(await by('officer', id), { concerns: null, reason: 'سبب' })
    expect(await seenBy()).toEqual([false, true])
  })

  it('is given to nobody who may not see it, and to no department', async () => {
    const { id } = await states['about a member of staff']()
    const unknown = { status: 'invalid', errors: { target: 'unknown' } }
    for (const name of ['officer', 'concerned', 'lead'] as const) {
      expect(await assign(await by('named', id), { assignee: users[name].id })).toEqual(unknown)
      const target = { kind: 'user', id: users[name].id } as const
      expect(await refer(await by('named', id), { target, reason: 'سبب' })).toEqual(unknown)
    }
    const target = { kind: 'department', id: department.id } as const
    expect(await refer(await by('named', id), { target, reason: 'سبب' })).toEqual(unknown)
    expect(await assign(await by('named', id), { assignee: users.named.id })).toMatchObject({ status: 'ok' })
  })

  it('leaves the one who had it, and can’t be worked on by who doesn’t see it', async () => {
    const { id } = await createInquiry(payload)
    await assign(await by('officer', id), { assignee: users.concerned.id })
    await restrict(await by('officer', id), { concerns: users.concerned.id, reason: 'سبب' })
    expect(await find(id)).toMatchObject({ assignee: null, isRestricted: true })
    expect(relatedId((await find(id)).concerns)).toBe(users.concerned.id)
    for (const name of ['officer', 'concerned'] as const) {
      const attempt = await addMessage(await by(name, id), { type: 'noted', text: 'x' })
      expect(attempt).toEqual({ status: 'notFound' })
    }
  })

  it('keeps in the log each opening of the page and of a file, and only of restricted ones', async () => {
    const restricted = await createInquiry(payload, { isSensitive: true })
    const open = await createInquiry(payload)
    for (const { id } of [restricted, open]) await readCase({ payload, user: users.named, id, locale: 'ar', now })
    await readCase({ payload, user: users.officer, id: restricted.id, locale: 'ar', now })
    const { docs } = await payload.find({
      collection: 'security-events',
      where: { detail: { in: [restricted.reference, open.reference] } },
      ...test,
    })
    expect(docs.map(({ type, account, detail }) => ({ type, account, detail }))).toEqual([
      { type: 'restricted-case-opened', account: users.named.id, detail: restricted.reference },
    ])
  })

  it('tells the person, and not what staff said of it', async () => {
    const { submissionKey } = await states['restricted by staff']()
    const tracked = await getTracked(payload, submissionKey)
    expect(tracked).toMatchObject({ isRestricted: true, steps: [] })
  })

  it('is unassigned again when its assignee isn’t named any more', async () => {
    const temporary = await createUser('أمل', 'case-officer', { seesRestrictedCases: true })
    const { id } = await createInquiry(payload, { isSensitive: true })
    await assign(await by('named', id), { assignee: temporary.id })
    await payload.update({ collection: 'users', id: temporary.id, data: { seesRestrictedCases: false }, ...test })
    await releaseJob.run(payload, now)
    expect(await find(id)).toMatchObject({ assignee: null })
  })
})

describe('those who see restricted cases', () => {
  it('are never none', async () => {
    const { docs } = await payload.find({
      collection: 'users',
      where: { seesRestrictedCases: { equals: true } },
      depth: 0,
      ...test,
    })
    const workers = docs.filter(({ roles }) => roles.some((role) => role !== 'auditor' && role !== 'editor'))
    const set = (id: string, seesRestrictedCases: boolean) =>
      payload.update({ collection: 'users', id, data: { seesRestrictedCases }, ...test })
    const [last, ...others] = workers.map(({ id }) => id)
    if (!last) return expect.fail('nobody is named')
    try {
      for (const id of others) await set(id, false)
      const { id: caseId } = await createInquiry(payload)
      const about = { concerns: last, reason: 'سبب' }
      expect(await restrict(await by('officer', caseId), about)).toEqual({
        status: 'refused',
        reason: 'nobodySeesRestricted',
      })
      await expect(set(last, false)).rejects.toThrow(/يحتاج إلى تصحيح/)
      await expect(payload.delete({ collection: 'users', id: last, ...test })).rejects.toThrow(
        'لا يطلع على المقيَّد سوى هذا الحساب',
      )
      const roles = { data: { roles: ['editor' as const] } }
      await expect(payload.update({ collection: 'users', id: last, ...roles, ...test })).rejects.toThrow(/تصحيح/)
    } finally {
      for (const id of others) await set(id, true)
    }
  })

  it('are the administrators, in a database that names nobody yet', async () => {
    expect(await nameRestrictedReaders(payload)).toBe(false)
    await payload.db.updateMany({ collection: 'users', where: {}, data: { seesRestrictedCases: false } })
    expect(await nameRestrictedReaders(payload)).toBe(true)
    const named = { collection: 'users', where: { seesRestrictedCases: { equals: true } }, ...test } as const
    expect((await payload.find(named)).docs.map(({ id }) => id)).toEqual([users.administrator.id])
    for (const name of people) {
      const { seesRestrictedCases } = users[name]
      await payload.update({ collection: 'users', id: users[name].id, data: { seesRestrictedCases }, ...test })
    }
  })
})
