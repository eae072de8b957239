import { checkTransition, type EventType, type TimelineEvent } from './timeline'

/** What a member of staff can do with a case. Closing with the answer is `answered` and then `closed`. */
export const staffSteps = ['assigned', 'referred', 'noted', 'asked', 'answered', 'closed', 'reopened'] as const
export type StaffStep = (typeof staffSteps)[number]

/** The steps that `timeline` allows next, so that a screen offers nothing that would be refused. */
export function allowedTransitions(timeline: readonly TimelineEvent[]): StaffStep[] {
  const at = timeline.at(-1)?.at ?? 0
  const isPossible = (type: EventType) =>
    checkTransition(timeline, { type, at, assignee: 'somebody', department: null, actor: null, hasText: true })
      .status === 'ok'
  return staffSteps.filter(isPossible)
}
