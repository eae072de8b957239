import type { CaseRules } from './case-rules'
import type { WorkingTime } from './clock'
import { parseWaiting } from './follow-up'
import { type Projection, project, type Submission } from './projection'
import type { EventType, Outcome, TimelineEvent } from './timeline'

/** Rows as a database gives them (dates as ISO 8601 text, relations as an id or a document), and the plain model. */

type Related = string | { id: string } | null | undefined

export interface SubmissionRow {
  receivedAt: string
  targetDays?: number | null
  isSensitive?: boolean | null
}

export interface EventRow {
  type: EventType
  at: string
  targetUser?: Related
  targetDepartment?: Related
  actor?: Related
  waitingDays?: string | null
  outcome?: Outcome | null
}

/** The id of a related document, populated or not. */
export function relatedId(related: Related): string | null {
  if (!related) return null
  return typeof related === 'string' ? related : related.id
}

export function submissionOf(row: SubmissionRow): Submission {
  return {
    receivedAt: Date.parse(row.receivedAt),
    targetDays: row.targetDays ?? null,
    isSensitive: row.isSensitive === true,
  }
}

export function eventOf(row: EventRow): TimelineEvent {
  return {
    type: row.type,
    at: Date.parse(row.at),
    assignee: relatedId(row.targetUser),
    department: relatedId(row.targetDepartment),
    actor: relatedId(row.actor),
    waiting: parseWaiting(row.waitingDays),
    outcome: row.outcome ?? undefined,
  }
}

type InstantName = 'dueAt' | 'followUpAt' | 'acknowledgedAt' | 'answeredAt' | 'closedAt'

/** The projection as a case's columns hold it. */
export type ProjectionColumns = Omit<Projection, InstantName | 'turnAt' | 'lastEventAt'> &
  Record<InstantName, string | null> & { turnAt: string; lastEventAt: string }

/** Computes the columns of a case from its own row and the events after it, in order. */
export function projectionColumns(
  row: SubmissionRow,
  events: readonly EventRow[],
  workingTime: WorkingTime,
  rules: CaseRules,
): ProjectionColumns {
  const projection = project(submissionOf(row), events.map(eventOf), workingTime, rules)
  const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())
  return {
    ...projection,
    dueAt: iso(projection.dueAt),
    followUpAt: iso(projection.followUpAt),
    turnAt: new Date(projection.workQueueAt).toISOString(),
    acknowledgedAt: iso(projection.acknowledgedAt),
    answeredAt: iso(projection.answeredAt),
    closedAt: iso(projection.closedAt),
    lastEventAt: new Date(projection.lastEventAt).toISOString(),
  }
}
