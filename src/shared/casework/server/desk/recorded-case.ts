import type { Payload } from 'payload'
import type { Inquiry, User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { formatReference } from '../../domain/reference'
import { relatedId } from '../../domain/rows'
import { formatTrackingCode } from '../../domain/tracking-code'
import { mayReadRestricted } from '../../roles'
import { appendEvent } from '../append-event'
import { trackingToken } from '../links'
import { senderOf } from '../mail-facts'
import { findCaseBy } from '../receive-case'
import { type Slip, slipOf } from '../slip'
import { trackingCodeOf } from '../tracking-codes'
import { findCase, type StaffAction } from './append-staff-event'

/** What a member of staff gives to the person whose case they wrote down. */
export interface RecordedCase {
  reference: string
  code: string
  /** The same on paper. */
  slip: Slip
  /** Null where the case is for others to work on. */
  id: string | null
}

/**
 * Who records a case has it from then on, leads too, whose department it isn't in. A restricted one is left to
 * those named for it. Called again it does nothing.
 */
export async function assignToRecorder(
  { payload, clock, user }: Pick<StaffAction, 'payload' | 'clock' | 'user'>,
  submissionKey: string,
): Promise<void> {
  const row = await findCaseBy(payload, 'submissionKey', submissionKey)
  if (!row || relatedId(row.recordedBy) !== user.id || row.seq > 0) return
  if (row.isRestricted && !mayReadRestricted(user)) return
  const event = { type: 'assigned', assignee: user.id, actor: { kind: 'staff', user: user.id } } as const
  await appendEvent({ payload, clock, reason: 'work-inquiry', row, event })
}

/** The case under the key of a record form, if this person recorded it: somebody else's key opens nothing. */
export async function findRecordedCase(
  payload: Payload,
  user: User,
  submissionKey: string,
): Promise<RecordedCase | null> {
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { and: [{ submissionKey: { equals: submissionKey } }, { recordedBy: { equals: user.id } }] },
    select: { reference: true, submissionKey: true, codeHash: true, codeIssue: true, locale: true, dueAt: true },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  const row = docs[0]
  if (!row) return null
  const own = await findCase(payload, user, row.id)
  return { ...numbersOf(row), slip: await slipOfCase(payload, row), id: own?.id ?? null }
}

type Numbered = Pick<Inquiry, 'reference' | 'submissionKey' | 'codeHash' | 'codeIssue'>

const numbersOf = (row: Numbered) => ({
  reference: formatReference(row.reference),
  code: formatTrackingCode(trackingCodeOf(row)),
})

/** What a member of staff hands out, with the code that the case has now. */
export const slipOfCase = async (payload: Payload, row: Numbered & Pick<Inquiry, 'locale' | 'dueAt'>): Promise<Slip> =>
  slipOf({
    ...numbersOf(row),
    locale: row.locale,
    association: await senderOf(payload, row.locale),
    token: trackingToken(row, { end: 'none' }),
    dueAt: row.dueAt ? new Date(row.dueAt) : null,
  })
