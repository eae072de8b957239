import type { CaseRules } from './case-rules'
import { checkTransition, type EventType, type TimelineEvent } from './timeline'

/** What a member of staff can do with a case. Closing with the answer is `answered` and then `closed`. */
export type StaffStep = Extract<
  EventType,
  | 'assigned'
  | 'referred'
  | 'noted'
  | 'told'
  | 'asked'
  | 'informed'
  | 'answered'
  | 'closed'
  | 'reopened'
  | 'restricted'
  | 'unrestricted'
>

/** The steps that `timeline` allows next, so that a screen offers nothing that would be refused. */
export function allowedTransitions(timeline: readonly TimelineEvent[], rules: CaseRules): StaffStep[] {
  const at = timeline.at(-1)?.at ?? 0
  const isPossible = (type: EventType) =>
    checkTransition(timeline, { type, at, assignee: 'somebody', department: null, actor: null, hasText: true }, rules)
      .status === 'ok'
  return rules.transitions.staffSteps.filter(isPossible)
}
