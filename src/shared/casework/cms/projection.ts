import type { Payload, PayloadRequest } from 'payload'
import type { Inquiry, InquiryEvent } from '@/payload-types'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { addWorkingDays, addWorkingTime, workingTimeBetween } from '@/shared/calendar/working-time'
import type { WorkingTime } from '@/shared/casework/domain/projection'
import { type ProjectionColumns, projectionColumns, type SubmissionRow } from '@/shared/casework/domain/rows'
import { MAX_EVENTS } from '@/shared/casework/domain/timeline'
import { type CaseType, caseTypeOf } from '../case-type'

/** A case's events after reception, in order. */
export async function eventsOf(payload: Payload, caseId: string, req?: PayloadRequest): Promise<InquiryEvent[]> {
  const { docs } = await payload.find({
    collection: 'inquiry-events',
    where: { inquiry: { equals: caseId } },
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

export function columnsOf(
  row: SubmissionRow,
  events: readonly InquiryEvent[],
  { rules }: Pick<CaseType, 'rules'>,
): ProjectionColumns {
  return projectionColumns(row, events, workingTime, rules)
}

/**
 * Writes the projection of the timeline as it is now, if the case still stands at `seq`. A step
 * that claimed it since writes a newer one.
 */
export async function writeProjection(
  payload: Payload,
  row: Pick<Inquiry, 'id' | 'kind' | 'receivedAt' | 'targetDays' | 'isSensitive'>,
  seq: number,
  req?: PayloadRequest,
): Promise<void> {
  const columns = columnsOf(row, await eventsOf(payload, row.id, req), caseTypeOf(payload, row))
  await updateRow(payload, 'derive', {
    collection: 'inquiries',
    where: { and: [{ id: { equals: row.id } }, { seq: { equals: seq } }] },
    data: { ...columns, isProjectionStale: false, claimedAt: null },
    ...(req ? { req } : {}),
  })
}
