import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inquiry } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { type AppendEventResult, appendEvent, type EventToAppend } from '@/shared/casework/server/append-event'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
})
afterAll(() => stop())

const clock = () => new Date('2026-11-23T09:00:00Z')
const read = (id: string) => payload.findByID({ collection: 'inquiries', id, depth: 0, ...asSystem('test-setup') })
const append = async (inquiry: Inquiry, event: Partial<EventToAppend> & Pick<EventToAppend, 'type'>) =>
  appendEvent({
    payload,
    clock,
    reason: 'work-inquiry',
    row: await read(inquiry.id),
    event: { actor: { kind: 'system' }, ...event },
  })
const eventsOf = async (id: string) =>
  (
    await payload.find({
      collection: 'inquiry-events',
      where: { inquiry: { equals: id } },
      sort: 'seq',
      limit: 100,
      depth: 0,
      ...asSystem('test-setup'),
    })
  ).docs

describe('the timeline', () => {
  it('moves the status with what happens', async () => {
    const inquiry = await createInquiry(payload)
    expect(inquiry).toMatchObject({ status: 'new', isAnswerOwed: true, dueAt: '2026-11-25T13:00:00.000Z' })
    await append(inquiry, { type: 'asked', text: 'ما رقم الطلب؟' })
    expect(await read(inquiry.id)).toMatchObject({ status: 'waiting', isWaitingOnPerson: true })
    await append(inquiry, { type: 'added', text: '12', actor: { kind: 'person' } })
    expect(await read(inquiry.id)).toMatchObject({ status: 'open', isWaitingOnPerson: false })
    await append(inquiry, { type: 'answered', text: 'نعم' })
    expect(await read(inquiry.id)).toMatchObject({ status: 'answered', answeredAt: clock().toISOString() })
    await append(inquiry, { type: 'closed' })
    expect(await read(inquiry.id)).toMatchObject({ status: 'closed', seq: 4, isProjectionStale: false })
  })

  it('lets exactly one of many who act on the same state through', async () => {
    const inquiry = await createInquiry(payload)
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        appendEvent({
          payload,
          clock,
          reason: 'work-inquiry',
          row: inquiry,
          event: { type: 'noted', text: `ملاحظة ${index}`, actor: { kind: 'system' } },
        }),
      ),
    )
    const count = (status: AppendEventResult['status']) => results.filter((result) => result.status === status).length
    expect(count('ok')).toBe(1)
    expect(count('conflict')).toBe(7)
    expect(await eventsOf(inquiry.id)).toHaveLength(1)
  })

  it('stores no word of an event in plain text', async () => {
    const inquiry = await createInquiry(payload)
    await append(inquiry, { type: 'noted', text: 'سر لا يقرؤه غيرنا' })
    expect(JSON.stringify(await eventsOf(inquiry.id))).not.toContain('سر')
  })

  it('marks answers and questions for the mail, where there is an address', async () => {
    const withMail = await createInquiry(payload)
    await append(withMail, { type: 'answered', text: 'نعم' })
    await append(withMail, { type: 'noted', text: 'سرية' })
    expect((await eventsOf(withMail.id)).map(({ mailState }) => mailState)).toEqual(['due', 'none'])
    const without = await createInquiry(payload, { email: null })
    await append(without, { type: 'answered', text: 'نعم' })
    expect((await eventsOf(without.id)).map(({ mailState }) => mailState)).toEqual(['none'])
  })
})

describe('no inquiry closes without an answer', () => {
  it('through the use case', async () => {
    const inquiry = await createInquiry(payload)
    expect(await append(inquiry, { type: 'closed' })).toEqual({ status: 'refused', reason: 'answerMissing' })
    expect(await read(inquiry.id)).toMatchObject({ status: 'new', seq: 0, isProjectionStale: false })
  })

  it('through the Local API as the system', async () => {
    const inquiry = await createInquiry(payload)
    await expect(
      payload.create({
        collection: 'inquiry-events',
        data: {
          inquiry: inquiry.id,
          seq: 1,
          key: 'free',
          type: 'closed',
          at: clock().toISOString(),
          actorKind: 'system',
          submissionKey: 'k',
          mailState: 'none',
          mailAttempts: 0,
        },
        ...asSystem('test-setup'),
      }),
    ).rejects.toThrow(/answerMissing/)
    expect(await eventsOf(inquiry.id)).toHaveLength(0)
  })

  it('by setting its status by hand, at creation or later', async () => {
    const { id: _, ...row } = await createInquiry(payload)
    const keys = { submissionKey: randomToken(), dedupeKey: randomToken(), proof: randomToken() }
    const inquiry = await payload.create({
      collection: 'inquiries',
      data: { ...row, ...keys, reference: '123456789', status: 'closed' },
      ...asSystem('test-setup'),
    })
    expect(inquiry.status).toBe('new')
    await expect(
      payload.update({
        collection: 'inquiries',
        id: inquiry.id,
        data: { status: 'closed' },
        ...asSystem('test-setup'),
      }),
    ).rejects.toThrow(/never rewritten/)
    expect((await read(inquiry.id)).status).toBe('new')
  })

  it('after a reply that came while it was being closed', async () => {
    const inquiry = await createInquiry(payload)
    await append(inquiry, { type: 'answered', text: 'نعم' })
    const seen = await read(inquiry.id)
    await append(inquiry, { type: 'reopened', text: 'بقي سؤال', actor: { kind: 'person' } })
    expect(
      await appendEvent({
        payload,
        clock,
        reason: 'work-inquiry',
        row: seen,
        event: { type: 'closed', actor: { kind: 'system' } },
      }),
    ).toEqual({ status: 'conflict' })
    expect((await read(inquiry.id)).status).toBe('open')
  })
})

describe('what was sent and what happened', () => {
  it('is rewritten by nobody', async () => {
    const inquiry = await createInquiry(payload)
    await append(inquiry, { type: 'noted', text: 'ملاحظة' })
    const [event] = await eventsOf(inquiry.id)
    await expect(
      payload.update({
        collection: 'inquiries',
        where: { id: { equals: inquiry.id } },
        data: { message: inquiry.subject },
        ...asSystem('test-setup'),
      }),
    ).resolves.toMatchObject({ docs: [], errors: [{ id: inquiry.id }] })
    await expect(
      payload.update({
        collection: 'inquiry-events',
        id: String(event?.id),
        data: { type: 'answered' },
        ...asSystem('test-setup'),
      }),
    ).rejects.toThrow(/never rewritten/)
    expect((await read(inquiry.id)).message).toBe(inquiry.message)
  })

  it('is deleted by nobody', async () => {
    const inquiry = await createInquiry(payload)
    await append(inquiry, { type: 'noted', text: 'ملاحظة' })
    const [event] = await eventsOf(inquiry.id)
    await expect(
      payload.delete({ collection: 'inquiry-events', id: String(event?.id), ...asSystem('test-setup') }),
    ).rejects.toThrow(/never deleted/)
    await expect(
      payload.delete({ collection: 'inquiries', id: inquiry.id, ...asSystem('test-setup') }),
    ).rejects.toThrow(/never deleted/)
  })

  it('is never stored in plain text, whoever writes it', async () => {
    const inquiry = await createInquiry(payload)
    const { id: _, ...row } = inquiry
    await expect(
      payload.create({ collection: 'inquiries', data: { ...row, message: 'نص صريح' }, ...asSystem('test-setup') }),
    ).rejects.toThrow(/نص الطلب/)
  })
})
