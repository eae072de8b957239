import { describe, expect, it } from 'vitest'
import { allowedTransitions } from './allowed-transitions'
import { type CaseRules, standardRules } from './case-rules'
import { project } from './projection'
import { checkTransition, type EventType, type TimelineEvent } from './timeline'

/** A type of case that is neither asked about nor paused, and needs no words to be reopened. */
const otherRules: CaseRules = {
  transitions: {
    staffSteps: ['noted', 'answered', 'closed', 'reopened'],
    withText: new Set(['answered']),
    withTarget: new Set(),
    whenClosed: new Set(['reopened']),
  },
  clock: { starts: new Set(['received']), pauses: new Set(), stops: new Set(['closed']) },
}

const day = 86_400_000
const event = (type: EventType, at: number): TimelineEvent => ({
  ...{ type, at },
  assignee: null,
  department: null,
  actor: null,
})
const events = (...types: EventType[]) => types.map((type, index) => event(type, (index + 1) * day))
const timeline = (...types: EventType[]) => [event('received', 0), ...events(...types)]
const workingTime = {
  openingFrom: (instant: number) => instant,
  closingFrom: (instant: number) => instant,
  daysAfter: (from: number, days: number) => Array.from({ length: days }, (_, index) => from + (index + 1) * day),
  between: (from: number, until: number) => until - from,
  add: (from: number, duration: number) => from + duration,
}
const submission = { receivedAt: 0, targetDays: 5 }

describe('a type of case', () => {
  it('says which steps are offered', () => {
    expect(allowedTransitions(timeline(), otherRules)).toEqual(['noted', 'answered'])
    expect(allowedTransitions(timeline(), standardRules)).toEqual([
      'assigned',
      'referred',
      'noted',
      'told',
      'asked',
      'informed',
      'answered',
      'restricted',
    ])
  })

  it('says which steps need words, and what a closed case takes', () => {
    const reopened = { ...event('reopened', 9 * day), hasText: false }
    expect(checkTransition(timeline('answered', 'closed'), reopened, standardRules)).toEqual({
      status: 'refused',
      reason: 'textMissing',
    })
    expect(checkTransition(timeline('answered', 'closed'), reopened, otherRules)).toEqual({ status: 'ok' })
    const noted = { ...event('noted', 9 * day), hasText: true }
    expect(checkTransition(timeline('answered', 'closed'), noted, standardRules)).toEqual({ status: 'ok' })
    expect(checkTransition(timeline('answered', 'closed'), noted, otherRules)).toEqual({
      status: 'refused',
      reason: 'closed',
    })
  })

  it('says what its clock counts', () => {
    const asked = events('asked', 'added')
    expect(project(submission, asked, workingTime, standardRules).dueAt).toBe(6 * day)
    expect(project(submission, asked, workingTime, otherRules).dueAt).toBe(5 * day)
    expect(project(submission, events('answered'), workingTime, standardRules).isAnswerOwed).toBe(false)
    expect(project(submission, events('answered'), workingTime, otherRules).isAnswerOwed).toBe(true)
  })
})
