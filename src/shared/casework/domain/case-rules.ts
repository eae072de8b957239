import type { StaffStep } from './allowed-transitions'
import type { EventType } from './timeline'

/** Which steps may follow which. */
export interface TransitionRules {
  /** What staff can do, in the order in which it is offered. */
  staffSteps: readonly StaffStep[]
  /** Steps that are words, or need a reason. */
  withText: ReadonlySet<EventType>
  /** Steps that name a person or a department. */
  withTarget: ReadonlySet<EventType>
  /** What a closed case takes before it is reopened. */
  whenClosed: ReadonlySet<EventType>
}

/** What the clock of an answer counts. */
export interface ClockRules {
  /** The person says something that we owe an answer. */
  starts: ReadonlySet<EventType>
  /** We wait for the person. What starts the clock ends the pause too. */
  pauses: ReadonlySet<EventType>
  /** Nothing is owed any more. */
  stops: ReadonlySet<EventType>
}

/** What differs from one type of case to another in plain rules. */
export interface CaseRules {
  transitions: TransitionRules
  clock: ClockRules
}

/** A case that is answered. Source: the association's policy, dealing 1 and 3. */
export const standardRules: CaseRules = {
  transitions: {
    staffSteps: [
      'assigned',
      'referred',
      'noted',
      'told',
      'asked',
      'informed',
      'answered',
      'closed',
      'reopened',
      'restricted',
      'unrestricted',
    ],
    withText: new Set([
      'referred',
      'noted',
      'told',
      'asked',
      'added',
      'informed',
      'answered',
      'reopened',
      'restricted',
      'unrestricted',
    ]),
    withTarget: new Set(['assigned', 'referred']),
    whenClosed: new Set([
      'acknowledged',
      'noted',
      'told',
      'reopened',
      'undelivered',
      'restricted',
      'unrestricted',
      'codeRequested',
      'codeReissued',
    ]),
  },
  clock: {
    starts: new Set(['received', 'added', 'reopened']),
    pauses: new Set(['asked']),
    stops: new Set(['answered']),
  },
}
