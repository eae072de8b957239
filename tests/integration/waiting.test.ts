import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Inquiry } from '@/payload-types'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { appendEvent } from '@/shared/casework/server/append-event'
import { caseStats } from '@/shared/casework/server/case-stats'
import { followUpJob } from '@/shared/casework/server/follow-up-job'
import { mailAnswers } from '@/shared/casework/server/mail-jobs'
import { reply } from '@/shared/casework/server/reply'
import { findCaseByKey, getTracked } from '@/shared/casework/server/tracking'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'

const test = asSystem('test-setup')
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+03:00`)
let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
}, 60_000)
afterAll(() => stop())
const outbox = () => path.join(env().dataDir, 'outbox')
beforeEach(async () => {
  await payload.updateGlobal({
    slug: 'association',
    data: { waiting: { firstReminder: 3, secondReminder: 7, closing: 14 } },
    ...test,
  })
  await rm(outbox(), { recursive: true, force: true })
})

const mails = async (): Promise<ParsedMail[]> => {
  const names = await readdir(outbox()).catch(() => [])
  return Promise.all(names.map(async (name) => simpleParser(await readFile(path.join(outbox(), name)))))
}
const rowOf = async ({ submissionKey }: Inquiry) =>
  (await findCaseByKey(payload, submissionKey)) ?? expect.fail('the case is gone')
const typesOf = async ({ submissionKey }: Inquiry) =>
  ((await getTracked(payload, submissionKey))?.steps ?? []).map(({ type }) => type)

/** A case in which we asked on Sunday 22 November 2026. */
async function ask(given: Parameters<typeof createInquiry>[1] = {}): Promise<Inquiry> {
  const inquiry = await createInquiry(payload, { receivedAt: at('2026-11-22 09:00').toISOString(), ...given })
  const event = { type: 'asked', text: 'ما رقم الطلب؟', actor: { kind: 'system' } } as const
  await appendEvent({ payload, clock: () => at('2026-11-22 10:00'), reason: 'work-inquiry', row: inquiry, event })
  return inquiry
}
/** Follow-ups and mails of a moment, twice over, as after a process that died between them. */
async function rounds(moment: string) {
  const now = at(moment)
  await Promise.all([followUpJob.run(payload, now), followUpJob.run(payload, now)])
  await followUpJob.run(payload, now)
  await Promise.all([mailAnswers.run(payload, now), mailAnswers.run(payload, now)])
}
const say = (inquiry: Inquiry, text: string, moment: string) =>
  reply({
    payload,
    clock: () => at(moment),
    caseKey: inquiry.submissionKey,
    replyKey: `${inquiry.id}${text}`,
    text,
    files: [],
    kept: [],
    removed: [],
    honeypot: '',
    clientAddress: '192.0.2.9',
  })

describe('waiting for a person', () => {
  it('reminds twice and then closes, each once and by mail, and counts it apart', async () => {
    const month = { from: at('2026-11-22 09:00'), until: at('2026-11-22 09:01') }
    const before = await caseStats(payload, month)
    const inquiry = await ask({ locale: 'en' })
    await rounds('2026-11-22 11:00')
    expect((await getTracked(payload, inquiry.submissionKey))?.closesAt).toEqual(at('2026-12-10 16:00'))
    expect(await typesOf(inquiry)).toEqual(['asked'])
    await rm(outbox(), { recursive: true, force: true })

    await rounds('2026-11-25 16:00')
    const [reminder, ...more] = await mails()
    expect(more).toEqual([])
    expect(reminder?.subject).toContain('A reminder of our question')
    expect(reminder?.text).toContain('ما رقم الطلب؟')
    expect(reminder?.text).toContain('Thursday 10 December 2026')
    expect(reminder?.text).toContain('/en/track/')

    await rounds('2026-12-01 16:00')
    await rounds('2026-12-10 15:59')
    expect(await typesOf(inquiry)).toEqual(['asked', 'reminded', 'reminded'])
    await rm(outbox(), { recursive: true, force: true })
    await rounds('2026-12-10 16:00')
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('was closed without a reply'),
    ])
    expect(await typesOf(inquiry)).toEqual(['asked', 'reminded', 'reminded', 'closed'])
    expect(await rowOf(inquiry)).toMatchObject({ status: 'closed', outcome: 'noReply', isAnswerOwed: false })
    const stats = await caseStats(payload, month)
    expect([
      stats.received - before.received,
      stats.answered - before.answered,
      stats.noReply - before.noReply,
    ]).toEqual([1, 0, 1])

    expect(await say(inquiry, 'رقمه 12', '2026-12-13 09:00')).toEqual({ status: 'ok' })
    expect(await rowOf(inquiry)).toMatchObject({ status: 'open', outcome: null, isAnswerOwed: true })
    expect((await rowOf(inquiry)).dueAt).toBe(at('2026-12-16 16:00').toISOString())
  })

  it('ends with the reply, and a mail that was due for a reminder is not sent after it', async () => {
    const inquiry = await ask()
    await mailAnswers.run(payload, at('2026-11-22 11:00'))
    await followUpJob.run(payload, at('2026-11-25 16:00'))
    await say(inquiry, 'رقمه 13', '2026-11-25 16:01')
    await rm(outbox(), { recursive: true, force: true })
    await mailAnswers.run(payload, at('2026-11-25 16:02'))
    expect(await mails()).toEqual([])
    await rounds('2027-01-20 12:00')
    expect(await typesOf(inquiry)).toEqual(['asked', 'reminded', 'added'])
  })

  it('reminds nobody who left no address, and closes on the day that the page says', async () => {
    const inquiry = await ask({ email: null })
    await rounds('2026-12-02 12:00')
    expect(await typesOf(inquiry)).toEqual(['asked'])
    await rounds('2026-12-10 16:00')
    expect(await typesOf(inquiry)).toEqual(['asked', 'closed'])
  })

  it('holds to the days that were set when it was asked; 0 is never', async () => {
    const earlier = await ask({ email: null })
    await payload.updateGlobal({
      slug: 'association',
      data: { waiting: { firstReminder: 0, secondReminder: 0, closing: 0 } },
      ...test,
    })
    const never = await ask()
    await rounds('2027-02-01 12:00')
    expect(await typesOf(earlier)).toEqual(['asked', 'closed'])
    expect(await typesOf(never)).toEqual(['asked'])
    expect((await getTracked(payload, never.submissionKey))?.closesAt).toBeNull()
  })

  it('refuses a closing before the last reminder', async () => {
    const save = payload.updateGlobal({
      slug: 'association',
      data: { waiting: { firstReminder: 3, secondReminder: 7, closing: 7 } },
      ...test,
    })
    await expect(save).rejects.toMatchObject({ data: { errors: [{ path: 'waiting.closing' }] } })
  })
})
