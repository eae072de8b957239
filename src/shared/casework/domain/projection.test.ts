import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardRules } from './case-rules'
import { type Projection, project, timelineOf } from './projection'
import { checkTransition, type EventType, eventTypes, type TimelineEvent } from './timeline'

const day = 86_400_000
/** A calendar in which every day works. */
const workingTime = {
  openingFrom: (instant: number) => instant,
  closingFrom: (instant: number) => instant,
  daysAfter: (from: number, days: number) => Array.from({ length: days }, (_, index) => from + (index + 1) * day),
  between: (from: number, until: number) => until - from,
  add: (from: number, duration: number) => from + duration,
}
const submission = { receivedAt: 0, targetDays: 3 }
/** Events a day apart, beginning a day after reception. */
const events = (...types: EventType[]): TimelineEvent[] =>
  types.map((type, index) => ({ type, at: (index + 1) * day, assignee: null, department: null, actor: null }))

describe('project', () => {
  it.each<[EventType[], string]>([
    [[], 'new'],
    [['acknowledged', 'noted'], 'new'],
    [['assigned'], 'open'],
    [['referred'], 'open'],
    [['informed'], 'open'],
    [['asked', 'informed'], 'waiting'],
    [['assigned', 'asked'], 'waiting'],
    [['asked', 'noted', 'assigned'], 'waiting'],
    [['asked', 'added'], 'open'],
    [['asked', 'answered'], 'answered'],
    [['answered'], 'answered'],
    [['answered', 'asked'], 'waiting'],
    [['answered', 'added'], 'open'],
    [['answered', 'closed'], 'closed'],
    [['answered', 'closed', 'noted'], 'closed'],
    [['answered', 'closed', 'reopened'], 'open'],
  ])('reads %j as %s', (types, status) => {
    expect(project(submission, events(...types), workingTime, standardRules).status).toBe(status)
  })

  it.each<[EventType[], number]>([
    [[], 3],
    [['asked', 'added'], 4],
    [['asked', 'noted', 'asked', 'noted', 'added'], 7],
    [['asked', 'added', 'asked', 'added'], 5],
    [['answered', 'asked', 'added'], 6],
    [['asked', 'answered'], 4],
    [['informed'], 3],
    [['informed', 'asked', 'informed', 'added'], 5],
    [['answered', 'closed'], 3],
    [['answered', 'reopened'], 5],
    [['answered', 'reopened', 'added'], 5],
    [['answered', 'added', 'answered', 'closed', 'reopened'], 8],
  ])('runs the clock of %j from the oldest words without an answer', (types, dueDay) => {
    expect(project(submission, events(...types), workingTime, standardRules).dueAt).toBe(dueDay * day)
  })

  it('has no due date while we wait for the person, and is not late by the days of their silence', () => {
    const silent: TimelineEvent[] = [
      { type: 'asked', at: day, assignee: null, department: null, actor: 'noura' },
      { type: 'added', at: 47 * day, assignee: null, department: null, actor: null },
    ]
    expect(project(submission, silent.slice(0, 1), workingTime, standardRules).dueAt).toBeNull()
    expect(project(submission, silent, workingTime, standardRules).dueAt).toBe(49 * day)
  })

  it('has no due date when the association set no target', () => {
    expect(
      project({ receivedAt: 0, targetDays: null }, events('assigned'), workingTime, standardRules).dueAt,
    ).toBeNull()
  })

  it('gives the turn to what is due, then to what has no date, then to what is not on us', () => {
    const turnOf = (targetDays: number | null, ...types: EventType[]) =>
      project({ receivedAt: 0, targetDays }, events(...types), workingTime, standardRules).workQueueAt
    const inOrder = [turnOf(1), turnOf(3, 'assigned'), turnOf(null), turnOf(1, 'asked')]
    expect(inOrder).toEqual([...new Set(inOrder)].sort((a, b) => a - b))
    expect(turnOf(1, 'answered')).toBe(turnOf(1, 'asked'))
    expect(turnOf(1, 'answered', 'closed')).toBe(turnOf(1, 'asked'))
  })

  it('names the last person it was given to, and keeps the department in sight', () => {
    const given: TimelineEvent[] = [
      { type: 'referred', at: day, assignee: null, department: 'registration', actor: null },
      { type: 'assigned', at: 2 * day, assignee: 'noura', department: null, actor: null },
    ]
    expect(project(submission, given, workingTime, standardRules)).toMatchObject({
      assignee: 'noura',
      department: 'registration',
    })
  })

  it('leaves nobody in charge after a referral to a department', () => {
    const given: TimelineEvent[] = [
      { type: 'assigned', at: day, assignee: 'noura', department: null, actor: null },
      { type: 'referred', at: 2 * day, assignee: null, department: 'registration', actor: null },
    ]
    expect(project(submission, given, workingTime, standardRules)).toMatchObject({
      assignee: null,
      department: 'registration',
    })
  })

  const step = (type: EventType, given: Partial<TimelineEvent> = {}): TimelineEvent => ({
    ...{ type, at: day, assignee: null, department: null, actor: null },
    ...given,
  })

  it.each<[string, TimelineEvent[], string | null]>([
    ['who answers what is nobody’s', [step('answered', { actor: 'noura' })], 'noura'],
    ['who asks about it', [step('asked', { actor: 'noura' }), step('added')], 'noura'],
    [
      'the assignee, even if someone else answers',
      [step('assigned', { assignee: 'hind' }), step('answered', { actor: 'noura' })],
      'hind',
    ],
    [
      'who answers what a department has',
      [step('referred', { department: 'd' }), step('answered', { actor: 'noura' })],
      'noura',
    ],
    ['nobody, where somebody only noted', [step('noted', { actor: 'noura' })], null],
    ['nobody, once the assignee can’t work on it', [step('assigned', { assignee: 'hind' }), step('released')], null],
    ['who takes it after that', [step('released'), step('assigned', { assignee: 'noura' })], 'noura'],
  ])('is with %s', (_, taken, expected) => {
    expect(project(submission, taken, workingTime, standardRules).assignee).toBe(expected)
  })

  it.each<[EventType[], boolean]>([
    [['answered', 'undelivered'], true],
    [['answered', 'closed', 'undelivered'], true],
    [['answered', 'undelivered', 'assigned'], true],
    [['answered', 'undelivered', 'reopened'], false],
    [['answered', 'undelivered', 'answered'], false],
    [['answered', 'codeRequested'], true],
    [['codeRequested', 'answered'], true],
    [['codeRequested', 'codeReissued'], false],
    [['answered'], false],
  ])('knows after %j whether the person may not have been reached: %s', (types, expected) => {
    expect(project(submission, events(...types), workingTime, standardRules).isUndelivered).toBe(expected)
  })

  it('takes a note about anything else for no contact with the person', () => {
    const taken = [step('answered'), step('undelivered'), step('noted', { actor: 'noura' })]
    expect(project(submission, taken, workingTime, standardRules).isUndelivered).toBe(true)
    const told = [...taken, step('told', { actor: 'noura' })]
    expect(project(submission, told, workingTime, standardRules).isUndelivered).toBe(false)
    expect(project(submission, told, workingTime, standardRules).status).toBe('answered')
  })

  it('ends with the time of the last event, and is closed only with a closing time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...eventTypes.slice(1))), (types) => {
        const projection = project(submission, events(...types), workingTime, standardRules)
        expect(projection.lastEventAt).toBe(types.length * day)
        expect(projection.closedAt !== null).toBe(projection.status === 'closed')
        expect(projection.isWaitingOnPerson).toBe(projection.status === 'waiting')
      }),
    )
  })
})

describe('a restriction', () => {
  const step = (type: TimelineEvent['type'], assignee: string | null = null, department: string | null = null) => ({
    ...{ type, assignee, department },
    at: day,
    actor: 'officer',
  })
  const none = { isRestricted: false, concerns: null }
  it.each<[what: string, isSensitive: boolean, events: TimelineEvent[], expected: Partial<Projection>]>([
    ['is none at first', false, [], none],
    ['is the person’s own wish', true, [], { isRestricted: true, concerns: null }],
    ['names whom it concerns', false, [step('restricted', 'reem')], { isRestricted: true, concerns: 'reem' }],
    ['leaves no assignee', false, [step('assigned', 'noura'), step('restricted')], { assignee: null }],
    ['makes nobody the assignee', false, [step('restricted', 'reem')], { assignee: null }],
    ['leaves no department', false, [step('referred', null, 'd'), step('restricted')], { department: null }],
    ['can be given to somebody', true, [step('restricted'), step('assigned', 'noura')], { assignee: 'noura' }],
    ['is lifted', true, [step('restricted', 'reem'), step('unrestricted')], none],
    [
      'returns',
      false,
      [step('restricted', 'reem'), step('unrestricted'), step('restricted')],
      { isRestricted: true, concerns: null },
    ],
  ])('%s', (_, isSensitive, events, expected) => {
    expect(project({ ...submission, isSensitive }, events, workingTime, standardRules)).toMatchObject(expected)
  })

  it('is lifted only where there is one', () => {
    const timeline = timelineOf(submission, [])
    const lifted = { ...step('unrestricted'), hasText: true }
    expect(checkTransition(timeline, lifted, standardRules)).toEqual({ status: 'refused', reason: 'notRestricted' })
    const restricted = timelineOf(submission, [step('restricted')])
    expect(checkTransition(restricted, lifted, standardRules)).toEqual({ status: 'ok' })
  })
})
