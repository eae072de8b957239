import { type Instant, isAnswerOwed, isClosed, type TimelineEvent } from './timeline'

/** In the order of a case's life. `waiting` is on the person, all others are on us. */
export const statuses = ['new', 'open', 'waiting', 'answered', 'closed'] as const
export type Status = (typeof statuses)[number]

export interface Submission {
  receivedAt: Instant
  /** Working days that the association promised for this kind at reception; null when it set none. */
  targetDays: number | null
}

/** What lists show and are sorted by. Always derived from the timeline. */
export interface Projection {
  status: Status
  assignee: string | null
  department: string | null
  isWaitingOnPerson: boolean
  isAnswerOwed: boolean
  /** When the answer to what the person said is due; null when the association set no target. */
  dueAt: Instant | null
  /** By it lists of work are sorted: what is due, then what has no date, then what isn't on us. */
  turnAt: Instant
  acknowledgedAt: Instant | null
  /** The newest answer. */
  answeredAt: Instant | null
  /** Set while the case is closed. */
  closedAt: Instant | null
  lastEventAt: Instant
}

/** Later than any due date. Databases sort an empty date first, where nobody looks for it. */
const turnsWithoutDate = { onUs: Date.UTC(9998, 0, 1), notOnUs: Date.UTC(9999, 0, 1) } as const

/** Adds working days of the association's calendar (Asia/Riyadh). */
export type AddWorkingDays = (from: Instant, days: number) => Instant

/** The timeline of a submission: reception is a fact of the row itself, not a row of its own. */
export function timelineOf(submission: Submission, events: readonly TimelineEvent[]): TimelineEvent[] {
  return [{ type: 'received', at: submission.receivedAt, assignee: null, department: null }, ...events]
}

/** The clock runs from the first words since the last answer: reception, or what reopened the case. */
function clockStart(timeline: readonly TimelineEvent[]): Instant | null {
  let start: Instant | null = null
  let isRunning = false
  for (const { type, at } of timeline) {
    if (type === 'answered') isRunning = false
    else if ((type === 'received' || type === 'added' || type === 'reopened') && !isRunning) {
      isRunning = true
      start = at
    }
  }
  return start
}

const newest = (timeline: readonly TimelineEvent[], type: TimelineEvent['type']): Instant | null =>
  timeline.findLast((event) => event.type === type)?.at ?? null

/**
 * Computes a case's state.
 * @param events everything after reception, in order
 */
export function project(
  submission: Submission,
  events: readonly TimelineEvent[],
  addWorkingDays: AddWorkingDays,
): Projection {
  const timeline = timelineOf(submission, events)
  const closed = isClosed(timeline)
  const owed = isAnswerOwed(timeline)
  const lastTurn = timeline.findLast(({ type }) =>
    ['received', 'asked', 'added', 'answered', 'reopened'].includes(type),
  )
  const isWaitingOnPerson = !closed && lastTurn?.type === 'asked'
  const isTaken = events.some(({ type }) => ['assigned', 'referred', 'asked', 'answered'].includes(type))
  const assignment = timeline.findLast(({ type }) => type === 'assigned' || type === 'referred')
  const start = clockStart(timeline)

  const status = (): Status => {
    if (closed) return 'closed'
    if (isWaitingOnPerson) return 'waiting'
    if (!owed) return 'answered'
    return isTaken ? 'open' : 'new'
  }

  const dueAt = submission.targetDays === null || start === null ? null : addWorkingDays(start, submission.targetDays)
  const turnAt = (): Instant => {
    if (closed || isWaitingOnPerson || !owed) return turnsWithoutDate.notOnUs
    return dueAt ?? turnsWithoutDate.onUs
  }

  return {
    status: status(),
    assignee: assignment?.assignee ?? null,
    // A department keeps the case in sight when one of its people takes it.
    department: timeline.findLast((event) => event.department !== null)?.department ?? null,
    isWaitingOnPerson,
    isAnswerOwed: owed,
    dueAt,
    turnAt: turnAt(),
    acknowledgedAt: newest(timeline, 'acknowledged'),
    answeredAt: newest(timeline, 'answered'),
    closedAt: closed ? newest(timeline, 'closed') : null,
    lastEventAt: timeline.at(-1)?.at ?? submission.receivedAt,
  }
}
