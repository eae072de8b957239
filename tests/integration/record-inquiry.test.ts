import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personalFields } from '@/features/inquiries/domain/personal-fields'
import { type PostedRecord, type RecordResult, recordInquiry } from '@/features/inquiries/server/record-inquiry'
import type { Inquiry, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { limits } from '@/shared/casework/schema'
import { listCases } from '@/shared/casework/server/desk/list-cases'
import { casesOfPerson, otherCasesOfPerson } from '@/shared/casework/server/desk/persons-cases'
import { readCase } from '@/shared/casework/server/desk/read-case'
import { decryptPersonalFields } from '@/shared/casework/server/personal-fields'
import { findByCode } from '@/shared/casework/server/tracking'
import { attachmentsOf } from '@/shared/files/server/attachment-rows'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let officer: User
let lead: User
let auditor: User

const now = new Date('2026-11-24T09:00:00Z')
const clock = () => now

async function createUser(role: Role): Promise<User> {
  const user = await payload.create({
    collection: 'users',
    data: {
      name: role,
      email: `${randomToken(6).toLowerCase()}@example.org`,
      password: 'four words to remember',
      roles: [role],
    },
    depth: 0,
    ...asSystem('test-setup'),
  })
  return { ...user, collection: 'users' }
}

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  ;[officer, lead, auditor] = await Promise.all([
    createUser('case-officer'),
    createUser('department-lead'),
    createUser('auditor'),
  ])
  await payload.updateGlobal({
    slug: 'association',
    data: { responseTargets: { question: 3 } },
    ...asSystem('test-setup'),
  })
}, 60_000)
afterAll(() => stop())

type Changes = Partial<Omit<PostedRecord, 'inquiry'>> & {
  values?: Partial<PostedRecord['inquiry']['values']>
  files?: File[]
  submissionKey?: string
}

const written = ({ values, files = [], submissionKey = randomToken(), ...record }: Changes = {}): PostedRecord => ({
  channel: 'telephone',
  consentForm: 'spoken',
  receivedOn: '',
  answer: '',
  ...record,
  inquiry: {
    values: {
      kind: 'question',
      service: '',
      subject: 'عن التسجيل',
      message: 'متى يبدأ التسجيل؟',
      isAnonymous: false,
      name: 'هند',
      phone: '٠٥٥٧٧٧٨٨٩٩',
      email: '',
      replyChannel: 'phone',
      replyLocale: 'ar',
      consent: false,
      ...values,
    },
    submissionKey,
    files,
    removed: [],
    proof: '',
    honeypot: '',
  },
})

const record = (posted: PostedRecord, user = officer) => recordInquiry({ payload, clock, user, posted })

async function rowOf(submissionKey: string): Promise<Inquiry | undefined> {
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { submissionKey: { equals: submissionKey } },
    limit: 2,
    depth: 0,
    ...asSystem('test-setup'),
  })
  expect(docs.length).toBeLessThan(2)
  return docs[0]
}

describe('recording an inquiry for a person', () => {
  it('leaves it with whoever recorded it, a lead too, and open', async () => {
    for (const user of [officer, lead]) {
      const posted = written()
      expect(await record(posted, user)).toMatchObject({ status: 'ok', isAnswered: false, id: expect.any(String) })
      expect(await rowOf(posted.inquiry.submissionKey)).toMatchObject({ status: 'open', assignee: user.id, seq: 1 })
    }
  })

  it('answers and closes it with what the person was told, once however often it is sent', async () => {
    const posted = written({ answer: 'يبدأ في الأول من الشهر.' })
    const results = [await record(posted), await record(posted)]
    expect(results).toMatchObject([
      { status: 'ok', isAnswered: true },
      { status: 'ok', isAnswered: true },
    ])
    const row = await rowOf(posted.inquiry.submissionKey)
    expect(row).toMatchObject({ status: 'closed', assignee: officer.id, seq: 3 })
    const detail = await readCase({ payload, user: officer, id: String(row?.id), locale: 'ar', now })
    expect(detail?.events.map(({ type, text }) => [type, text])).toEqual([
      ['assigned', null],
      ['answered', 'يبدأ في الأول من الشهر.'],
      ['closed', null],
    ])
  })

  it('records nothing when the answer is longer than is kept', async () => {
    const posted = written({ answer: 'ط'.repeat(limits.answer + 1) })
    expect(await record(posted)).toEqual({ status: 'invalid', errors: { answer: 'tooLong' } })
    expect(await rowOf(posted.inquiry.submissionKey)).toBeUndefined()
  })

  it('leaves a sensitive one to those who see restricted cases', async () => {
    const posted = written({ values: { isSensitive: true }, answer: 'شكرًا' })
    expect(await record(posted)).toMatchObject({ status: 'ok', id: null, isAnswered: false })
    expect(await rowOf(posted.inquiry.submissionKey)).toMatchObject({ assignee: null, isRestricted: true, seq: 0 })
  })

  it('finds the person’s earlier cases by number and by address, and shows them beside each other', async () => {
    const values = { phone: '0551239876', email: 'caller@example.org' }
    const posted = [written({ values }), written({ values }), written({ values: { ...values, email: '' } })]
    for (const one of posted) await record(one)
    const [first] = await Promise.all(posted.map(({ inquiry }) => rowOf(inquiry.submissionKey)))
    const asked = { payload, user: officer, now, locale: 'ar' } as const
    expect((await casesOfPerson(asked, '٠٥٥ ١٢٣ ٩٨٧٦'))?.total).toBe(3)
    expect((await casesOfPerson(asked, 'Caller@example.org'))?.total).toBe(2)
    expect(await casesOfPerson(asked, 'هند')).toBeNull()
    const others = await otherCasesOfPerson(asked, String(first?.id))
    expect(others.total).toBe(2)
    expect(others.cases.map(({ id }) => id)).not.toContain(first?.id)
    const alone = await createInquiry(payload, { phone: null, email: null })
    expect(await otherCasesOfPerson(asked, alone.id)).toMatchObject({ cases: [], total: 0 })
    expect(await otherCasesOfPerson({ ...asked, user: lead }, String(first?.id))).toMatchObject({ cases: [] })
  })

  it('gives a reference and a code with which the person follows it', async () => {
    const result = await record(written())
    if (result.status !== 'ok') throw new Error(result.status)
    const { reference, code, slip } = result
    expect(slip).toMatchObject({ locale: 'ar', numbers: [{ value: reference }, { value: code }] })
    expect(await findByCode({ payload, typed: { reference, code }, clientAddress: 'a telephone' })).toMatchObject({
      status: 'ok',
    })
  })

  it.each([
    ['011 234 5678', '+966112345678'],
    ['9200 12345', '+966920012345'],
    ['800 124 4444', '+9668001244444'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('takes the number that the person gave, without asking: %s', async (phone, number) => {
    const posted = written({ values: { phone } })
    expect(await record(posted)).toMatchObject({ status: 'ok' })
    const row = await rowOf(posted.inquiry.submissionKey)
    expect(row && decryptPersonalFields(personalFields, row).phone).toBe(number)
  })

  it('says by which channel it came, who wrote it down and how the person agreed', async () => {
    const posted = written({ channel: 'letter', consentForm: 'written' })
    const result = await record(posted)
    expect(await rowOf(posted.inquiry.submissionKey)).toMatchObject({
      channel: 'letter',
      consentForm: 'written',
      recordedBy: officer.id,
      targetDays: 3,
      status: 'open',
      assignee: officer.id,
      mailState: 'none',
    })
    const id = result.status === 'ok' ? (result.id ?? '') : ''
    expect(await readCase({ payload, user: auditor, id, locale: 'ar', now })).toMatchObject({
      recordedBy: { id: officer.id },
      consentForm: 'written',
    })
  })

  it('counts from the day it reached us, so that a letter is due before a call of today', async () => {
    const letter = written({ channel: 'letter', receivedOn: '2026-11-18' })
    const call = written({ receivedOn: '2026-11-24' })
    await record(letter)
    await record(call)
    const [earlier, later] = [await rowOf(letter.inquiry.submissionKey), await rowOf(call.inquiry.submissionKey)]
    expect(earlier?.receivedAt).toBe('2026-11-18T12:00:00.000Z')
    expect(later?.receivedAt).toBe(now.toISOString())
    expect(Date.parse(String(earlier?.dueAt))).toBeLessThan(Date.parse(String(later?.dueAt)))
  })

  it('is one row for a form that was sent twice, with the same numbers', async () => {
    const posted = written()
    const first = await record(posted)
    expect(first).toMatchObject({ status: 'ok' })
    // Sealed links differ from one another in every byte.
    const { slip: _, ...numbers } = first as Extract<RecordResult, { status: 'ok' }>
    expect(await record(posted)).toMatchObject(numbers)
    expect(await rowOf(posted.inquiry.submissionKey)).toMatchObject({ status: 'open', seq: 1, recordedBy: officer.id })
  })

  it('shows nobody the code of a form that a colleague sent', async () => {
    const posted = written()
    const first = await record(posted)
    const colleague = await createUser('case-officer')
    const second = await record(posted, colleague)
    expect(first).toMatchObject({ status: 'ok' })
    expect(second).toMatchObject({ status: 'ok' })
    expect(JSON.stringify(second)).not.toContain(first.status === 'ok' ? first.code : '')
  })

  it('keeps two people apart who said the same', async () => {
    const values = { isAnonymous: true, name: '', phone: '' }
    const [first, second] = [await record(written({ values })), await record(written({ values }))]
    expect(first).toMatchObject({ status: 'ok' })
    expect(second).toMatchObject({ status: 'ok' })
    expect(first).not.toEqual(second)
  })

  it('mails the numbers where there is an address', async () => {
    const posted = written({ values: { email: 'hind@example.org' } })
    await record(posted)
    expect(await rowOf(posted.inquiry.submissionKey)).toMatchObject({ mailState: 'due' })
  })

  it('keeps the files of the last try only', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const submissionKey = randomToken()
    const picture = new File([png], 'خطاب.png')
    const wrong = await record(written({ submissionKey, files: [picture, new File(['text'], 'note.txt')] }))
    expect(wrong).toMatchObject({ status: 'invalid', errors: { attachments: 'wrongType' } })
    expect(await record(written({ submissionKey, files: [picture] }))).toMatchObject({ status: 'ok' })
    expect(await attachmentsOf(payload, submissionKey, 'test-setup')).toHaveLength(1)
  })

  it('lets a department lead see what they recorded, and nothing else', async () => {
    const own = await createUser('department-lead')
    await record(written())
    const recorded = await record(written(), own)
    const { cases } = await listCases({ payload, user: own, now, view: 'all' })
    expect(cases.map(({ id }) => id)).toEqual([recorded.status === 'ok' ? recorded.id : ''])
  })
})

describe('what is refused', () => {
  it.each<[string, Changes, object]>([
    ['no channel', { channel: '' }, { channel: 'required' }],
    ['the channel of the site, which records by itself', { channel: 'website' }, { channel: 'required' }],
    ['no agreement of the person', { consentForm: '' }, { consent: 'required' }],
    ['an agreement on a form that nobody saw', { consentForm: 'on-form' }, { consent: 'required' }],
    ['a day to come', { receivedOn: '2026-11-25' }, { receivedOn: 'invalid' }],
    ['a day of long ago', { receivedOn: '2016-11-25' }, { receivedOn: 'invalid' }],
    ['a day that is none', { receivedOn: '2026-02-30' }, { receivedOn: 'invalid' }],
    ['neither name nor contact', { values: { name: '', phone: '' } }, { name: 'required', phone: 'contactMissing' }],
    ['a service that nobody offers', { values: { service: 'no-such' } }, { service: 'unknown' }],
  ])('%s', async (_, changes, errors) => {
    const posted = written(changes)
    expect(await record(posted)).toEqual({ status: 'invalid', errors })
    expect(await rowOf(posted.inquiry.submissionKey)).toBeUndefined()
  })

  it('an auditor, who reads and writes nothing', async () => {
    const posted = written()
    expect(await record(posted, auditor)).toEqual({ status: 'forbidden' })
    expect(await rowOf(posted.inquiry.submissionKey)).toBeUndefined()
  })
})
