import { existsSync, readdirSync } from 'node:fs'
import * as disk from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { PostedInquiry } from '@/features/inquiries/server/read-form'
import { submitInquiry } from '@/features/inquiries/server/submit-inquiry'
import { encryptText, randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { leftoversJob } from '@/platform/leftovers-job'
import { logger } from '@/platform/logger'
import { shareRateLimits } from '@/platform/rate-limit'
import { caseFiles } from '@/shared/casework/file-owner'
import { reply } from '@/shared/casework/server/reply'
import { getTracked } from '@/shared/casework/server/tracking'
import { encryptionContexts } from '@/shared/files/domain/encryption-contexts'
import type { FileOwner } from '@/shared/files/owners'
import { attachmentsOf, expireAttachment, insertAttachment, keepWaiting } from '@/shared/files/server/attachment-rows'
import { attachmentsDir, storeAttachments } from '@/shared/files/server/attachments'
import { fileJob } from '@/shared/files/server/file-job'
import { removeOrphans } from '@/shared/files/server/orphan-job'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'

/** What a disk says of itself, as it is unless a test says otherwise. */
const errors = vi.hoisted(() => ({ freeBytes: null as number | null, writing: null as string | null }))
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return {
    ...real,
    statfs: async (folder: string) =>
      errors.freeBytes === null ? real.statfs(folder) : { bavail: errors.freeBytes, bsize: 1 },
    writeFile: async (...given: Parameters<typeof real.writeFile>) => {
      if (errors.writing) throw Object.assign(new Error('the disk refuses'), { code: errors.writing })
      return real.writeFile(...given)
    },
  }
})

let payload: Payload
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  // Counted in the database, as by a serving process.
  shareRateLimits(async () => payload)
})
afterAll(() => stop())
const limits = { ...env() }
afterEach(() => {
  Object.assign(env(), limits)
  Object.assign(errors, { freeBytes: null, writing: null })
})

const MB = 1024 * 1024
const MINUTE = 60_000
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = (bytes = 100) => new File([png, Buffer.alloc(bytes), randomToken()], 'صورة.png')

let addresses = 0
const newAddress = () => {
  addresses += 1
  return `198.51.100.${addresses}`
}

const posted = (more: Partial<PostedInquiry> = {}): PostedInquiry => ({
  values: {
    ...{ kind: 'question', service: '', subject: 'عن التسجيل', message: `هل اكتمل تسجيلي؟ ${randomToken(4)}` },
    ...{ isAnonymous: true, name: '', phone: '', email: '', replyChannel: '', replyLocale: 'ar', consent: true },
  } as PostedInquiry['values'],
  ...{ submissionKey: randomToken(), files: [], removed: [], proof: '', honeypot: '' },
  ...more,
})
const submit = (form: PostedInquiry, clientAddress = newAddress()) =>
  submitInquiry({
    ...{ payload, posted: form, clientAddress, clock: () => new Date(), consentVersion: '1' },
    ...{ targetDaysOf: () => null, serviceIdOf: () => null },
  })

const filesOnDisk = () =>
  existsSync(attachmentsDir())
    ? readdirSync(attachmentsDir(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : []

describe('the files of a form', () => {
  it('are three at most, however many come at once, and the disk holds no more', async () => {
    const submissionKey = randomToken()
    const before = filesOnDisk().length
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        storeAttachments(payload, {
          owner: caseFiles,
          ...{ submissionKey, now: new Date(), clientAddress: newAddress() },
          files: [picture(), picture(), picture()],
        }),
      ),
    )
    const stored = await attachmentsOf(payload, submissionKey, 'test-setup')
    expect(stored).toHaveLength(3)
    expect(new Set(stored.map(({ slotKey }) => slotKey)).size).toBe(3)
    expect(outcomes.flat().map(({ code }) => code)).toContain('tooMany')
    expect(filesOnDisk().length - before).toBe(3)
  }, 60_000)

  it('are three at most in the database, whoever looked before the others wrote', async () => {
    const submissionKey = randomToken()
    const row = () => ({
      originalName: encryptText('صورة.png', encryptionContexts.name),
      ...{ submissionKey, mimeType: 'image/png' as const, size: 1, fingerprint: randomToken() },
      ...{ storageKey: randomToken(24), storedAt: new Date().toISOString() },
    })
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => insertAttachment(payload, caseFiles, row())))
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(3)
    expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(9)
    expect(await attachmentsOf(payload, submissionKey, 'test-setup')).toHaveLength(3)
  })

  it('are the same file once, when it comes twice at once', async () => {
    const submissionKey = randomToken()
    const file = picture()
    const form = { owner: caseFiles, submissionKey, now: new Date(), clientAddress: newAddress(), files: [file] }
    expect(await Promise.all([storeAttachments(payload, form), storeAttachments(payload, form)])).toEqual([[], []])
    expect(await attachmentsOf(payload, submissionKey, 'test-setup')).toHaveLength(1)
  })

  it('are refused where their owner is not registered, since they would be deleted as orphans', async () => {
    const form = { submissionKey: randomToken(), now: new Date(), files: [picture()] }
    const owner: FileOwner = { purpose: 'forgotten', rows: ['inquiries'], open: async () => false }
    await expect(storeAttachments(payload, { ...form, owner })).rejects.toThrow(/payload\.config\.ts/)
    expect(await attachmentsOf(payload, form.submissionKey, 'test-setup')).toHaveLength(0)
  })

  it('have a free place again when one is taken out', async () => {
    const form = posted({ files: [picture(), picture(), picture()] })
    const answer = await submit({ ...form, values: { ...form.values, subject: '' } })
    expect(answer).toMatchObject({ status: 'invalid', errors: { subject: 'required' } })
    const [first] = await attachmentsOf(payload, form.submissionKey, 'test-setup')
    expect(await submit({ ...form, files: [picture()], removed: [String(first?.id)] })).toMatchObject({ status: 'ok' })
    expect((await getTracked(payload, form.submissionKey))?.attachments).toHaveLength(3)
  })
})

describe('files from one address', () => {
  it('are so many megabytes an hour; beyond it the words are still taken', async () => {
    Object.assign(env(), { LIMIT_UPLOAD_MEGABYTES_PER_ADDRESS: 3 })
    const address = newAddress()
    const form = posted({ files: [picture(MB / 2), picture(2 * MB - 2000)] })
    expect(await submit(form, address)).toMatchObject({ status: 'ok' })
    const more = posted({ files: [picture(MB / 2)] })
    expect(await submit(more, address)).toMatchObject({ status: 'invalid', errors: { attachments: 'quota' } })
    expect(await attachmentsOf(payload, more.submissionKey, 'test-setup')).toHaveLength(0)
    expect(await submit({ ...more, files: [] }, address), 'without files').toMatchObject({ status: 'ok' })
    expect(await submit(posted({ files: [picture(MB / 2)] })), 'from elsewhere').toMatchObject({ status: 'ok' })
  })

  it('are so many an hour, with replies too', async () => {
    Object.assign(env(), { LIMIT_SUBMISSIONS_PER_ADDRESS: 1 })
    const clientAddress = newAddress()
    const inquiry = await createInquiry(payload)
    const answer = (files: File[]) =>
      reply({
        ...{ payload, clock: () => new Date(), caseKey: inquiry.submissionKey, replyKey: randomToken() },
        ...{ text: 'ومعها صور', files, removed: [], honeypot: '', clientAddress },
      })
    expect(await answer([picture(), picture(), picture()])).toEqual({ status: 'ok' })
    expect(await answer([picture()])).toMatchObject({ status: 'invalid', errors: { attachments: 'quota' } })
  })

  it('and from all others together are so many megabytes an hour', async () => {
    Object.assign(env(), { LIMIT_UPLOAD_MEGABYTES: 1 })
    for (let tried = 0; tried < 2; tried += 1) await submit(posted({ files: [picture(MB / 2)] }))
    const answer = await submit(posted({ files: [picture(MB / 2)] }))
    expect(answer).toMatchObject({ status: 'invalid', errors: { attachments: 'quota' } })
  })
})

describe('a disk', () => {
  it('that is nearly full takes words and no files', async () => {
    Object.assign(errors, { freeBytes: 400 * MB })
    const form = posted({ files: [picture()] })
    expect(await submit(form)).toMatchObject({ status: 'invalid', errors: { attachments: 'noRoom' } })
    expect(await submit({ ...form, files: [] })).toMatchObject({ status: 'ok' })
  })

  it.each(['ENOSPC', 'EDQUOT', 'EROFS'])('that says %s while a file is written leaves nothing of it', async (code) => {
    const noted = vi.spyOn(logger, 'error').mockImplementation(() => undefined)
    const before = filesOnDisk().length
    Object.assign(errors, { writing: code })
    const answer = await submit(posted({ files: [picture()] }))
    expect(answer).toMatchObject({ status: 'invalid', errors: { attachments: 'noRoom' } })
    expect(filesOnDisk().length).toBe(before)
    expect(noted).toHaveBeenCalled()
  })
})

describe('a file that waits for its form', () => {
  const store = async () => {
    const submissionKey = randomToken()
    await storeAttachments(payload, { owner: caseFiles, submissionKey, now: new Date(), files: [picture()] })
    const [file] = await attachmentsOf(payload, submissionKey, 'test-setup')
    if (!file) throw new Error('nothing was stored')
    return file
  }
  const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE)

  it('waits an hour from the last time that the form came back', async () => {
    const form = posted({ files: [picture()] })
    const broken = { ...form, values: { ...form.values, subject: '' } }
    await submit(broken)
    const [file] = await attachmentsOf(payload, form.submissionKey, 'test-setup')
    if (!file) throw new Error('nothing was stored')
    await payload.db.updateOne({
      ...{ collection: 'attachments', where: { id: { equals: file.id } } },
      data: { storedAt: later(-50).toISOString() },
    })
    await submit({ ...broken, files: [], kept: [String(file.id)] } as PostedInquiry)
    await removeOrphans.run(payload, later(30))
    expect(await attachmentsOf(payload, form.submissionKey, 'test-setup')).toHaveLength(1)
    await removeOrphans.run(payload, later(61))
    expect(await attachmentsOf(payload, form.submissionKey, 'test-setup')).toHaveLength(0)
  })

  it('is kept for good once a row refers to it: of a message or of a reply', async () => {
    const first = posted({ files: [picture()] })
    const replyKey = randomToken()
    expect(await submit(first)).toMatchObject({ status: 'ok' })
    const answered = await reply({
      ...{ payload, clock: () => new Date(), caseKey: first.submissionKey, replyKey, text: 'ومعها صورة' },
      ...{ files: [picture()], removed: [], honeypot: '', clientAddress: newAddress() },
    })
    expect(answered).toEqual({ status: 'ok' })
    await removeOrphans.run(payload, later(61))
    expect(await attachmentsOf(payload, [first.submissionKey, replyKey], 'test-setup')).toHaveLength(2)
  })

  it('is either kept for the form that comes back or deleted, never both', async () => {
    const [kept, gone] = [await store(), await store()]
    expect(await keepWaiting(payload, kept, later(61))).toBe(true)
    expect(await expireAttachment(payload, kept, later(60))).toBe(false)
    expect(await expireAttachment(payload, gone, later(60))).toBe(true)
    expect(await keepWaiting(payload, gone, later(61))).toBe(false)
    expect(await attachmentsOf(payload, gone.submissionKey, 'test-setup')).toHaveLength(0)
  })
})

describe('what a kill left on the disk', () => {
  it('goes: files half written and files without a row, once they are old', async () => {
    const submissionKey = randomToken()
    await storeAttachments(payload, { owner: caseFiles, submissionKey, now: new Date(), files: [picture()] })
    const [row] = await attachmentsOf(payload, submissionKey, 'test-setup')
    const folder = path.join(attachmentsDir(), 'zz')
    await disk.mkdir(folder, { recursive: true })
    const left = ['zz-half.part', 'zz-without-a-row', 'zz-young.part', 'zz-young'].map((name) =>
      path.join(folder, name),
    )
    for (const file of left) await disk.writeFile(file, 'bytes')
    const old = new Date(Date.now() - 2 * 60 * MINUTE)
    const own = path.join(attachmentsDir(), String(row?.storageKey).slice(0, 2), String(row?.storageKey))
    for (const file of [...left.slice(0, 2), own]) await disk.utimes(file, old, old)
    // Some rounds see everything.
    for (let round = 0; round < 4; round += 1) await fileJob.run(payload, new Date())
    expect(left.map((file) => existsSync(file))).toEqual([false, false, true, true])
    expect(existsSync(own), 'what has a row stays').toBe(true)
  })
  it('goes: folders of backups and restorations that were killed a day ago', async () => {
    const now = Date.now()
    const left = ['.backing-up-a', '.restoring-b', '.backing-up-now', 'kept'].map((name) =>
      path.join(env().dataDir, name),
    )
    for (const folder of left) {
      await disk.mkdir(folder, { recursive: true })
      await disk.writeFile(path.join(folder, 'copy'), 'everything')
    }
    const old = new Date(now - 25 * 60 * MINUTE)
    for (const folder of [left[0], left[1], left[3]]) await disk.utimes(String(folder), old, old)
    await leftoversJob.run(payload, new Date(now))
    expect(left.map((folder) => existsSync(folder))).toEqual([false, false, true, true])
  })
})
