import type { Payload, PayloadRequest } from 'payload'
import type { Inquiry, InquiryEvent } from '@/payload-types'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { addWorkingDays, addWorkingTime, workingTimeBetween } from '@/shared/calendar/working-time'
import type { WorkingTime } from '@/shared/casework/domain/projection'
import { type ProjectionColumns, projectionColumns, type SubmissionRow } from '@/shared/casework/domain/rows'
import { MAX_EVENTS } from '@/shared/casework/domain/timeline'

/** A case's events after reception, in order. */
export async function eventsOf(payload: Payload, inquiry: string, req?: PayloadRequest): Promise<InquiryEvent[]> {
  const { docs } = await payload.find({
    collection: 'inquiry-events',
    where: { inquiry: { equals: inquiry } },
    sort: 'seq',
    limit: MAX_EVENTS,
    pagination: false,
    depth: 0,
    ...(req ? { req } : {}),
    ...asSystem('work-inquiry'),
  })
  return docs
}

const workingTime: WorkingTime = {
  addDays: (from, days) => addWorkingDays(new Date(from), days).getTime(),
  between: (from, until) => workingTimeBetween(new Date(from), new Date(until)),
  add: (from, duration) => addWorkingTime(new Date(from), duration).getTime(),
}

export function columnsOf(row: SubmissionRow, events: readonly InquiryEvent[]): ProjectionColumns {
  return projectionColumns(row, events, workingTime)
}

/**
 * Writes the projection of the timeline as it is now, if the case still stands at `seq`: whoever
 * claimed it since writes a newer one.
 */
export async function writeProjection(
  payload: Payload,
  inquiry: Pick<Inquiry, 'id' | 'receivedAt' | 'targetDays'>,
  seq: number,
  req?: PayloadRequest,
): Promise<void> {
  const columns = columnsOf(inquiry, await eventsOf(payload, inquiry.id, req))
  await updateRow(payload, 'derive', {
    collection: 'inquiries',
    where: { and: [{ id: { equals: inquiry.id } }, { seq: { equals: seq } }] },
    data: { ...columns, isProjectionStale: false, claimedAt: null },
    ...(req ? { req } : {}),
  })
}
