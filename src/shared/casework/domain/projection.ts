import type { CaseRules } from './case-rules'
import { clockOf, type DueArithmetic, dueArithmetic, type WorkingTime } from './clock'
import { followUpOf } from './follow-up'
import {
  type Instant,
  isAnswerOwed,
  isClosed,
  isRestricted,
  isWaitingOnPerson,
  type Outcome,
  type TimelineEvent,
} from './timeline'
import { toldSteps } from './told-steps'

/** In the order of a case's life. `waiting` is on the person, all others are on us. */
export const statuses = ['new', 'open', 'waiting', 'answered', 'closed'] as const
export type Status = (typeof statuses)[number]

export interface Submission {
  receivedAt: Instant
  /** Working days that the association promised for this kind at reception; null when it set none. */
  targetDays: number | null
  /** The person marked it as sensitive. */
  isSensitive?: boolean
}

/** What lists show and are sorted by. Always derived from the timeline. */
export interface Projection {
  status: Status
  assignee: string | null
  department: string | null
  isWaitingOnPerson: boolean
  isAnswerOwed: boolean
  /** A mail to the person was refused for good, or they lost the code and have no mail; nobody reached them since. */
  isUndelivered: boolean
  /** Only those who may read restricted cases see it. */
  isRestricted: boolean
  /** The member of staff that a restricted case is about, who never sees it. */
  concerns: string | null
  /** When the answer to what the person said is due; null without a target, and while we wait for the person. */
  dueAt: Instant | null
  /** When the system reminds the person of our question or closes the case for want of a reply. */
  followUpAt: Instant | null
  /** How it ended, while it is closed otherwise than with our answer. */
  outcome: Outcome | null
  /** By it lists of work are sorted: what is due, then what has no date, then what isn't on us. */
  workQueueAt: Instant
  acknowledgedAt: Instant | null
  /** The newest answer. */
  answeredAt: Instant | null
  /** Set while the case is closed. */
  closedAt: Instant | null
  lastEventAt: Instant
}

/** Later than any due date, because databases sort an empty date first. */
const turnsWithoutDate = { onUs: Date.UTC(9998, 0, 1), notOnUs: Date.UTC(9999, 0, 1) } as const

/**
 * How the due date of a case comes about; null without a target, and while the clock is paused because we wait for
 * the person.
 * @param events everything after reception, in order
 */
export function explainDue(
  submission: Submission,
  events: readonly TimelineEvent[],
  workingTime: WorkingTime,
  rules: CaseRules,
): DueArithmetic | null {
  const timeline = timelineOf(submission, events)
  const clock = clockOf(timeline, rules.clock)
  if (submission.targetDays === null || clock === null || isWaitingOnPerson(timeline)) return null
  return dueArithmetic(clock, submission.targetDays, workingTime)
}

/** The timeline of a submission: reception is a fact of the row itself, not a row of its own. */
export function timelineOf(submission: Submission, events: readonly TimelineEvent[]): TimelineEvent[] {
  return [
    {
      type: 'received',
      at: submission.receivedAt,
      assignee: null,
      department: null,
      actor: null,
      isSensitive: submission.isSensitive === true,
    },
    ...events,
  ]
}

/** What we say to the person. */
const isOurs = (type: TimelineEvent['type']) => toldSteps.has(type)

/** The assignee: the last one named, or the first to answer or ask while the case was unassigned. */
function assigneeOf(timeline: readonly TimelineEvent[]): string | null {
  let assignee: string | null = null
  for (const { type, assignee: given, actor } of timeline) {
    if (type === 'assigned' || type === 'referred') assignee = given
    // Who may see it from now on isn't known here; it is given to one of them.
    else if (type === 'released' || type === 'restricted') assignee = null
    else if (isOurs(type)) assignee ??= actor
  }
  return assignee
}

/** The department it was last given to. One whose people may not see it has nothing to do with it. */
function departmentOf(timeline: readonly TimelineEvent[]): string | null {
  const since = timeline.findLastIndex(({ type }) => type === 'restricted') + 1
  return timeline.slice(since).findLast((event) => event.department !== null)?.department ?? null
}

function concernsOf(timeline: readonly TimelineEvent[]): string | null {
  if (!isRestricted(timeline)) return null
  return timeline.findLast(({ type }) => type === 'restricted')?.assignee ?? null
}

/** Whether a mail was refused for good and there was no contact with the person since. */
function isUndelivered(timeline: readonly TimelineEvent[]): boolean {
  return timeline.reduce((undelivered, { type }) => {
    if (type === 'undelivered') return true
    const isReached = type === 'told' || type === 'added' || type === 'reopened' || isOurs(type)
    return undelivered && !isReached
  }, false)
}

/** Whether the person lost the code, can only be called, and was not called since. An answer doesn't reach them. */
const isCodeAsked = (timeline: readonly TimelineEvent[]): boolean =>
  timeline.reduce((isAsked, { type, actor }) => {
    if (type === 'codeRequested') return true
    const isReached = type === 'told' || type === 'codeReissued' || type === 'added' || type === 'reopened'
    return isAsked && !isReached && !(type === 'noted' && actor !== null)
  }, false)

const newest = (timeline: readonly TimelineEvent[], type: TimelineEvent['type']): Instant | null =>
  timeline.findLast((event) => event.type === type)?.at ?? null

/**
 * Computes a case's state.
 * @param events everything after reception, in order
 */
export function project(
  submission: Submission,
  events: readonly TimelineEvent[],
  workingTime: WorkingTime,
  rules: CaseRules,
): Projection {
  const timeline = timelineOf(submission, events)
  const closed = isClosed(timeline)
  const owed = isAnswerOwed(timeline, rules.clock)
  const isWaiting = isWaitingOnPerson(timeline)
  const isTaken = events.some(({ type }) => type === 'assigned' || type === 'referred' || isOurs(type))

  const status = (): Status => {
    if (closed) return 'closed'
    if (isWaiting) return 'waiting'
    if (!owed) return 'answered'
    return isTaken ? 'open' : 'new'
  }

  const dueAt = explainDue(submission, events, workingTime, rules)?.dueAt ?? null
  const turnAt = (): Instant => {
    if (closed || isWaiting || !owed) return turnsWithoutDate.notOnUs
    return dueAt ?? turnsWithoutDate.onUs
  }

  const isLost = isUndelivered(timeline) || isCodeAsked(timeline)
  return {
    status: status(),
    assignee: assigneeOf(timeline),
    // A department keeps the case in sight when one of its people takes it.
    department: departmentOf(timeline),
    isWaitingOnPerson: isWaiting,
    isAnswerOwed: owed,
    isUndelivered: isLost,
    isRestricted: isRestricted(timeline),
    concerns: concernsOf(timeline),
    dueAt,
    // Who was not reached is not closed for saying nothing.
    followUpAt: isLost ? null : (followUpOf(timeline, workingTime)?.next?.at ?? null),
    outcome: (closed && timeline.findLast(({ type }) => type === 'closed')?.outcome) || null,
    workQueueAt: turnAt(),
    acknowledgedAt: newest(timeline, 'acknowledged'),
    answeredAt: newest(timeline, 'answered'),
    closedAt: closed ? newest(timeline, 'closed') : null,
    lastEventAt: timeline.at(-1)?.at ?? submission.receivedAt,
  }
}
