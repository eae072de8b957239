import type { Payload } from 'payload'
import { receiveInquiry } from '@/features/inquiries/server/receive-inquiry'
import type { Inquiry } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { updateRow } from '@/platform/raw-writes'
import { findCaseByKey } from '@/shared/casework/server/tracking'

/**
 * An inquiry as the use case stores it, which nobody has worked on. No acknowledgement is due unless
 * `mailState` says so. Every call makes another one.
 */
export async function createInquiry(
  payload: Payload,
  {
    kind = 'question',
    channel = 'website',
    locale = 'ar',
    message = 'هل اكتمل تسجيلي؟',
    email = 'hind@example.org',
    phone = '+966501234567',
    receivedAt = '2026-11-22T09:00:00.000Z',
    targetDays = 3,
    mailState = 'none',
    isSensitive = false,
  }: Partial<
    Pick<Inquiry, 'kind' | 'channel' | 'targetDays' | 'receivedAt' | 'locale' | 'mailState' | 'isSensitive'>
  > & {
    message?: string
    email?: string | null
    phone?: string | null
  } = {},
): Promise<Inquiry> {
  const submissionKey = randomToken()
  await receiveInquiry(payload, {
    inquiry: {
      ...{ kind, message, email, phone, isSensitive },
      service: null,
      subject: 'عن التسجيل',
      isAnonymous: false,
      name: 'هند',
      replyChannel: 'tracking',
      replyLocale: locale,
    },
    serviceId: null,
    channel,
    consent: { form: 'on-form', version: '2026-11', at: new Date(receivedAt) },
    receivedAt: new Date(receivedAt),
    targetDays: targetDays ?? null,
    submissionKey,
    dedupeKey: submissionKey,
    proof: `none:${submissionKey}`,
  })
  const isDue = mailState === 'due'
  await updateRow(payload, 'mark', {
    collection: 'inquiries',
    where: { submissionKey: { equals: submissionKey } },
    data: { mailState, mailNextAt: isDue ? receivedAt : null },
  })
  const row = await findCaseByKey(payload, submissionKey)
  if (!row) throw new Error('The inquiry was not stored.')
  return row
}
