import { describe, expect, it } from 'vitest'
import { personalFields } from '@/features/inquiries/domain/personal-fields'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { decryptPersonalFields, phoneIndexOf } from '@/shared/casework/server/personal-fields'
import { reply } from '@/shared/casework/server/reply'
import { issueChallenge } from '@/shared/intake/proof-of-work'
import { createInquiry } from '../factories/inquiries'
import { solveChallenge } from '../factories/proof'
import {
  HOUR,
  later,
  MINUTE,
  now,
  payload,
  posted,
  rowOf,
  rowsWith,
  submit,
  withInquiries,
} from '../setup/inquiry-forms'

withInquiries()

describe('one submission is one row', () => {
  it('when the same form is posted twenty times at once', async () => {
    const form = posted()
    const results = await Promise.all(Array.from({ length: 20 }, () => submit(form)))
    expect(new Set(results.map((result) => JSON.stringify(result)))).toEqual(
      new Set([JSON.stringify({ status: 'ok', submissionKey: form.submissionKey })]),
    )
    expect(await rowsWith([form.submissionKey])).toHaveLength(1)
  })

  it('when the same content comes from twenty forms at once', async () => {
    const { values } = posted()
    const forms = Array.from({ length: 20 }, () => posted(values))
    const results = await Promise.all(forms.map((form) => submit(form)))
    const keys = new Set(results.map((result) => (result.status === 'ok' ? result.submissionKey : result.status)))
    expect(keys.size).toBe(1)
    expect(await rowsWith(forms.map(({ submissionKey }) => submissionKey))).toHaveLength(1)
  })

  it('when it comes again within ten minutes, and two when later', async () => {
    const { values } = posted()
    const [first, second, third] = [posted(values), posted(values), posted(values)]
    await submit(first)
    expect(await submit(second, later(9 * MINUTE + 59_000))).toEqual({
      status: 'ok',
      submissionKey: first.submissionKey,
    })
    expect(await submit(third, later(11 * MINUTE))).toEqual({ status: 'ok', submissionKey: third.submissionKey })
  })

  it('but another message when a form that was sent is filled in again', async () => {
    const first = posted()
    await submit(first)
    const result = await submit({ ...posted(), submissionKey: first.submissionKey })
    expect(result.status).toBe('ok')
    expect(result).not.toEqual({ status: 'ok', submissionKey: first.submissionKey })
  })

  it('of each of two people who leave no contact and use the same words', async () => {
    const { values } = posted({ isAnonymous: true })
    const [first, second] = [posted(values), posted(values)]
    await submit(first, now, 'address-1')
    expect(await submit(second, now, 'address-2')).toEqual({ status: 'ok', submissionKey: second.submissionKey })
  })
})

describe('what is stored', () => {
  it('holds no personal field in plain text, and is found by telephone in any writing', async () => {
    const form = posted({ phone: '00966 55 999 8877', email: 'hind@example.org' })
    await submit(form)
    const raw = JSON.stringify(
      await payload.db.findOne({ collection: 'inquiries', where: { submissionKey: { equals: form.submissionKey } } }),
    )
    for (const plain of ['هند', 'القحطاني', '966559998877', '9998877', 'hind@example.org', 'اكتمل', 'التسجيل']) {
      expect(raw).not.toContain(plain)
    }
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: { phoneIndex: { equals: phoneIndexOf('+966559998877') } },
      limit: 10,
      ...asSystem('test-setup'),
    })
    expect(docs.map(({ submissionKey }) => submissionKey)).toEqual([form.submissionKey])
  })

  it('keeps no trace of who stays anonymous', async () => {
    const form = posted({ isAnonymous: true })
    await submit(form)
    expect(await rowOf(form.submissionKey)).toMatchObject({ name: null, phone: null, email: null, phoneIndex: null })
  })

  it('has a due date only where the association set a target', async () => {
    const [question, complaint] = [posted(), posted({ kind: 'complaint' })]
    await submit(question)
    await submit(complaint)
    expect((await rowOf(question.submissionKey)).dueAt).toBeNull()
    expect((await rowOf(complaint.submissionKey)).dueAt).toBe('2026-11-29T13:00:00.000Z')
  })
})

describe('bots', () => {
  // The library checks a challenge's age by the machine's own clock.
  const present = new Date()
  const ago = (ms: number) => new Date(present.getTime() - ms)

  it('can use a proof of work once', async () => {
    const proof = await solveChallenge(await issueChallenge(ago(MINUTE)))
    const first = posted({}, { proof })
    expect(await submit(first, present)).toMatchObject({ status: 'ok' })
    expect((await rowOf(first.submissionKey)).proof).toMatch(/^work:/)
    expect(await submit(posted({}, { proof }), present)).toEqual({ status: 'refused', reason: 'proofUsed' })
  })

  it('are told to wait when they are faster than a person', async () => {
    const proof = await solveChallenge(await issueChallenge(ago(1000)))
    expect(await submit(posted({}, { proof }), present)).toEqual({ status: 'refused', reason: 'tooSoon' })
  })

  it('gain nothing by a forged or an outdated proof', async () => {
    const forged = (await solveChallenge(await issueChallenge(ago(MINUTE)))).replace(/"issuedAt":\d+/, '"issuedAt":1')
    const outdated = await solveChallenge(await issueChallenge(ago(3 * HOUR)))
    for (const proof of [forged, outdated, 'nonsense']) {
      const form = posted({}, { proof })
      await submit(form, present)
      expect((await rowOf(form.submissionKey)).proof).toMatch(/^none:/)
    }
  })

  it('fall into the honeypot', async () => {
    const form = posted({}, { honeypot: 'https://spam.example' })
    expect(await submit(form)).toEqual({ status: 'refused', reason: 'honeypot' })
    expect(await rowsWith([form.submissionKey])).toHaveLength(0)
  })

  it('without proof meet a tighter limit, each address for itself', async () => {
    const send = (address: string, index: number) => submit(posted({ phone: `050${1_000_000 + index}` }), now, address)
    const allowed = env().LIMIT_SUBMISSIONS_PER_ADDRESS_WITHOUT_PROOF
    for (let index = 0; index < allowed; index += 1) {
      expect(await send('a bot', index)).toMatchObject({ status: 'ok' })
    }
    expect(await send('a bot', allowed)).toEqual({ status: 'refused', reason: 'tooMany' })
    expect(await send('somebody else', allowed + 1)).toMatchObject({ status: 'ok' })
  })
})

describe('a number that takes no messages', () => {
  it('is asked about, and taken where it is meant', async () => {
    const phone = '٠١١ ٢٣٤ ٥٦٧٨'
    const form = posted({ phone })
    expect(await submit(form)).toMatchObject({ status: 'invalid', errors: { phone: 'takesNoMessages' } })
    const kept = { ...form, values: { ...form.values, keptPhone: phone } }
    expect(await submit(kept)).toMatchObject({ status: 'ok' })
    expect(decryptPersonalFields(personalFields, await rowOf(form.submissionKey)).phone).toBe('+966112345678')
  })
})

describe('what nobody can see', () => {
  it('is no text of an inquiry and no reply', async () => {
    const form = posted({ subject: '\u200f', message: '\u2800', name: '\u200b' })
    expect(await submit(form)).toMatchObject({
      status: 'invalid',
      errors: { subject: 'required', message: 'required', name: 'required' },
    })
    const inquiry = await createInquiry(payload)
    const result = await reply({
      payload,
      clock: () => now,
      caseKey: inquiry.submissionKey,
      replyKey: randomToken(),
      text: '\u200b',
      files: [],
      removed: [],
      honeypot: '',
      clientAddress: randomToken(),
    })
    expect(result).toMatchObject({ status: 'invalid', errors: { reply: 'required' } })
  })

  it('makes no other message of the same words', async () => {
    const form = posted({ message: 'هل اكتمل تسجيلي؟' })
    const marked = {
      ...form.values,
      subject: `\u200f${form.values.subject}\u200b`,
      message: '\ufeffهل اكتمل\u200f تسجيلي؟',
    }
    expect(await submit(form)).toMatchObject({ status: 'ok', submissionKey: form.submissionKey })
    expect(await submit({ ...form, values: marked })).toMatchObject({ status: 'ok', submissionKey: form.submissionKey })
  })
})
