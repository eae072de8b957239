import type { CaseRules, ClockRules } from './case-rules'

/**
 * A case's timeline: what happened, in order, never changed. Its status is computed from it
 * (see projection.ts), and what may happen next is decided here.
 */

/** Events that one case takes; a timeline is read whole. */
export const MAX_EVENTS = 500

/**
 * `informed`: an interim reply, which says that we are at work and answers nothing. `released`: its assignee can't work on cases any more. `undelivered`: a mail to the person was refused for good.
 * `reminded`: the system told the person again of a question.
 * `restricted`: from here on only those who may read restricted cases see it, and never the person it concerns.
 * `codeRequested`: the person lost the code and can only be called. `codeReissued`: earlier codes and links are void.
 * `told`: we told the person another way than by mail.
 */
export const eventTypes = [
  'received',
  'acknowledged',
  'assigned',
  'referred',
  'noted',
  'asked',
  'added',
  'reminded',
  'informed',
  'answered',
  'closed',
  'reopened',
  'released',
  'undelivered',
  'restricted',
  'unrestricted',
  'codeRequested',
  'codeReissued',
  'told',
] as const
export type EventType = (typeof eventTypes)[number]

/** Milliseconds since 1970. */
export type Instant = number

/** How a case ends other than with our answer. */
export const outcomes = ['noReply'] as const
export type Outcome = (typeof outcomes)[number]

/** Working days after a question; 0 is never. */
export interface WaitingDays {
  reminders: readonly number[]
  closing: number
}

export interface TimelineEvent {
  type: EventType
  at: Instant
  /** To whom it was assigned or referred, or, of `restricted`, whom it concerns; null when it names nobody. */
  assignee: string | null
  department: string | null
  /** The member of staff who took the step; null for the person and the system. */
  actor: string | null
  /** Of `received`: the person marked it as sensitive. */
  isSensitive?: boolean
  /** Of `asked`: how long we wait. */
  waiting?: WaitingDays | undefined
  /** Of `closed`: how it ended, where it wasn't with our answer. */
  outcome?: Outcome | undefined
}

export interface NewEvent extends TimelineEvent {
  /** The words of a reason, note, question, reply or answer. */
  hasText: boolean
}

export type RefusalReason =
  /** Nothing can happen to a case before it was received, and it is received once. */
  | 'notReceived'
  | 'alreadyReceived'
  | 'alreadyAcknowledged'
  /** What was erased at the end of its retention takes no step any more. */
  | 'erased'
  /** A closed case takes internal notes; for anything else it is reopened first. */
  | 'closed'
  /** Only an answered or a closed case can be reopened. */
  | 'notAnswered'
  /** Policy, dealing 1: all inquiries are answered. Whatever the person said last has no answer yet. */
  | 'answerMissing'
  | 'textMissing'
  /** Of a question that was answered nobody is reminded, and for want of a reply nothing is closed. */
  | 'notWaiting'
  /** An interim reply is about an answer that is still to come. */
  | 'nothingOwed'
  | 'notRestricted'
  /** Assigning and referring name a person or a department. */
  | 'targetMissing'
  | 'beforeLastEvent'

export type AppendResult = { status: 'ok' } | { status: 'refused'; reason: RefusalReason }

/** Whether what the person said last is still without an answer. Of a case that was closed nothing is owed until it is reopened. */
export function isAnswerOwed(timeline: readonly TimelineEvent[], { starts, stops }: ClockRules): boolean {
  return timeline.reduce((owed, { type }) => type !== 'closed' && !stops.has(type) && (owed || starts.has(type)), false)
}

export function isClosed(timeline: readonly TimelineEvent[]): boolean {
  return timeline.reduce((closed, { type }) => type === 'closed' || (closed && type !== 'reopened'), false)
}

/** Whether it is seen by few people only: marked by the person, or restricted since. */
export function isRestricted(timeline: readonly TimelineEvent[]): boolean {
  return timeline.reduce(
    (restricted, { type, isSensitive }) =>
      type === 'restricted' || isSensitive === true || (restricted && type !== 'unrestricted'),
    false,
  )
}

/** What makes it the other side's turn. */
const turns: ReadonlySet<EventType> = new Set(['received', 'asked', 'added', 'answered', 'reopened'])

/** Whether we asked and the person has not said anything since. */
export const isWaitingOnPerson = (timeline: readonly TimelineEvent[]): boolean =>
  !isClosed(timeline) && timeline.findLast(({ type }) => turns.has(type))?.type === 'asked'

const refused = (reason: RefusalReason): AppendResult => ({ status: 'refused', reason })

/** Whether `event` may follow `timeline`. */
export function checkTransition(
  timeline: readonly TimelineEvent[],
  event: NewEvent,
  { transitions, clock }: CaseRules,
): AppendResult {
  const last = timeline.at(-1)
  if (!last) return event.type === 'received' ? { status: 'ok' } : refused('notReceived')
  if (event.type === 'received') return refused('alreadyReceived')
  if (event.at < last.at) return refused('beforeLastEvent')
  if (event.type === 'acknowledged' && timeline.some(({ type }) => type === 'acknowledged')) {
    return refused('alreadyAcknowledged')
  }
  if (isClosed(timeline) && !transitions.whenClosed.has(event.type)) return refused('closed')
  if (transitions.withText.has(event.type) && !event.hasText) return refused('textMissing')
  if (transitions.withTarget.has(event.type) && !event.assignee && !event.department) return refused('targetMissing')
  if (event.type === 'unrestricted' && !isRestricted(timeline)) return refused('notRestricted')
  const isForWantOfReply = event.type === 'reminded' || (event.type === 'closed' && event.outcome === 'noReply')
  if (isForWantOfReply) return isWaitingOnPerson(timeline) ? { status: 'ok' } : refused('notWaiting')
  if (event.type === 'closed' && isAnswerOwed(timeline, clock)) return refused('answerMissing')
  if (event.type === 'informed' && !isAnswerOwed(timeline, clock)) return refused('nothingOwed')
  if (event.type === 'reopened' && isAnswerOwed(timeline, clock)) return refused('notAnswered')
  return { status: 'ok' }
}
