import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { referenceFrom } from '@/features/inquiries/domain/reference'
import { storeAttachments } from '@/features/inquiries/server/attachments'
import { eraseSweep } from '@/features/inquiries/server/erase-sweep'
import { emailIndexOf, openEventText, openPersonalFields } from '@/features/inquiries/server/personal-fields'
import { trackingCodeHash, trackingCodeOf } from '@/features/inquiries/server/submit-inquiry'
import { findByCode } from '@/features/inquiries/server/tracking'
import { answerAndClose } from '@/features/inquiries/server/work/close'
import { readCase } from '@/features/inquiries/server/work/read-case'
import { write } from '@/features/inquiries/server/work/write'
import { retentionMonths } from '@/features/site/server/retention'
import type { Inquiry, User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let officer: User
const now = new Date('2026-11-30T09:00:00.000Z')
const sweep = eraseSweep(retentionMonths)
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
  return docs.map(({ text }) => openEventText(text))
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
  inquiry: inquiry.id,
  seq: 0,
  submissionKey: randomToken(),
})

/** Received, answered and closed on one day, with a file. */
async function closedOn(at: string): Promise<Inquiry> {
  const inquiry = await createInquiry(payload, { receivedAt: at })
  await storeAttachments(payload, { submissionKey: inquiry.submissionKey, files: [pdf], now: new Date(at) })
  const done = await answerAndClose(workOn(inquiry, at), { text: 'نعم، اكتمل.' })
  expect(done).toMatchObject({ status: 'ok', isClosed: true })
  return inquiry
}

describe('what is over for longer than the association keeps it', () => {
  it('stays while no period is set', async () => {
    const old = await closedOn('2020-01-05T09:00:00.000Z')
    expect(await retentionMonths(payload)).toBeNull()
    expect(await sweep.run(payload, now)).toBe(0)
    expect(openPersonalFields(await read(old.id)).name).toBe('هند')
  })

  it('is erased with its words, files and contacts, and what figures need remains', async () => {
    const young = await closedOn('2025-12-01T09:00:00.000Z')
    const unanswered = await createInquiry(payload, { receivedAt: '2021-01-05T09:00:00.000Z' })
    await keep(12)
    expect(filesOnDisk()).toBe(2)
    expect(await sweep.run(payload, now)).toBe(1)

    const { docs } = await payload.find({ collection: 'inquiries', limit: 10, depth: 0, ...test })
    const erased = docs.find(({ erasedAt }) => erasedAt)
    expect(erased).toMatchObject({
      kind: 'question',
      channel: 'website',
      status: 'closed',
      phoneIndex: null,
      emailIndex: null,
    })
    expect(erased && openPersonalFields(erased)).toEqual({
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
    expect(openPersonalFields(await read(young.id)).name).toBe('هند')
    expect(await wordsOf(young.id)).toContain('نعم، اكتمل.')
    expect(await sweep.run(payload, now)).toBe(0)
  })

  it('is found by nobody any more, and staff read that it was erased but do nothing with it', async () => {
    const person = await createInquiry(payload, { receivedAt: '2022-01-05T09:00:00.000Z', email: 'sara@example.org' })
    const code = trackingCodeOf(person.submissionKey)
    const reference = referenceFrom('20220105')
    await payload.db.updateOne({
      collection: 'inquiries',
      where: { id: { equals: person.id } },
      data: { codeHash: trackingCodeHash(code), reference },
    })
    await write(workOn(person, '2022-01-06T09:00:00.000Z'), { type: 'answered', text: 'أهلًا' })
    const find = () => findByCode({ payload, typed: { reference, code }, clientAddress: '192.0.2.1' })
    expect((await find()).status).toBe('ok')
    expect(await sweep.run(payload, now)).toBe(1)

    expect((await find()).status).toBe('unknown')
    const where = { emailIndex: { equals: emailIndexOf('sara@example.org') } }
    expect((await payload.count({ collection: 'inquiries', where, ...test })).totalDocs).toBe(0)
    const folder = await readCase({ payload, user: officer, id: person.id, locale: 'ar', now })
    expect(folder).toMatchObject({ subject: '', message: '', steps: [] })
    const again = { ...workOn(person, now.toISOString()), seq: folder?.seq ?? 0 }
    expect(await write(again, { type: 'reopened', text: 'من جديد' })).toEqual({ status: 'forbidden' })
  })

  it('goes on where a crash stopped it', async () => {
    const half = await closedOn('2019-01-05T09:00:00.000Z')
    await payload.db.updateOne({
      collection: 'inquiry-events',
      where: { inquiry: { equals: half.id } },
      data: { text: null },
    })
    expect(await sweep.run(payload, now)).toBe(1)
    expect(openPersonalFields(await read(half.id)).message).toBe('')
    expect(filesOnDisk()).toBe(1)
  })
})
