import type { Payload } from 'payload'
import { personalFields } from '@/features/inquiries/domain/personal-fields'
import type { Inquiry } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { encryptPersonalFields } from '@/shared/casework/server/personal-fields'

/** A stored inquiry that nobody has worked on. Every call makes another one. */
export async function createInquiry(
  payload: Payload,
  given: Partial<Pick<Inquiry, 'kind' | 'channel' | 'targetDays' | 'receivedAt' | 'locale' | 'mailState'>> & {
    message?: string
    email?: string | null
    phone?: string | null
  } = {},
): Promise<Inquiry> {
  const { message = 'هل اكتمل تسجيلي؟', email = 'hind@example.org', phone = '+966501234567', ...row } = given
  const key = randomToken()
  return await payload.create({
    collection: 'inquiries',
    data: {
      reference: String(Math.floor(1e8 + Math.random() * 9e8)),
      kind: 'question',
      channel: 'website',
      ...encryptPersonalFields(personalFields, { subject: 'عن التسجيل', message, name: 'هند', phone, email }),
      isAnonymous: false,
      replyChannel: 'tracking',
      locale: 'ar',
      consentVersion: '2026-11',
      consentAt: '2026-11-22T09:00:00.000Z',
      consentForm: 'on-form',
      receivedAt: '2026-11-22T09:00:00.000Z',
      targetDays: 3,
      codeHash: key,
      submissionKey: key,
      dedupeKey: key,
      proof: `none:${randomToken()}`,
      status: 'new',
      isWaitingOnPerson: false,
      isAnswerOwed: true,
      isUndelivered: false,
      seq: 0,
      isProjectionStale: false,
      mailState: 'none',
      mailAttempts: 0,
      ...row,
    },
    ...asSystem('test-setup'),
  })
}
