import { type Payload, ValidationError, type Where } from 'payload'
import type { Appointment } from '@/payload-types'
import { updateRow } from '@/platform/raw-writes'
import { isOpenToChange } from '../domain/appointment'
import { changesPerAppointment } from './limits'
import { findBookable } from './open-times'
import { findAppointment, freedKey, heldOf, promiseOf, sealText } from './rows'
import { reminderOf } from './working-hours'

/**
 * Moving and cancelling. Each is one conditional statement on the appointment's own row: a move takes the new time
 * and frees the old one in the same write, so that there is no moment at which it holds both or neither, whatever
 * dies meanwhile.
 */

export interface Change {
  payload: Payload
  clock: () => Date
  submissionKey: string
}

export type ChangeResult =
  | { status: 'ok' }
  /** The new time is no longer free. */
  | { status: 'taken' }
  /** It has begun, or was cancelled before. */
  | { status: 'over' }
  | { status: 'tooMany' }
  | { status: 'unknown' }

/** Each is a change by somebody else in the same moment. */
const TRIES = 3

type Step = Exclude<ChangeResult, { status: 'unknown' }> | { status: 'changed' }

async function changing(
  { payload, clock, submissionKey }: Change,
  step: (row: Appointment, now: Date) => Promise<Step>,
): Promise<ChangeResult> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const row = await findAppointment(payload, 'submissionKey', submissionKey)
    if (!row || row.erasedAt) return { status: 'unknown' }
    const result = await step(row, clock())
    if (result.status !== 'changed') return result
  }
  return { status: 'over' }
}

/** The mail that tells of a change, due at once where there is an address. */
const mailOf = (row: Appointment, mailKind: Appointment['mailKind'], now: Date) => ({
  mailKind,
  mailState: row.email ? 'due' : 'none',
  mailNextAt: row.email ? now.toISOString() : null,
  mailAttempts: 0,
})

/** Only while it is as it was read. */
const asRead = ({ id, seq }: Appointment): Where => ({
  and: [{ id: { equals: id } }, { seq: { equals: seq } }, { state: { equals: 'booked' } }],
})

/** Moves an appointment to another time. To the time that it has already, nothing is done. */
export function moveAppointment(change: Change & { timeId: string }): Promise<ChangeResult> {
  const { payload, timeId } = change
  return changing(change, async (row, now) => {
    if (!isOpenToChange(heldOf(row), now.getTime())) return { status: 'over' }
    if (row.takenKey === timeId) return { status: 'ok' }
    const time = await findBookable(payload, timeId, now)
    if (!time || (await findAppointment(payload, 'takenKey', timeId))) return { status: 'taken' }
    if (!(await changesPerAppointment().consume(row.id))) return { status: 'tooMany' }
    try {
      const moved = await updateRow(payload, 'claim', {
        collection: 'appointments',
        where: asRead(row),
        data: {
          ...promiseOf(time),
          seq: row.seq + 1,
          reminderAt: row.email ? await reminderOf(payload, time.startsAt, now) : null,
          ...mailOf(row, 'moved', now),
        },
      })
      return moved ? { status: 'ok' } : { status: 'changed' }
    } catch (error) {
      if (error instanceof ValidationError) return { status: 'taken' }
      throw error
    }
  })
}

/** Frees the time at once. Cancelled twice, it is cancelled. */
export function cancelAppointment(
  change: Change & ({ by: 'person' } | { by: 'staff'; reason: string }),
): Promise<ChangeResult> {
  return changing(change, async (row, now) => {
    if (row.state === 'cancelled') return { status: 'ok' }
    if (!isOpenToChange(heldOf(row), now.getTime())) return { status: 'over' }
    const cancelled = await updateRow(change.payload, 'claim', {
      collection: 'appointments',
      where: asRead(row),
      data: {
        state: 'cancelled',
        takenKey: freedKey(row),
        seq: row.seq + 1,
        cancelledBy: change.by,
        reason: change.by === 'staff' ? sealText('reason', change.reason) : null,
        reminderAt: null,
        ...mailOf(row, 'cancelled', now),
      },
    })
    return cancelled ? { status: 'ok' } : { status: 'changed' }
  })
}
