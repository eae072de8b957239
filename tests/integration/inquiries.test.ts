import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Payload } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { personalFields } from '@/features/inquiries/domain/personal-fields'
import type { PostedInquiry } from '@/features/inquiries/server/read-form'
import { submitInquiry } from '@/features/inquiries/server/submit-inquiry'
import type { Inquiry } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { repairProjections } from '@/shared/casework/cms/repair-projections'
import { appendEvent } from '@/shared/casework/server/append-event'
import { readTrackingToken, trackingToken } from '@/shared/casework/server/links'
import { acknowledge, mailAnswers } from '@/shared/casework/server/mail-jobs'
import { decryptPersonalFields, phoneIndexOf } from '@/shared/casework/server/personal-fields'
import { reply } from '@/shared/casework/server/reply'
import { findByCode, getTracked } from '@/shared/casework/server/tracking'
import { earlierTrackingCode, newTrackingCode, trackingCodeHash } from '@/shared/casework/server/tracking-codes'
import { openTracked } from '@/shared/casework/server/tracking-forms'
import { attachmentLimits } from '@/shared/files/domain/attachment'
import { attachmentsOf } from '@/shared/files/server/attachment-rows'
import { readAttachment } from '@/shared/files/server/attachments'
import { removeOrphans } from '@/shared/files/server/orphan-job'
import { issueChallenge } from '@/shared/intake/proof-of-work'
import { createInquiry } from '../factories/inquiries'
import { solveChallenge } from '../factories/proof'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
})
afterAll(() => stop())
afterEach(() => rm(path.join(env().dataDir, 'outbox'), { recursive: true, force: true }))

const now = new Date('2026-11-22T09:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = (name = 'هوية.png', tail = '') => new File([png, tail], name)

const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))

const posted = (
  values: Partial<PostedInquiry['values']> = {},
  more: Partial<Omit<PostedInquiry, 'values'>> = {},
): PostedInquiry => ({
  values: {
    kind: 'question',
    service: '',
    subject: 'عن التسجيل',
    message: `هل اكتمل تسجيلي؟ ${randomToken(4)}`,
    isAnonymous: false,
    name: 'هند القحطاني',
    // Another person each time: one contact may not send without end.
    phone: `٠٥٥${arabic(String(Math.floor(1e6 + Math.random() * 8e6)))}`,
    email: '',
    replyChannel: 'tracking',
    replyLocale: 'ar',
    consent: true,
    ...values,
  },
  submissionKey: randomToken(),
  files: [],
  removed: [],
  proof: '',
  honeypot: '',
  ...more,
})

const submit = (form: PostedInquiry, at = now, clientAddress = randomToken()) =>
  submitInquiry({
    payload,
    clock: () => at,
    posted: form,
    clientAddress,
    consentVersion: '2026-11',
    targetDaysOf: (kind) => (kind === 'complaint' ? 5 : null),
    serviceIdOf: () => null,
  })

const rowsWith = async (submissionKeys: string[]): Promise<Inquiry[]> =>
  (
    await payload.find({
      collection: 'inquiries',
      where: { submissionKey: { in: submissionKeys } },
      limit: 100,
      depth: 0,
      ...asSystem('test-setup'),
    })
  ).docs
const rowOf = async (submissionKey: string): Promise<Inquiry> => {
  const [row] = await rowsWith([submissionKey])
  if (!row) throw new Error('No such row')
  return row
}

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
    expect((await rowOf(complaint.submissionKey)).dueAt).toBe('2026-11-29T09:00:00.000Z')
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

describe('attachments', () => {
  it('are kept for the retry of a form with an error, encrypted, under a random name', async () => {
    const form = posted({ subject: '' }, { files: [picture()] })
    expect(await submit(form)).toMatchObject({ status: 'invalid', errors: { subject: 'required' } })
    const [kept] = await attachmentsOf(payload, form.submissionKey, 'test-setup')
    if (!kept) throw new Error('Nothing kept')
    expect(await readAttachment(kept)).toEqual(png)
    const file = path.join(env().dataDir, 'attachments', kept.storageKey.slice(0, 2), kept.storageKey)
    expect((await readFile(file)).includes(png.subarray(0, 8))).toBe(false)
    expect(JSON.stringify(kept)).not.toContain('هوية')
    await submit({ ...form, values: { ...form.values, subject: 'عن التسجيل' }, files: [picture()] })
    expect((await getTracked(payload, form.submissionKey))?.attachments).toEqual(['هوية.png'])
  })

  it('are refused by what they are, not by what they are called', async () => {
    const program = new File(['MZ this is no picture'], 'photo.png', { type: 'image/png' })
    const form = posted({}, { files: [program] })
    expect(await submit(form)).toMatchObject({ status: 'invalid', errors: { attachments: 'wrongType' } })
    expect(await attachmentsOf(payload, form.submissionKey, 'test-setup')).toHaveLength(0)
  })

  it('are named by what they are, whatever ending they came with', async () => {
    const files = ['x.html', 'صورة.pdf', '👩\u200d👧'].map((name, index) => picture(name, String(index)))
    const form = posted({}, { files })
    await submit(form)
    const tracked = await getTracked(payload, form.submissionKey)
    expect(new Set(tracked?.attachments)).toEqual(new Set(['x.html.png', 'صورة.png', '👩\u200d👧.png']))
  })

  it('that are not kept are named, each with what is wrong with it', async () => {
    const files = [
      picture('هوية.png'),
      new File(['MZ this is no picture'], 'C:\\Users\\me\\عقد.docx'),
      new File([], 'empty.pdf'),
      new File([new Uint8Array(attachmentLimits.bytes + 1)], 'scan.pdf'),
    ]
    expect(await submit(posted({}, { files }))).toMatchObject({
      status: 'invalid',
      errors: { attachments: 'wrongType' },
      rejectedFiles: [
        { name: 'عقد.docx', code: 'wrongType' },
        { name: 'empty.pdf', code: 'empty' },
        { name: 'scan.pdf', code: 'tooLarge' },
      ],
    })
  })

  it('of ten megabytes are taken', async () => {
    const form = posted(
      {},
      { files: [new File([png, new Uint8Array(attachmentLimits.bytes - png.byteLength)], 'a.png')] },
    )
    expect(await submit(form)).toMatchObject({ status: 'ok' })
  })

  it('are three at most, and can be taken out again', async () => {
    const files = ['1', '2', '3', '4'].map((tail) => picture(`${tail}.png`, tail))
    const form = posted({}, { files })
    expect(await submit(form)).toMatchObject({ status: 'invalid', errors: { attachments: 'tooMany' } })
    const kept = await attachmentsOf(payload, form.submissionKey, 'test-setup')
    expect(kept).toHaveLength(3)
    await submit({ ...form, files: [], removed: [String(kept[0]?.id)] })
    expect((await getTracked(payload, form.submissionKey))?.attachments).toHaveLength(2)
  })

  it('that nothing owns are deleted after an hour, and no others', async () => {
    const [abandoned, sent] = [posted({ subject: '' }, { files: [picture()] }), posted({}, { files: [picture()] })]
    await submit(abandoned)
    await submit(sent)
    await removeOrphans.run(payload, later(59 * MINUTE))
    expect(await attachmentsOf(payload, abandoned.submissionKey, 'test-setup')).toHaveLength(1)
    await removeOrphans.run(payload, later(61 * MINUTE))
    expect(await attachmentsOf(payload, abandoned.submissionKey, 'test-setup')).toHaveLength(0)
    expect(await attachmentsOf(payload, sent.submissionKey, 'test-setup')).toMatchObject([{ isOwned: true }])
  })
})

describe('tracking', () => {
  it('opens with reference and code in any writing', async () => {
    const form = posted()
    await submit(form)
    const seen = await getTracked(payload, form.submissionKey)
    if (!seen) throw new Error('Not found')
    expect(
      await findByCode({
        payload,
        typed: { reference: arabic(seen.reference), code: arabic(seen.code) },
        clientAddress: 'owner',
      }),
    ).toEqual({ status: 'ok', submissionKey: form.submissionKey })
  })

  it('gives a wrong code and an unknown reference the same answer in the same time', async () => {
    const form = posted()
    await submit(form)
    const seen = await getTracked(payload, form.submissionKey)
    const wrong = '0000 0000 0000'
    const ask = async (reference: string, clientAddress: string) => {
      const start = performance.now()
      const result = await findByCode({ payload, typed: { reference, code: wrong }, clientAddress })
      return { result, ms: performance.now() - start }
    }
    const known = await ask(String(seen?.reference), 'guesser-1')
    const unknown = await ask('000000003', 'guesser-2')
    expect(known.result).toEqual({ status: 'unknown' })
    expect(unknown.result).toEqual(known.result)
    // Neither comes before the floor that hides what the database had to do.
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(245)
  })

  it('is throttled by reference and address, and whoever has the code gets in all the same', async () => {
    const form = posted()
    await submit(form)
    const seen = await getTracked(payload, form.submissionKey)
    if (!seen) throw new Error('Not found')
    const enter = (code: string, clientAddress: string) =>
      findByCode({ payload, typed: { reference: seen.reference, code }, clientAddress })
    // Of one /64 of IPv6, each guess from an address of its own.
    const guess = (index: number) => enter(String(index).padStart(12, '0'), `2001:db8:7:7::${index.toString(16)}`)
    await Promise.all(Array.from({ length: env().LIMIT_TRACKING_PER_REFERENCE }, (_, index) => guess(index)))
    expect(await guess(999)).toEqual({ status: 'refused' })
    const right = { status: 'ok', submissionKey: form.submissionKey }
    expect(await enter(seen.code, '198.51.100.20')).toEqual(right)
    expect(await enter(seen.code, '2001:db8:7:7::1')).toEqual(right)
    expect(await enter('0'.repeat(12), '198.51.100.20')).toEqual({ status: 'unknown' })
  })

  it('is closed to codes for the day after many wrong ones from everywhere, and the link opens it still', async () => {
    const inquiry = await createInquiry(payload)
    const seen = await getTracked(payload, inquiry.submissionKey)
    if (!seen) throw new Error('Not found')
    const enter = (code: string, clientAddress: string) =>
      findByCode({ payload, typed: { reference: seen.reference, code }, clientAddress })
    const guesses = Array.from({ length: env().LIMIT_TRACKING_PER_REFERENCE_A_DAY }, (_, index) => index)
    const right = { status: 'ok', submissionKey: inquiry.submissionKey }
    // Right codes count for nothing.
    expect(await Promise.all(guesses.slice(0, 5).map(() => enter(seen.code, 'owner')))).toContainEqual(right)
    await Promise.all(guesses.map((index) => enter(String(index).padStart(12, '0'), `10.9.${index}.1`)))
    expect(await enter(seen.code, '198.51.100.21')).toEqual({ status: 'refused' })
    const link = trackingToken(inquiry.submissionKey, { end: 'none' })
    expect((await openTracked(link, 'ar', now)).status).toBe('ok')
  })

  it('takes the twenty digits of a case from before, and only those', async () => {
    const inquiry = await createInquiry(payload)
    const earlier = earlierTrackingCode(inquiry.submissionKey)
    await updateRow(payload, 'mark', {
      collection: 'inquiries',
      where: { id: { equals: inquiry.id } },
      data: { codeHash: trackingCodeHash(earlier) },
    })
    const enter = (code: string) =>
      findByCode({ payload, typed: { reference: inquiry.reference, code }, clientAddress: 'owner of before' })
    expect(await enter(earlier)).toEqual({ status: 'ok', submissionKey: inquiry.submissionKey })
    expect(await enter(newTrackingCode(inquiry.submissionKey))).toEqual({ status: 'unknown' })
    expect((await getTracked(payload, inquiry.submissionKey))?.code.replaceAll(' ', '')).toBe(earlier)
  })

  it('shows no internal note and no reason of a referral', async () => {
    const inquiry = await createInquiry(payload)
    const department = await payload.create({
      collection: 'departments',
      data: { name: 'التسجيل', slug: 'registration' },
      ...asSystem('test-setup'),
    })
    const add = async (type: 'noted' | 'referred', text: string) =>
      appendEvent({
        payload,
        clock: () => now,
        reason: 'work-inquiry',
        row: await rowOf(inquiry.submissionKey),
        event: { type, text, actor: { kind: 'system' }, department: department.id },
      })
    await add('noted', 'ملاحظة بيننا')
    await add('referred', 'سبب بيننا')
    const tracked = await getTracked(payload, inquiry.submissionKey)
    expect(tracked?.steps).toMatchObject([{ type: 'referred', department: 'التسجيل', text: null }])
    expect(JSON.stringify(tracked)).not.toContain('بيننا')
  })
})

describe('a reply', () => {
  const answer = (inquiry: Inquiry) =>
    appendEvent({
      payload,
      clock: () => now,
      reason: 'work-inquiry',
      row: inquiry,
      event: { type: 'answered', text: 'نعم، اكتمل.', actor: { kind: 'system' } },
    })
  const say = (inquiry: Inquiry, text: string, replyKey = randomToken()) =>
    reply({
      payload,
      clock: () => now,
      caseKey: inquiry.submissionKey,
      replyKey,
      text,
      files: [],
      removed: [],
      honeypot: '',
      clientAddress: 'owner',
    })

  it('reopens what was answered', async () => {
    const inquiry = await createInquiry(payload)
    await answer(inquiry)
    expect(await say(inquiry, 'بقي سؤال')).toEqual({ status: 'ok' })
    expect(await rowOf(inquiry.submissionKey)).toMatchObject({ status: 'open', isAnswerOwed: true })
  })

  it('posted twenty times at once is one event', async () => {
    const inquiry = await createInquiry(payload)
    const key = randomToken()
    const results = await Promise.all(Array.from({ length: 20 }, () => say(inquiry, 'إضافة', key)))
    expect(nonEmpty(results).every(({ status }) => status === 'ok')).toBe(true)
    expect((await getTracked(payload, inquiry.submissionKey))?.steps).toHaveLength(1)
    expect(await rowOf(inquiry.submissionKey)).toMatchObject({ isProjectionStale: false })
  })

  it('and others at the same moment all arrive', async () => {
    const inquiry = await createInquiry(payload)
    const results = await Promise.all(['أولى', 'ثانية', 'ثالثة'].map((text) => say(inquiry, text)))
    expect(results.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok'])
    expect((await getTracked(payload, inquiry.submissionKey))?.steps).toHaveLength(3)
  })
})

describe('a crash', () => {
  it('between claim and event holds others off for a minute and is then repaired', async () => {
    const inquiry = await createInquiry(payload)
    await payload.db.updateOne({
      collection: 'inquiries',
      where: { id: { equals: inquiry.id } },
      data: { seq: 1, isProjectionStale: true, claimedAt: now.toISOString(), status: 'answered' },
      options: { atomic: true },
    })
    const note = async () =>
      appendEvent({
        payload,
        clock: () => now,
        reason: 'work-inquiry',
        row: await rowOf(inquiry.submissionKey),
        event: { type: 'noted', text: 'ملاحظة', actor: { kind: 'system' } },
      })
    expect(await note()).toEqual({ status: 'conflict' })
    await repairProjections.run(payload, later(30_000))
    expect(await rowOf(inquiry.submissionKey)).toMatchObject({ isProjectionStale: true })
    await repairProjections.run(payload, later(61_000))
    expect(await rowOf(inquiry.submissionKey)).toMatchObject({ isProjectionStale: false, status: 'new', seq: 1 })
    expect(await note()).toMatchObject({ status: 'ok', seq: 2 })
  })
})

describe('mails', () => {
  const outbox = async (): Promise<ParsedMail[]> => {
    const folder = path.join(env().dataDir, 'outbox')
    const names = await readdir(folder).catch(() => [])
    return Promise.all(
      names
        .filter((name) => name.endsWith('.eml'))
        .map(async (name) => simpleParser(await readFile(path.join(folder, name)))),
    )
  }
  const drain = async () => {
    await acknowledge.run(payload, later(30 * 24 * HOUR))
    await mailAnswers.run(payload, later(30 * 24 * HOUR))
    await rm(path.join(env().dataDir, 'outbox'), { recursive: true, force: true })
  }

  it('confirm a submission once, though two runners look for work at once', async () => {
    await drain()
    const form = posted({ email: 'hind@example.org' })
    await submit(form)
    const sent = await Promise.all([acknowledge.run(payload, later(1000)), acknowledge.run(payload, later(1000))])
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1)
    const [mail, ...others] = await outbox()
    expect(others).toHaveLength(0)
    const seen = await getTracked(payload, form.submissionKey)
    // Plain spaces would turn the groups round in an Arabic sentence.
    const joined = (groups = '') => groups.replaceAll(' ', '\u00a0')
    expect(mail?.subject).toContain(joined(seen?.reference))
    expect(mail?.from?.text).toContain('جمعية الأم المبدعة')
    expect(mail?.text).toContain(joined(seen?.code))
    expect(mail?.to).toMatchObject({ text: 'hind@example.org' })
    const token = /\/ar\/track\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
    // The link in a mail has no end.
    expect(readTrackingToken(token, later(900 * 24 * HOUR))).toBe(form.submissionKey)
    expect(await rowOf(form.submissionKey)).toMatchObject({ mailState: 'sent', acknowledgedAt: expect.any(String) })
    expect(await acknowledge.run(payload, later(24 * HOUR))).toBe(0)
  })

  it('bring the answer, in the language that was asked for, signed as the association calls itself', async () => {
    await drain()
    const name = 'Creative Mothers of Riyadh'
    await payload.updateGlobal({ slug: 'association', locale: 'en', data: { name }, ...asSystem('test-setup') })
    const inquiry = await createInquiry(payload, { locale: 'en' })
    await appendEvent({
      payload,
      clock: () => now,
      reason: 'work-inquiry',
      row: inquiry,
      event: { type: 'answered', text: 'It is complete <b>now</b>.', actor: { kind: 'system' } },
    })
    const sent = await Promise.all([mailAnswers.run(payload, later(1000)), mailAnswers.run(payload, later(1000))])
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1)
    const [mail] = await outbox()
    expect(mail?.text).toContain('It is complete <b>now</b>.')
    expect(mail?.html).toContain('It is complete &#60;b&#62;now&#60;/b&#62;.')
    expect(mail?.text).toContain('/en/track/')
    expect(mail?.text?.trim().endsWith(name)).toBe(true)
    expect(mail?.from?.text).toContain(name)
  })

  it('go to a mail server when there is one, and wait for it when it is away', async () => {
    await drain()
    const received: ParsedMail[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        void simpleParser(stream).then((mail) => {
          received.push(mail)
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as { port: number }
    const settings = env()
    const form = posted({ email: 'hind@example.org' })
    await submit(form)
    try {
      settings.SMTP_URL = 'smtp://127.0.0.1:1'
      expect(await acknowledge.run(payload, later(1000))).toBe(0)
      expect(await rowOf(form.submissionKey)).toMatchObject({ mailState: 'due', mailAttempts: 1 })
      settings.SMTP_URL = `smtp://127.0.0.1:${port}`
      expect(await acknowledge.run(payload, later(2000))).toBe(0)
      expect(await acknowledge.run(payload, later(3 * MINUTE))).toBe(1)
    } finally {
      settings.SMTP_URL = ''
    }
    await new Promise<void>((resolve) => server.close(resolve))
    expect(received).toHaveLength(1)
    expect(received[0]?.messageId).toMatch(/^<[0-9a-f]{32}@/)
    expect(await outbox()).toHaveLength(0)
  })

  describe('from a server that', () => {
    /** What the server says of each address or message, and how many it was given. */
    const withServer = async (
      answers: { rcpt?: () => Error | undefined; data?: () => Error | undefined },
      use: (tried: { count: number }) => Promise<void>,
    ) => {
      await drain()
      const tried = { count: 0 }
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        onRcptTo: (_address, _session, done) => {
          tried.count += 1
          done(answers.rcpt?.())
        },
        onData: (stream, _session, done) => {
          stream.resume()
          stream.on('end', () => done(answers.data?.()))
        },
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const settings = env()
      settings.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
      try {
        await use(tried)
      } finally {
        settings.SMTP_URL = ''
        await new Promise<void>((resolve) => server.close(resolve))
      }
    }
    const answer = (code: number) => Object.assign(new Error('no'), { responseCode: code })
    const undelivered = async (inquiry: string) => {
      const { docs } = await payload.find({
        collection: 'inquiry-events',
        where: { and: [{ inquiry: { equals: inquiry } }, { type: { equals: 'undelivered' } }] },
        limit: 10,
        depth: 0,
        ...asSystem('test-setup'),
      })
      return docs.length
    }

    it('refuses the address for good are not tried again, and the case comes back into sight', async () => {
      await withServer({ rcpt: () => answer(550) }, async (tried) => {
        const form = posted({ email: 'nobody@example.org' })
        await submit(form)
        await acknowledge.run(payload, later(1000))
        await acknowledge.run(payload, later(24 * HOUR))
        const inquiry = await rowOf(form.submissionKey)
        expect(inquiry).toMatchObject({ mailState: 'refused', isUndelivered: true })
        expect(tried.count).toBe(1)
        expect(await undelivered(String(inquiry?.id))).toBe(1)
      })
    })

    it('refuses the message for good are given up too', async () => {
      await withServer({ data: () => answer(554) }, async (tried) => {
        const form = posted({ email: 'hind@example.org' })
        await submit(form)
        await acknowledge.run(payload, later(1000))
        await acknowledge.run(payload, later(24 * HOUR))
        expect(await rowOf(form.submissionKey)).toMatchObject({ mailState: 'refused', isUndelivered: true })
        expect(tried.count).toBe(1)
      })
    })

    it('is busy are tried again, and nothing is said of them meanwhile', async () => {
      let isBusy = true
      await withServer({ rcpt: () => (isBusy ? answer(450) : undefined) }, async () => {
        const form = posted({ email: 'hind@example.org' })
        await submit(form)
        await acknowledge.run(payload, later(1000))
        expect(await rowOf(form.submissionKey)).toMatchObject({
          mailState: 'due',
          mailAttempts: 1,
          isUndelivered: false,
        })
        isBusy = false
        expect(await acknowledge.run(payload, later(HOUR))).toBe(1)
      })
    })
  })

  it('are claimed by the clock at that moment, so that a slow round leaves no row for a second process', async () => {
    await drain()
    const form = posted({ email: 'hind@example.org' })
    await submit(form)
    const settings = env()
    settings.SMTP_URL = 'smtp://127.0.0.1:1'
    const muchLater = later(10 * MINUTE)
    try {
      await acknowledge.run(payload, later(1000), { clock: () => muchLater, keep: async () => true })
    } finally {
      settings.SMTP_URL = ''
    }
    const { mailNextAt } = (await rowOf(form.submissionKey)) ?? {}
    expect(Date.parse(String(mailNextAt))).toBeGreaterThan(muchLater.getTime())
  })

  it('are left to the process that has the lease by now', async () => {
    await drain()
    const form = posted({ email: 'hind@example.org' })
    await submit(form)
    const lost = { clock: () => later(1000), keep: async () => false }
    expect(await acknowledge.run(payload, later(1000), lost)).toBe(0)
    expect(await rowOf(form.submissionKey)).toMatchObject({ mailState: 'due', mailAttempts: 0 })
  })
})
