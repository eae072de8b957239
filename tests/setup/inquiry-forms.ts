import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { PostedInquiry } from '@/features/inquiries/server/read-form'
import { submitInquiry } from '@/features/inquiries/server/submit-inquiry'
import type { Inquiry } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { startPayload } from './payload'

/** Inquiries as the site takes them, on a database of the test file. */

export let payload: Payload

let stop: () => Promise<void>

export const now = new Date('2026-11-22T09:00:00Z')
export const later = (ms: number) => new Date(now.getTime() + ms)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))

export const posted = (
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

export const submit = (form: PostedInquiry, at = now, clientAddress = randomToken()) =>
  submitInquiry({
    payload,
    clock: () => at,
    posted: form,
    clientAddress,
    consentVersion: '2026-11',
    targetDaysOf: (kind) => (kind === 'complaint' ? 5 : null),
    serviceIdOf: () => null,
  })

export const rowsWith = async (submissionKeys: string[]): Promise<Inquiry[]> =>
  (
    await payload.find({
      collection: 'inquiries',
      where: { submissionKey: { in: submissionKeys } },
      limit: 100,
      depth: 0,
      ...asSystem('test-setup'),
    })
  ).docs

export const rowOf = async (submissionKey: string): Promise<Inquiry> => {
  const [row] = await rowsWith([submissionKey])
  if (!row) throw new Error('No such row')
  return row
}

/** Registers it for a test file. */
export function withInquiries(): void {
  beforeAll(async () => {
    ;({ payload, stop } = await startPayload())
  })
  afterAll(() => stop())
  afterEach(() => rm(path.join(env().dataDir, 'outbox'), { recursive: true, force: true }))
}
