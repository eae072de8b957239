import type { Payload } from 'payload'
import type { Inquiry, User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { recordSecurityEvent } from '@/shared/audit/security-log'
import { relatedId } from '@/shared/casework/domain/rows'
import { findCase } from './desk/append-staff-event'
import { findCaseBy } from './receive-case'

/** Keeps in the log who opened a restricted case, before they see it. Others are opened all day. */
export async function noteCaseOpening(
  payload: Payload,
  user: User,
  { isRestricted, reference }: Pick<Inquiry, 'isRestricted' | 'reference'>,
  now = new Date(),
): Promise<void> {
  if (!isRestricted) return
  await recordSecurityEvent(payload, {
    type: 'restricted-case-opened',
    at: now,
    account: user.id,
    actor: user.id,
    detail: reference,
  })
}

/**
 * Whether this person may open a file, which came with a case or with a later step of it: who may read the case
 * may. Of a restricted one it is kept in the log.
 */
export async function openCaseFile(payload: Payload, user: User, submissionKey: string): Promise<boolean> {
  const row = (await findCaseBy(payload, 'submissionKey', submissionKey)) ?? (await caseOfEvent(payload, submissionKey))
  if (!row || !(await findCase(payload, user, row.id))) return false
  if (row.isRestricted) {
    const by = { account: user.id, actor: user.id }
    await recordSecurityEvent(payload, { type: 'restricted-file-opened', at: new Date(), ...by, detail: row.reference })
  }
  return true
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
