import type { CollectionSlug, Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personalFields } from '@/features/inquiries/domain/personal-fields'
import { postInquiry } from '@/features/inquiries/server/forms'
import { type PostedRecord, recordInquiry } from '@/features/inquiries/server/record-inquiry'
import type { Inquiry, InquiryEvent, User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import { readReceiptToken, trackingToken } from '@/shared/casework/server/links'
import { decryptEventText, decryptPersonalFields } from '@/shared/casework/server/personal-fields'
import { getTracked } from '@/shared/casework/server/tracking'
import { postReply } from '@/shared/casework/server/tracking-forms'
import { attachmentsOf } from '@/shared/files/server/attachment-rows'
import { readAttachment } from '@/shared/files/server/attachments'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'
import { type Fields, formOf, newAddress } from '../setup/posted-form'

/** One rule for every form that is stored (src/shared/intake/submission.ts), tried as a browser posts. */

let payload: Payload
let stop: () => Promise<void>
let officer: User
const test = asSystem('test-setup')
const now = new Date()

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const created = await payload.create({
    collection: 'users',
    data: { name: 'نورة', email: 'noura@example.org', password: 'four words to remember', roles: ['case-officer'] },
    ...test,
  })
  officer = { ...created, collection: 'users' }
}, 60_000)
afterAll(() => stop())

const all = async <Row>(collection: CollectionSlug): Promise<Row[]> =>
  (await payload.find({ collection, limit: 2000, pagination: false, depth: 0, ...test })).docs as Row[]

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = (tail: string) => new File([png, tail], `${tail}.png`)

let telephones = 0
const newTelephone = () => `055${String(1_000_000 + ++telephones)}`

const inquiryFields = (more: Fields = {}): Fields => ({
  kind: 'question',
  service: '',
  subject: 'عن التسجيل',
  message: 'متى يبدأ التسجيل؟',
  name: 'هند',
  phone: newTelephone(),
  email: '',
  replyChannel: 'tracking',
  replyLocale: 'ar',
  consent: 'yes',
  kept: '',
  submissionKey: randomToken(),
  ...more,
})

const services = async () => [
  { id: 'service-a', slug: 'a' },
  { id: 'service-b', slug: 'b' },
]

async function sendInquiry(fields: Fields, { address = newAddress(), agent = 'a browser' } = {}) {
  const result = await postInquiry(formOf(fields), {
    clientAddress: address,
    clientAgent: agent,
    targetDaysOf: () => null,
    services: async () => (fields.service ? await publishedServices() : await services()),
    suggest: async (text) => [{ href: '/ar/services/a', title: text, text: '', lang: 'ar' }],
  })
  return result.status === 'ok'
    ? { key: String(readReceiptToken(result.token, new Date())?.submissionKey), state: null }
    : { key: null, state: result.state }
}

/** Relations must lead somewhere. */
let published: { id: string; slug: string }[] | null = null
async function publishedServices() {
  published ??= await Promise.all(
    ['a', 'b'].map(async (slug) => {
      const { id } = await payload.create({
        collection: 'services',
        draft: true,
        data: { slug: `offered-${slug}`, title: slug, _status: 'draft' } as never,
        ...test,
      })
      return { id, slug }
    }),
  )
  return published
}

const inquiriesOf = async (keys: readonly (string | null)[]) =>
  (await all<Inquiry>('inquiries')).filter(({ submissionKey }) => keys.includes(submissionKey))

const namesOf = async (key: string | null) => (await getTracked(payload, String(key)))?.attachments.toSorted()

describe('an inquiry', () => {
  it('is not sent by asking what the site says, and comes back with all that was typed', async () => {
    const fields = inquiryFields({ look: 'yes', name: '', attachments: [picture('kept')] })
    const { key, state } = await sendInquiry(fields)
    expect(key).toBeNull()
    const { subject, message } = fields
    expect(state).toMatchObject({
      outcome: 'looked',
      errors: {},
      values: { subject, message },
      kept: [{ name: 'kept.png' }],
      suggestions: [{ title: `${subject} ${message}` }],
    })
    expect(await inquiriesOf([String(fields.submissionKey)])).toEqual([])
    const sent = await sendInquiry(
      inquiryFields({ submissionKey: String(fields.submissionKey), kept: String(state?.kept[0]?.id) }),
    )
    expect(sent.key).toBe(fields.submissionKey)
    expect(await namesOf(sent.key)).toEqual(['kept.png'])
    const corrected = await sendInquiry(inquiryFields({ name: '' }))
    expect(corrected.state).toMatchObject({ outcome: 'invalid', suggestions: [{ lang: 'ar' }] })
  })

  it('is the first one again when the same form says the same, also at once', async () => {
    const fields = inquiryFields({ attachments: [picture('one')] })
    const results = [
      ...(await Promise.all(Array.from({ length: 5 }, () => sendInquiry(fields)))),
      await sendInquiry(fields),
    ]
    expect(new Set(results.map(({ key }) => key)).size).toBe(1)
    expect(await inquiriesOf([results[0]?.key ?? ''])).toHaveLength(1)
    expect(await namesOf(results[0]?.key ?? null)).toEqual(['one.png'])
  })

  it.each<[string, Fields]>([
    ['the words', { message: 'متى ينتهي التسجيل؟' }],
    ['the subject', { subject: 'عن الدورة' }],
    ['the kind', { kind: 'complaint' }],
    ['the service', { service: 'b' }],
    ['the way of the reply', { replyChannel: 'phone' }],
    ['the language of the reply', { replyLocale: 'en' }],
    ['the name', { name: 'نورة' }],
    ['the telephone', { phone: '0559999999' }],
    ['an address for mail', { email: 'hind@example.org' }],
    ['whether a name is given', { isAnonymous: 'yes' }],
    ['whether it is sensitive', { isSensitive: 'yes' }],
    ['a file', { attachments: [picture('other')] }],
    ['one file more', { attachments: [picture('first'), picture('second')] }],
    ['no file', { attachments: [] }],
  ])('is another one under the same key when it differs in %s, and each is whole', async (_, change) => {
    const first = inquiryFields({ service: 'a', attachments: [picture('first')] })
    const second = { ...first, ...change }
    const [one, two] = [await sendInquiry(first), await sendInquiry(second)]
    expect(two.key).not.toBe(one.key)
    expect(await inquiriesOf([one.key, two.key])).toHaveLength(2)
    expect(await namesOf(one.key)).toEqual(['first.png'])
    const files = (second.attachments ?? []) as File[]
    expect(await namesOf(two.key)).toEqual(files.map(({ name }) => name).toSorted())
    expect((await sendInquiry(second)).key, 'the second one again').toBe(two.key)
    expect((await sendInquiry(first)).key, 'the first one again').toBe(one.key)
  })

  it('is each one of many different ones that race under one key', async () => {
    const base = inquiryFields()
    const messages = Array.from({ length: 8 }, (_, index) => `رسالة ${index}`)
    const results = await Promise.all(
      messages.map((message, index) => sendInquiry({ ...base, message, attachments: [picture(String(index))] })),
    )
    const rows = await inquiriesOf(results.map(({ key }) => key))
    expect(rows.map((row) => decryptPersonalFields(personalFields, row).message).toSorted()).toEqual(
      messages.toSorted(),
    )
    for (const [index, { key }] of results.entries()) expect(await namesOf(key)).toEqual([`${index}.png`])
  })

  it('keeps the files of a refused form for what is sent from it first, and for what is sent from it again', async () => {
    const errory = await sendInquiry(inquiryFields({ subject: '', attachments: [picture('kept')] }))
    const { state } = errory
    if (!state) throw new Error('it was taken')
    const kept = state.kept.map(({ id }) => id).join(' ')
    const corrected = inquiryFields({ submissionKey: String(state.submissionKey), kept })
    const first = await sendInquiry(corrected)
    // Back to the corrected form, and something else is written there.
    const second = await sendInquiry({ ...corrected, message: 'وبقي سؤال آخر' })
    expect(second.key).not.toBe(first.key)
    for (const { key } of [first, second]) expect(await namesOf(key)).toEqual(['kept.png'])
    const [copy] = await attachmentsOf(payload, String(second.key), 'test-setup')
    if (!copy) throw new Error('no copy')
    expect((await readAttachment(copy)).toString()).toBe(Buffer.concat([png, Buffer.from('kept')]).toString())
    // Taken out of the second, it stays with the first.
    const third = await sendInquiry({ ...corrected, message: 'بلا ملف', removeAttachment: kept })
    expect(await namesOf(third.key)).toEqual([])
    expect(await namesOf(first.key)).toEqual(['kept.png'])
  })

  it('has no file that its form did not show: of a try whose answer was lost, or of another tab', async () => {
    const fields = inquiryFields({ subject: '' })
    await sendInquiry({ ...fields, attachments: [picture('lost')] })
    const sent = await sendInquiry({ ...fields, subject: 'عن التسجيل', attachments: [picture('chosen')] })
    expect(await namesOf(sent.key)).toEqual(['chosen.png'])
  })

  it('of a form without a key is one for a sender who presses twice, and two for two senders', async () => {
    const { submissionKey: _, ...fields } = inquiryFields({ isAnonymous: 'yes' })
    const address = newAddress()
    const first = await sendInquiry(fields, { address })
    expect((await sendInquiry(fields, { address })).key).toBe(first.key)
    expect((await sendInquiry(fields, { address, agent: 'another browser' })).key).not.toBe(first.key)
    expect((await sendInquiry(fields)).key).not.toBe(first.key)
    expect((await sendInquiry({ ...fields, replyLocale: 'en' }, { address })).key).not.toBe(first.key)
  })
})

describe('a reply', () => {
  const send = async (inquiry: Inquiry, fields: Fields) =>
    postReply(formOf({ token: trackingToken(inquiry, { end: 'none' }), kept: '', ...fields }), newAddress())
  const repliesOf = async (inquiry: Inquiry) =>
    (await all<InquiryEvent>('inquiry-events')).filter((event) => event.inquiry === inquiry.id)

  it('is one for the same words and files, and another one for other words or files', async () => {
    const inquiry = await createInquiry(payload)
    const submissionKey = randomToken()
    const first = { submissionKey, reply: 'الأول', attachments: [picture('one')] }
    const others = [
      { ...first, reply: 'الثاني' },
      { ...first, attachments: [picture('two')] },
      { ...first, attachments: [] },
    ]
    for (const fields of [first, first, ...others, ...others]) {
      expect(await send(inquiry, fields)).toMatchObject({ status: 'ok' })
    }
    const events = await repliesOf(inquiry)
    expect(events.map(({ text }) => decryptEventText(text))).toEqual(['الأول', 'الثاني', 'الأول', 'الأول'])
    const names = await Promise.all(
      events.map(async (event) => (await attachmentsOf(payload, event.submissionKey, 'test-setup')).length),
    )
    expect(names).toEqual([1, 1, 1, 0])
  })

  it('arrives with each of many different words that race under one key', async () => {
    const inquiry = await createInquiry(payload)
    const submissionKey = randomToken()
    const texts = ['أ', 'ب', 'ج']
    await Promise.all([...texts, ...texts].map((reply) => send(inquiry, { submissionKey, reply })))
    expect((await repliesOf(inquiry)).map(({ text }) => decryptEventText(text)).toSorted()).toEqual(texts)
  })
})

describe('staff', () => {
  it('take one step for the same form, and another one for what was changed before it was sent again', async () => {
    const inquiry = await createInquiry(payload)
    const work = { payload, clock: () => now, user: officer, caseId: inquiry.id, seq: 0, submissionKey: randomToken() }
    for (const text of ['اتصلت', 'اتصلت', 'اتصلت ولم تُجب', 'اتصلت ولم تُجب']) {
      expect(await addMessage(work, { type: 'noted', text })).toMatchObject({ status: 'ok' })
    }
    const events = (await all<InquiryEvent>('inquiry-events')).filter((event) => event.inquiry === inquiry.id)
    expect(events.map(({ text }) => decryptEventText(text))).toEqual(['اتصلت', 'اتصلت ولم تُجب'])
  })

  it('record one inquiry for the same form, and another one for other words', async () => {
    const { attachments: _, ...fields } = inquiryFields()
    const posted = (message: string): PostedRecord => ({
      channel: 'telephone',
      consentForm: 'spoken',
      receivedOn: '',
      answer: '',
      inquiry: {
        values: {
          ...(fields as unknown as PostedRecord['inquiry']['values']),
          message,
          isAnonymous: false,
          consent: false,
        },
        submissionKey: String(fields.submissionKey),
        files: [],
        removed: [],
        proof: '',
        honeypot: '',
      },
    })
    // The link of a slip is sealed: two of them differ in every byte.
    const record = async (message: string) => {
      const result = await recordInquiry({ payload, clock: () => now, user: officer, posted: posted(message) })
      return result.status === 'ok' ? { ...result, slip: null } : result
    }
    const [one, again, two] = [await record('الأولى'), await record('الأولى'), await record('الثانية')]
    expect(one).toMatchObject({ status: 'ok' })
    expect(again).toEqual(one)
    expect(two).toMatchObject({ status: 'ok' })
    expect(two).not.toEqual(one)
  })
})
