import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Inquiry, User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { appendEvent } from '@/shared/casework/server/append-event'
import { assign } from '@/shared/casework/server/desk/assign'
import { reissueCode } from '@/shared/casework/server/desk/reissue-code'
import { forgetLinkRequests, sendLinks } from '@/shared/casework/server/link-jobs'
import { receiptToken, trackingToken } from '@/shared/casework/server/links'
import { requestLink } from '@/shared/casework/server/request-link'
import { findByCode, findCaseByKey } from '@/shared/casework/server/tracking'
import { newTrackingCode } from '@/shared/casework/server/tracking-codes'
import { openOwnCases, openReceipt, openTracked, postReply } from '@/shared/casework/server/tracking-forms'
import { createInquiry } from '../factories/inquiries'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
const test = asSystem('test-setup')
const now = new Date('2026-11-25T09:00:00.000Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const outbox = () => path.join(env().dataDir, 'outbox')

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
})
afterAll(() => stop())
afterEach(() => rm(outbox(), { recursive: true, force: true }))

const someone = () =>
  `${randomToken()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, 'x')}@example.org`
const mobile = () => `+9665${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`

const ask = (contact: string, reference = '', more: Partial<Parameters<typeof requestLink>[0]> = {}) =>
  requestLink({
    payload,
    clock: () => now,
    typed: { contact, reference },
    locale: 'ar',
    honeypot: '',
    clientAddress: randomToken(),
    ...more,
  })

const mails = async () => {
  const names = await readdir(outbox()).catch(() => [])
  return Promise.all(names.map(async (name) => simpleParser(await readFile(path.join(outbox(), name)))))
}

/** Runs the job and returns the token of the one link in the one mail. */
async function linkMailed(kind: 'track' | 'track/own') {
  await sendLinks.run(payload, now)
  const [mail, ...others] = await mails()
  expect(others).toEqual([])
  const token = new RegExp(`/ar/${kind}/([\\w-]+)\\s`).exec(mail?.text ?? '')?.[1] ?? ''
  return { mail, token }
}

const rowOf = async ({ submissionKey }: Inquiry) => {
  const row = await findCaseByKey(payload, submissionKey)
  if (!row) throw new Error('gone')
  return row
}

const person = (role: User['roles'][number]) =>
  payload.create({
    collection: 'users',
    data: { name: role, email: someone(), password: 'a long enough password 1', roles: [role] },
    ...test,
  })

const eventTypes = async ({ id }: Inquiry) => {
  const { docs } = await payload.find({ collection: 'inquiry-events', where: { inquiry: { equals: id } }, ...test })
  return docs.map(({ type }) => type)
}

describe('who lost the code', () => {
  it('gets a link to the case at the address on record, which opens it for a day', async () => {
    const email = someone()
    const inquiry = await createInquiry(payload, { email })
    expect(await ask(` ${email.toUpperCase()} `, inquiry.reference)).toEqual({ status: 'ok' })
    const { mail, token } = await linkMailed('track')
    expect(mail?.to).toMatchObject({ text: email })
    expect(await openTracked(token, 'ar', later(23))).toMatchObject({ status: 'ok', tracked: { id: inquiry.id } })
    expect(await openTracked(token, 'ar', later(25))).toEqual({ status: 'expired' })
    expect(await sendLinks.run(payload, later(1))).toBe(0)
  })

  it('is found by the telephone, and written to by e-mail all the same', async () => {
    const email = someone()
    const phone = mobile()
    const inquiry = await createInquiry(payload, { email, phone })
    await ask(phone, inquiry.reference)
    const { mail, token } = await linkMailed('track')
    expect(mail?.to).toMatchObject({ text: email })
    expect(await openTracked(token, 'ar', now)).toMatchObject({ status: 'ok', tracked: { id: inquiry.id } })
  })

  it('gets a link to a list of the cases of that contact and of no other, for an hour', async () => {
    const email = someone()
    const mine = [await createInquiry(payload, { email }), await createInquiry(payload, { email, phone: null })]
    const others = await createInquiry(payload, { email: someone() })
    await ask(email)
    const { token } = await linkMailed('track/own')
    const opened = await openOwnCases(token, 'ar', later(0.9))
    if (opened.status !== 'ok') throw new Error(opened.status)
    const shown = opened.cases.map(({ reference }) => reference.replaceAll(' ', ''))
    expect(shown.sort()).toEqual(mine.map(({ reference }) => reference).sort())
    expect(shown).not.toContain(others.reference)
    for (const { token: link } of nonEmpty(opened.cases)) {
      const tracked = await openTracked(link, 'ar', later(0.9))
      expect(mine.map(({ id }) => id)).toContain(tracked.status === 'ok' ? tracked.tracked.id : null)
    }
    expect(Object.keys(opened.cases[0] ?? {}).sort()).toEqual(['kind', 'lastChangeAt', 'reference', 'status', 'token'])
    expect(await openOwnCases(token, 'ar', later(1.1))).toEqual({ status: 'expired' })
  })

  it('reads the same for a contact that is on record nowhere, and nothing is sent', async () => {
    const inquiry = await createInquiry(payload, { email: someone() })
    const unknown = someone()
    expect(await ask(unknown)).toEqual({ status: 'ok' })
    expect(await ask(unknown, inquiry.reference)).toEqual({ status: 'ok' })
    expect(await ask(mobile())).toEqual({ status: 'ok' })
    const rows = await payload.find({ collection: 'link-requests', where: { mailState: { equals: 'due' } }, ...test })
    expect(rows.totalDocs).toBe(3)
    expect(await sendLinks.run(payload, now)).toBe(0)
    expect(await mails()).toEqual([])
    expect(await eventTypes(inquiry)).toEqual([])
  })

  it('is stored by keyed hashes alone, and forgotten', async () => {
    const email = someone()
    await createInquiry(payload, { email })
    await ask(email)
    const before = await payload.find({ collection: 'link-requests', ...test, limit: 100 })
    expect(JSON.stringify(before.docs)).not.toContain(email.split('@')[0])
    await sendLinks.run(payload, now)
    await forgetLinkRequests.run(payload, later(25))
    expect((await payload.count({ collection: 'link-requests', ...test })).totalDocs).toBe(0)
  })

  it('gets one mail for pressing twice', async () => {
    const email = someone()
    await createInquiry(payload, { email })
    await Promise.all([ask(email), ask(email), ask(email)])
    await sendLinks.run(payload, now)
    expect(await mails()).toHaveLength(1)
  })

  it.each([
    [{ contact: '', reference: '' }, { contact: 'required' }],
    [{ contact: 'name@', reference: '' }, { contact: 'invalid' }],
    [
      { contact: '0501', reference: '123' },
      { contact: 'invalid', reference: 'invalid' },
    ],
    [{ contact: 'a@example.org', reference: '000000004' }, { reference: 'invalid' }],
  ])('is asked to correct %j', async (typed, errors) => {
    expect(await ask(typed.contact, typed.reference)).toEqual({ status: 'invalid', errors })
  })

  it('may ask some times a day for one contact, on record or not, and a machine never', async () => {
    const email = someone()
    const inquiries = await Promise.all(
      Array.from({ length: env().LIMIT_LINKS_PER_CONTACT + 1 }, () => createInquiry(payload, { email: null })),
    )
    const asked = []
    for (const { reference } of inquiries) asked.push(await ask(email, reference))
    expect(asked.slice(0, -1)).toEqual(asked.slice(0, -1).map(() => ({ status: 'ok' })))
    expect(asked.at(-1)).toEqual({ status: 'refused', reason: 'tooMany' })
    expect(await ask(someone(), '', { honeypot: 'x' })).toEqual({ status: 'refused', reason: 'honeypot' })
    const clientAddress = '203.0.113.77'
    const many = []
    for (let index = 0; index <= env().LIMIT_LINKS_PER_ADDRESS; index += 1)
      many.push(await ask(someone(), '', { clientAddress }))
    expect(many.at(-1)).toEqual({ status: 'refused', reason: 'tooMany' })
    await sendLinks.run(payload, now)
  })

  it('and left a telephone alone is brought before staff, once', async () => {
    const phone = mobile()
    const inquiry = await createInquiry(payload, { email: null, phone })
    await ask(phone, inquiry.reference)
    await ask(phone)
    expect(await sendLinks.run(payload, now)).toBe(0)
    expect(await eventTypes(inquiry)).toEqual(['codeRequested'])
    expect(await rowOf(inquiry)).toMatchObject({ isUndelivered: true })
    expect(await mails()).toEqual([])
    expect(await openTracked(trackingToken(inquiry, { end: 'none' }), 'ar', now)).toMatchObject({
      status: 'ok',
      tracked: { steps: [] },
    })
  })
})

describe('a code that was issued again', () => {
  it('voids the code and every link of before', async () => {
    const inquiry = await createInquiry(payload)
    const link = trackingToken(inquiry, { end: 'none' })
    const receipt = receiptToken(inquiry.submissionKey, now)
    const enter = (code: string) =>
      findByCode({ payload, typed: { reference: inquiry.reference, code }, clientAddress: randomToken() })
    expect((await openReceipt(receipt, 'ar', now)).status).toBe('ok')
    await appendEvent({
      payload,
      clock: () => now,
      reason: 'work-inquiry',
      row: inquiry,
      event: { type: 'codeReissued', actor: { kind: 'system' } },
    })
    const row = await rowOf(inquiry)
    expect(row.codeIssue).toBe(1)
    expect(await enter(newTrackingCode(inquiry.submissionKey))).toEqual({ status: 'unknown' })
    expect(await enter(newTrackingCode(inquiry.submissionKey, 1))).toMatchObject({ status: 'ok', codeIssue: 1 })
    expect(await openTracked(link, 'ar', now)).toEqual({ status: 'expired' })
    expect(await openReceipt(receipt, 'ar', now)).toEqual({ status: 'expired' })
    expect((await openTracked(trackingToken(row, { end: 'none' }), 'ar', now)).status).toBe('ok')
    const form = new FormData()
    form.set('token', link)
    form.set('reply', 'إضافة')
    expect(await postReply(form, '198.51.100.9')).toMatchObject({ status: 'again', state: { outcome: 'expired' } })
    expect(row.isUndelivered).toBe(false)
  })

  it('is issued by staff who verified the person, shown to them once, and noted', async () => {
    const inquiry = await createInquiry(payload, { email: null })
    const user = await person('case-officer')
    await assign(
      { payload, clock: () => now, user, caseId: inquiry.id, seq: 0, submissionKey: randomToken() },
      { assignee: user.id },
    )
    const action = { payload, clock: () => now, user, caseId: inquiry.id, seq: 1, submissionKey: randomToken() }
    expect(await reissueCode(action, { isVerified: false })).toEqual({ status: 'unverified' })
    const [first, again] = [
      await reissueCode(action, { isVerified: true }),
      await reissueCode(action, { isVerified: true }),
    ]
    if (first.status !== 'ok' || again.status !== 'ok') throw new Error(first.status)
    expect(again.slip.numbers).toEqual(first.slip.numbers)
    expect(await eventTypes(inquiry)).toEqual(['assigned', 'codeReissued'])
    const typed = { reference: first.slip.numbers[0]?.value ?? '', code: first.slip.numbers[1]?.value ?? '' }
    expect(await findByCode({ payload, typed, clientAddress: randomToken() })).toMatchObject({ status: 'ok' })
    expect(await reissueCode({ ...action, user: await person('auditor') }, { isVerified: true })).toEqual({
      status: 'forbidden',
    })
    expect(await reissueCode({ ...action, user: await person('editor') }, { isVerified: true })).toEqual({
      status: 'notFound',
    })
  })
})
