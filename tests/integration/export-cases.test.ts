import { strFromU8, unzipSync } from 'fflate'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'
import { noFilters } from '@/shared/casework/server/desk/case-queries'
import { type ExportCases, exportCases } from '@/shared/casework/server/desk/export-cases'
import { createInquiry } from '../factories/inquiries'
import { empty } from '../setup/empty'
import { startPayload } from '../setup/payload'
import { type Person, signInAll } from '../setup/people'

/** What leaves the system in files, and what is kept of it. */

let payload: Payload
let stop: () => Promise<void>
let users: ReadonlyMap<Person, User>

const test = asSystem('test-setup')
const now = new Date('2026-11-24T09:00:00Z')

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  ;({ users } = await signInAll(payload))
  await createInquiry(payload, { kind: 'complaint', message: '=HYPERLINK("http://x")', email: 'secret@example.org' })
  await createInquiry(payload, { channel: 'telephone' })
  await createInquiry(payload, { isSensitive: true, message: 'مقيد' })
})
afterAll(() => stop())

const asked = (role: Role, more: Partial<ExportCases> = {}): ExportCases => ({
  ...{ payload, now, locale: 'ar', view: 'all', filters: noFilters, find: null, format: 'csv' },
  user: { ...(users.get(role) as User), collection: 'users' },
  reason: 'تقرير مجلس الإدارة',
  isPersonal: false,
  ...more,
})
async function textOf(given: ExportCases): Promise<string> {
  const result = await exportCases(given)
  if (result.status !== 'ok') return result.status
  return Buffer.from(result.bytes).toString()
}
const logged = async () => {
  const { docs } = await payload.find({
    collection: 'security-events',
    where: { type: { equals: 'cases-exported' } },
    sort: 'at',
    ...test,
  })
  return docs.map(({ actor, reason, detail }) => ({ actor, reason, detail }))
}

describe('an export', () => {
  it('holds what the list shows, without personal data and without restricted cases', async () => {
    const text = await textOf(asked('case-officer'))
    expect(text.split('\r\n')).toHaveLength(4)
    expect(text).toContain('"شكوى"')
    for (const personal of ['secret@example.org', 'هند', '501234567', 'HYPERLINK', 'مقيد']) {
      expect(text).not.toContain(personal)
    }
    const narrowed = await textOf(asked('auditor', { filters: { ...noFilters, kind: 'complaint' }, locale: 'en' }))
    expect(narrowed.split('\r\n')).toHaveLength(3)
    expect(narrowed).toContain('"Complaint"')
  })

  it('holds personal data for administrators who ask for it, and no formula', async () => {
    const text = await textOf(asked('administrator', { isPersonal: true }))
    expect(text).toContain('secret@example.org')
    expect(text).toContain(`"'=HYPERLINK`)
    for (const role of ['case-officer', 'auditor', 'department-lead'] as const) {
      expect(await exportCases(asked(role, { isPersonal: true }))).toEqual({ status: 'forbidden' })
    }
  })

  it('is a workbook from right to left, in which texts are texts', async () => {
    const result = await exportCases(asked('administrator', { format: 'xlsx', isPersonal: true }))
    if (result.status !== 'ok') return expect.fail(result.status)
    const parts = unzipSync(new Uint8Array(result.bytes))
    const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const sheet = read('xl/worksheets/sheet1.xml')
    expect(sheet).toContain('rightToLeft="1"')
    expect(sheet).not.toContain('<f>')
    expect(`${sheet}${read('xl/sharedStrings.xml')}`).toContain('=HYPERLINK')
  })

  it.each(['', '  ', 'لا', 'x'.repeat(301)])('is none without a reason: %j', async (reason) => {
    const before = await logged()
    expect(await exportCases(asked('administrator', { reason }))).toEqual({ status: 'invalid', error: 'reasonMissing' })
    expect(await logged()).toEqual(before)
  })

  it('is none for those who don’t read cases', async () => {
    for (const role of ['editor', 'approver'] as const) {
      expect(await exportCases(asked(role))).toEqual({ status: 'forbidden' })
    }
  })

  it('is kept in the log with its reason, its rows and whose it was', async () => {
    await payload.db.deleteMany({ collection: 'security-events', where: { type: { equals: 'cases-exported' } } })
    await exportCases(asked('administrator', { isPersonal: true, format: 'xlsx' }))
    expect(await logged()).toEqual([
      {
        actor: users.get('administrator')?.id,
        reason: 'تقرير مجلس الإدارة',
        detail: 'all, 2 rows, xlsx, personal data',
      },
    ])
  })

  it('reads past the first batch, each case once', async () => {
    await empty(payload, 'inquiry-events', 'inquiries')
    await Promise.all(Array.from({ length: 5 }, () => createInquiry(payload)))
    const text = await textOf(asked('case-officer', { batch: 2 }))
    const references = text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0])
    expect(references).toHaveLength(5)
    expect(new Set(references).size).toBe(5)
    await empty(payload, 'inquiries')
    await createInquiry(payload, { kind: 'complaint', message: '=HYPERLINK("http://x")', email: 'secret@example.org' })
    await createInquiry(payload, { channel: 'telephone' })
  })
})
