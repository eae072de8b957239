import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { updateRow } from '@/platform/raw-writes'
import { cleanText } from '@/platform/typed-text'
import { mayMark } from '../domain/appointment'
import { limits } from '../schema'
import { cancelAppointment } from './change'
import { findWorkable } from './day-list'
import { heldOf } from './rows'

/** What staff do with an appointment of the day's list. */

export interface StaffStep {
  payload: Payload
  clock: () => Date
  user: User
  id: string
}

export type StaffStepResult =
  | { status: 'ok'; isMailed: boolean }
  | { status: 'notFound' }
  /** It hasn't begun. */
  | { status: 'early' }
  /** It has begun, or was cancelled before. */
  | { status: 'over' }
  | { status: 'invalid'; reason: 'required' | 'tooLong' }

/** Says whether the person came; from the appointment's beginning on, and again if that was a slip. */
export async function markAppointment(
  { payload, clock, user, id }: StaffStep,
  state: 'attended' | 'missed',
): Promise<StaffStepResult> {
  const row = await findWorkable(payload, user, id)
  if (!row) return { status: 'notFound' }
  if (row.state === 'cancelled') return { status: 'over' }
  if (!mayMark(heldOf(row), clock().getTime())) return { status: 'early' }
  const marked = await updateRow(payload, 'mark', {
    collection: 'appointments',
    where: { and: [{ id: { equals: row.id } }, { seq: { equals: row.seq } }, { state: { not_equals: 'cancelled' } }] },
    data: { state, reminderAt: null },
  })
  return marked ? { status: 'ok', isMailed: false } : { status: 'over' }
}

/** Calls an appointment off; the reason is mailed to the person as it is written. */
export async function cancelForAssociation(
  { payload, clock, user, id }: StaffStep,
  typed: string,
): Promise<StaffStepResult> {
  const reason = cleanText(typed)
  if (!reason) return { status: 'invalid', reason: 'required' }
  if (reason.length > limits.reason) return { status: 'invalid', reason: 'tooLong' }
  const row = await findWorkable(payload, user, id)
  if (!row) return { status: 'notFound' }
  if (row.state === 'cancelled') return { status: 'over' }
  const result = await cancelAppointment({
    payload,
    clock,
    submissionKey: row.submissionKey,
    by: 'staff',
    reason,
  })
  if (result.status === 'ok') return { status: 'ok', isMailed: Boolean(row.email) }
  return { status: result.status === 'unknown' ? 'notFound' : 'over' }
}
