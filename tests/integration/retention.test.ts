import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { personalFields } from '@/features/inquiries/domain/personal-fields'
import { retentionMonths } from '@/features/site/server/retention'
import type { Inquiry, User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { eraseFromDisk } from '@/platform/erased-from-disk'
import { clearOutbox } from '@/platform/mail'
import { asSystem } from '@/platform/system-payload'
import { referenceFrom } from '@/shared/casework/domain/reference'
import { caseFiles } from '@/shared/casework/file-owner'
import { appendEvent } from '@/shared/casework/server/append-event'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import { answerAndClose } from '@/shared/casework/server/desk/close'
import { readCase } from '@/shared/casework/server/desk/read-case'
import { eraseJob } from '@/shared/casework/server/erase-job'
import { acknowledge, mailAnswers } from '@/shared/casework/server/mail-jobs'
import { decryptEventText, decryptPersonalFields, emailIndexOf } from '@/shared/casework/server/personal-fields'
import { findByCode } from '@/shared/casework/server/tracking'
import { newTrackingCode, trackingCodeHash } from '@/shared/casework/server/tracking-codes'
import { storeAttachments } from '@/shared/files/server/attachments'
import { createInquiry } from '../factories/inquiries'
import { empty } from '../setup/empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let officer: User
const now = new Date('2026-11-30T09:00:00.000Z')
const job = eraseJob(retentionMonths)
const test = asSystem('test-setup')

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  officer = await payload.create({
    collection: 'users',
    data: { name: 'ريم', email: 'reem@example.org', password: 'long-enough-for-a-test', roles: ['case-officer'] },
    ...test,
  })
})
afterAll(() => stop())
beforeEach(async () => {
  await empty(payload, 'attachments', 'inquiry-events', 'inquiries')
  rmSync(path.join(env().dataDir, 'attachments'), { recursive: true, force: true })
  await keep(12)
})

const pdf = new File([Buffer.from('%PDF-1.4\n%%EOF')], 'report.pdf', { type: 'application/pdf' })
const read = (id: string) => payload.findByID({ collection: 'inquiries', id, depth: 0, ...test })
const wordsOf = async (inquiry: string) => {
  const { docs } = await payload.find({
    collection: 'inquiry-events',
    where: { inquiry: { equals: inquiry } },
    sort: 'seq',
    limit: 10,
    depth: 0,
    ...test,
  })
  return docs.map(({ text }) => decryptEventText(text))
}
const keep = (months: number | null) =>
  payload.updateGlobal({ slug: 'association', data: { retentionMonths: months }, ...test })
const filesOnDisk = () => {
  const folder = path.join(env().dataDir, 'attachments')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).length
    : 0
}
const workOn = (inquiry: Inquiry, at: string) => ({
  payload,
  clock: () => new Date(at),
  user: officer,
  caseId: inquiry.id,
  seq: 0,
  submissionKey: randomToken(),
})

/** Received, answered and closed on one day, with a file. */
async function closedOn(at: string): Promise<Inquiry> {
  const inquiry = await createInquiry(payload, { receivedAt: at })
  await storeAttachments(payload, {
    owner: caseFiles,
    submissionKey: inquiry.submissionKey,
    files: [pdf],
    now: new Date(at),
  })
  const done = await answerAndClose(workOn(inquiry, at), { text: 'نعم، اكتمل.' })
  expect(done).toMatchObject({ status: 'ok', isClosed: true })
  return inquiry
}

/** Every file under the data folder that holds one of these words. */
function filesWith(words: readonly string[]): string[] {
  return readdirSync(env().dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file)
      return words.some((word) => bytes.includes(word))
    })
}

describe('what is over for longer than the association keeps it', () => {
  it('stays while no period is set', async () => {
    await keep(null)
    const old = await closedOn('2020-01-05T09:00:00.000Z')
    expect(await retentionMonths(payload)).toBeNull()
    expect(await job.run(payload, now)).toBe(0)
    expect(decryptPersonalFields(personalFields, await read(old.id)).name).toBe('هند')
  })

  it('is erased with its words, files and contacts, and what figures need remains', async () => {
    await closedOn('2020-01-05T09:00:00.000Z')
    const young = await closedOn('2025-12-01T09:00:00.000Z')
    const unanswered = await createInquiry(payload, { receivedAt: '2021-01-05T09:00:00.000Z' })
    expect(filesOnDisk()).toBe(2)
    expect(await job.run(payload, now)).toBe(1)

    const { docs } = await payload.find({ collection: 'inquiries', limit: 10, depth: 0, ...test })
    const erased = docs.find(({ erasedAt }) => erasedAt)
    expect(erased).toMatchObject({
      kind: 'question',
      channel: 'website',
      status: 'closed',
      phoneIndex: null,
      emailIndex: null,
    })
    expect(erased && decryptPersonalFields(personalFields, erased)).toEqual({
      subject: '',
      message: '',
      name: null,
      phone: null,
      email: null,
    })
    expect(await wordsOf(erased?.id ?? '')).toEqual([null, null])
    expect(filesOnDisk()).toBe(1)
    expect((await payload.count({ collection: 'attachments', ...test })).totalDocs).toBe(1)

    expect((await read(unanswered.id)).erasedAt ?? null).toBeNull()
    expect(decryptPersonalFields(personalFields, await read(young.id)).name).toBe('هند')
    expect(await wordsOf(young.id)).toContain('نعم، اكتمل.')
    expect(await job.run(payload, now)).toBe(0)
  })

  it('is found by nobody any more, and staff read that it was erased but do nothing with it', async () => {
    const person = await createInquiry(payload, { receivedAt: '2022-01-05T09:00:00.000Z', email: 'sara@example.org' })
    const code = newTrackingCode(person.submissionKey)
    const reference = referenceFrom('20220105')
    await payload.db.updateOne({
      collection: 'inquiries',
      where: { id: { equals: person.id } },
      data: { codeHash: trackingCodeHash(code), reference },
    })
    await addMessage(workOn(person, '2022-01-06T09:00:00.000Z'), { type: 'answered', text: 'أهلًا' })
    const find = () => findByCode({ payload, typed: { reference, code }, clientAddress: '192.0.2.1' })
    expect((await find()).status).toBe('ok')
    expect(await job.run(payload, now)).toBe(1)

    expect((await find()).status).toBe('unknown')
    const where = { emailIndex: { equals: emailIndexOf('sara@example.org') } }
    expect((await payload.count({ collection: 'inquiries', where, ...test })).totalDocs).toBe(0)
    const folder = await readCase({ payload, user: officer, id: person.id, locale: 'ar', now })
    expect(folder).toMatchObject({ subject: '', message: '', steps: [] })
    const again = { ...workOn(person, now.toISOString()), seq: folder?.seq ?? 0 }
    expect(await addMessage(again, { type: 'reopened', text: 'من جديد' })).toEqual({ status: 'forbidden' })
  })

  it('goes on where a crash stopped it', async () => {
    const half = await closedOn('2019-01-05T09:00:00.000Z')
    await payload.db.updateOne({
      collection: 'inquiry-events',
      where: { inquiry: { equals: half.id } },
      data: { text: null },
    })
    expect(await job.run(payload, now)).toBe(1)
    expect(decryptPersonalFields(personalFields, await read(half.id)).message).toBe('')
    expect(filesOnDisk()).toBe(0)
  })
})

describe('erasing', () => {
  it('keeps what got a new step since it was found, and takes no step once it has begun', async () => {
    const inquiry = await closedOn('2019-03-05T09:00:00.000Z')
    const find = payload.find.bind(payload)
    // The person writes in the moment between the search and the erasure.
    const spied = vi.spyOn(payload, 'find').mockImplementation(async (options) => {
      const found = await find(options)
      if (options.collection === 'inquiries' && found.docs.some(({ id }) => id === inquiry.id)) {
        spied.mockRestore()
        await appendEvent({
          payload,
          clock: () => now,
          reason: 'track-inquiry',
          row: await read(inquiry.id),
          event: { type: 'reopened', actor: { kind: 'person' }, text: 'عندي سؤال آخر' },
        })
      }
      return found
    })
    await job.run(payload, now)
    expect(await read(inquiry.id)).toMatchObject({ status: 'open' })
    expect(await wordsOf(inquiry.id)).toContain('عندي سؤال آخر')

    const over = await closedOn('2019-03-06T09:00:00.000Z')
    await payload.db.updateOne({
      collection: 'inquiries',
      where: { id: { equals: over.id } },
      data: { erasureStartedAt: now.toISOString() },
    })
    const reopening = await appendEvent({
      payload,
      clock: () => now,
      reason: 'track-inquiry',
      row: await read(over.id),
      event: { type: 'reopened', actor: { kind: 'person' }, text: 'متأخر' },
    })
    expect(reopening).toEqual({ status: 'refused', reason: 'erased' })
    // A round that was killed after it had begun is ended by the next one.
    await job.run(payload, now)
    expect((await read(over.id)).erasedAt).toBe(now.toISOString())
  })

  it.runIf(env().databaseKind === 'sqlite')(
    'leaves no byte of the person under the data folder, outbox and database log included',
    async () => {
      await keep(12)
      const email = `erased-${randomToken(6)}@example.org`.toLowerCase()
      const inquiry = await createInquiry(payload, {
        receivedAt: '2019-04-05T09:00:00.000Z',
        message: `رسالة ${randomToken(8)}`,
        email,
        phone: '+966509876543',
        mailState: 'due',
      })
      await payload.db.updateOne({
        collection: 'inquiries',
        where: { id: { equals: inquiry.id } },
        data: { mailNextAt: '2019-04-05T09:00:00.000Z' },
      })
      await storeAttachments(payload, { owner: caseFiles, submissionKey: inquiry.submissionKey, files: [pdf], now })
      await acknowledge.run(payload, new Date('2019-04-05T10:00:00.000Z'))
      const at = '2019-04-06T09:00:00.000Z'
      expect(await answerAndClose(workOn(inquiry, at), { text: 'نعم، اكتمل.' })).toMatchObject({ status: 'ok' })
      await mailAnswers.run(payload, new Date(at))
      const { docs: events } = await payload.find({
        collection: 'inquiry-events',
        where: { inquiry: { equals: inquiry.id } },
        limit: 20,
        depth: 0,
        ...test,
      })
      const row = await read(inquiry.id)
      const traces = [
        email,
        ...[row.subject, row.message, row.name, row.phone, row.email, row.phoneIndex, row.emailIndex, row.codeHash].map(
          String,
        ),
        row.submissionKey,
        ...events.flatMap(({ text }) => (text ? [text] : [])),
      ]
      expect(filesWith([email]).some((file) => file.endsWith('.eml'))).toBe(true)
      expect(filesWith(traces).length).toBeGreaterThan(1)

      expect(await job.run(payload, now)).toBeGreaterThan(0)
      await eraseFromDisk.run(payload, now)
      expect(traces.filter((trace) => filesWith([trace]).length > 0)).toEqual([])
    },
  )

  it('takes mails out of the outbox that nobody fetched for a month, and parts of killed ones sooner', async () => {
    const outbox = path.join(env().dataDir, 'outbox')
    mkdirSync(outbox, { recursive: true })
    const ages = { 'old.eml': 31 * 24, 'young.eml': 29 * 24, 'part.eml.x.part': 2, 'writing.eml.x.part': 0 }
    for (const [name, hours] of Object.entries(ages)) {
      const file = path.join(outbox, name)
      writeFileSync(file, 'mail')
      const time = new Date(now.getTime() - hours * 3_600_000)
      utimesSync(file, time, time)
    }
    await clearOutbox(now)
    expect(Object.keys(ages).filter((name) => existsSync(path.join(outbox, name)))).toEqual([
      'young.eml',
      'writing.eml.x.part',
    ])
  })
})
