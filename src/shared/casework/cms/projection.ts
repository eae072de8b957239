import type { Payload, PayloadRequest } from 'payload'
import type { Inquiry, InquiryEvent } from '@/payload-types'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { workingCalendar, workingTimeOf } from '@/shared/calendar/server/read-calendar'
import type { WorkingTime } from '@/shared/casework/domain/clock'
import { type ProjectionColumns, projectionColumns, type SubmissionRow } from '@/shared/casework/domain/rows'
import { MAX_EVENTS } from '@/shared/casework/domain/timeline'
import { type CaseType, caseTypeOf } from '../case-type'
import { dueNoticeAt } from '../server/notices/working-days'
import { newTrackingCode, trackingCodeHash } from '../server/tracking-codes'

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

/** @param workingTime of the calendar as it is now; it is read once per operation */
export const columnsOf = (
  row: SubmissionRow,
  events: readonly InquiryEvent[],
  { rules }: Pick<CaseType, 'rules'>,
  workingTime: WorkingTime,
): ProjectionColumns => projectionColumns(row, events, workingTime, rules)

/** The code that a step issued: earlier codes and links are void by it. */
function codeColumns(
  { submissionKey, erasedAt }: Pick<Inquiry, 'submissionKey' | 'erasedAt'>,
  events: readonly InquiryEvent[],
): Partial<Pick<Inquiry, 'codeIssue' | 'codeHash'>> {
  const issue = events.findLast(({ type }) => type === 'codeReissued')?.seq
  // What was erased is opened by nothing any more.
  if (!issue || erasedAt) return {}
  return { codeIssue: issue, codeHash: trackingCodeHash(newTrackingCode(submissionKey, issue)) }
}

const isSameInstant = (one: string | null | undefined, other: string | null): boolean =>
  one && other ? Date.parse(one) === Date.parse(other) : !one && !other

/**
 * Writes the projection of the timeline as it is now, if the case still stands at `seq`. A step
 * that claimed it since writes a newer one.
 */
export async function writeProjection(
  payload: Payload,
  row: Pick<
    Inquiry,
    'id' | 'kind' | 'receivedAt' | 'targetDays' | 'isSensitive' | 'submissionKey' | 'erasedAt' | 'dueAt'
  >,
  seq: number,
  req?: PayloadRequest,
): Promise<void> {
  const calendar = await workingCalendar(payload, req)
  const events = await eventsOf(payload, row.id, req)
  const columns = {
    ...columnsOf(row, events, caseTypeOf(payload, row), workingTimeOf(calendar)),
    ...codeColumns(row, events),
  }
  await updateRow(payload, 'derive', {
    collection: 'inquiries',
    where: { and: [{ id: { equals: row.id } }, { seq: { equals: seq } }] },
    data: {
      ...columns,
      ...(isSameInstant(row.dueAt, columns.dueAt)
        ? {}
        : { dueNoticeAt: dueNoticeAt(columns.dueAt, columns.lastEventAt, calendar) }),
      isProjectionStale: false,
      claimedAt: null,
    },
    ...(req ? { req } : {}),
  })
}
