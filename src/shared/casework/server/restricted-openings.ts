import type { Payload } from 'payload'
import type { Inquiry } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { recordSecurityEvent } from '@/shared/audit/security-log'
import { relatedId } from '@/shared/casework/domain/rows'
import { findCaseBy } from './receive-case'

interface Reader {
  id: string | number
}

/** Keeps in the log who opened a restricted case, before they see it. Others are opened all day. */
export async function noteCaseOpening(
  payload: Payload,
  user: Reader,
  { isRestricted, reference }: Pick<Inquiry, 'isRestricted' | 'reference'>,
  now = new Date(),
): Promise<void> {
  if (!isRestricted) return
  await recordSecurityEvent(payload, {
    type: 'restricted-case-opened',
    at: now,
    account: String(user.id),
    actor: String(user.id),
    detail: reference,
  })
}

/** The same for a file of one, whether it came with the case or with a later reply. */
export async function noteFileOpening(payload: Payload, user: Reader, submissionKey: string): Promise<void> {
  const row = (await findCaseBy(payload, 'submissionKey', submissionKey)) ?? (await caseOfEvent(payload, submissionKey))
  if (!row?.isRestricted) return
  await recordSecurityEvent(payload, {
    type: 'restricted-file-opened',
    at: new Date(),
    account: String(user.id),
    actor: String(user.id),
    detail: row.reference,
  })
}

async function caseOfEvent(payload: Payload, submissionKey: string): Promise<Inquiry | null> {
  const one = { limit: 1, pagination: false, depth: 0, ...asSystem('work-inquiry') } as const
  const { docs } = await payload.find({
    collection: 'inquiry-events',
    where: { submissionKey: { equals: submissionKey } },
    select: { inquiry: true },
    ...one,
  })
  const id = relatedId(docs[0]?.inquiry)
  if (!id) return null
  return payload.findByID({ collection: 'inquiries', id, depth: 0, ...asSystem('work-inquiry') })
}
