import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { project } from './projection'
import { type EventType, eventTypes, type TimelineEvent } from './timeline'

const day = 86_400_000
const addDays = (from: number, days: number) => from + days * day
const submission = { receivedAt: 0, targetDays: 3 }
/** Events a day apart, beginning a day after reception. */
const events = (...types: EventType[]): TimelineEvent[] =>
  types.map((type, index) => ({ type, at: (index + 1) * day, assignee: null, department: null }))

describe('project', () => {
  it.each<[EventType[], string]>([
    [[], 'new'],
    [['acknowledged', 'noted'], 'new'],
    [['assigned'], 'open'],
    [['referred'], 'open'],
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
    expect(project(submission, events(...types), addDays).status).toBe(status)
  })

  it.each<[EventType[], number]>([
    [[], 3],
    [['asked', 'added'], 3],
    [['answered', 'closed'], 3],
    [['answered', 'reopened'], 5],
    [['answered', 'reopened', 'added'], 5],
    [['answered', 'added', 'answered', 'closed', 'reopened'], 8],
  ])('runs the clock of %j from the oldest words without an answer', (types, dueDay) => {
    expect(project(submission, events(...types), addDays).dueAt).toBe(dueDay * day)
  })

  it('has no due date when the association set no target', () => {
    expect(project({ receivedAt: 0, targetDays: null }, events('assigned'), addDays).dueAt).toBeNull()
  })

  it('gives the turn to what is due, then to what has no date, then to what is not on us', () => {
    const turnOf = (targetDays: number | null, ...types: EventType[]) =>
      project({ receivedAt: 0, targetDays }, events(...types), addDays).turnAt
    const inOrder = [turnOf(1), turnOf(3, 'assigned'), turnOf(null), turnOf(1, 'asked')]
    expect(inOrder).toEqual([...new Set(inOrder)].sort((a, b) => a - b))
    expect(turnOf(1, 'answered')).toBe(turnOf(1, 'asked'))
    expect(turnOf(1, 'answered', 'closed')).toBe(turnOf(1, 'asked'))
  })

  it('names the last person it was given to, and keeps the department in sight', () => {
    const given: TimelineEvent[] = [
      { type: 'referred', at: day, assignee: null, department: 'registration' },
      { type: 'assigned', at: 2 * day, assignee: 'noura', department: null },
    ]
    expect(project(submission, given, addDays)).toMatchObject({ assignee: 'noura', department: 'registration' })
  })

  it('leaves nobody in charge after a referral to a department', () => {
    const given: TimelineEvent[] = [
      { type: 'assigned', at: day, assignee: 'noura', department: null },
      { type: 'referred', at: 2 * day, assignee: null, department: 'registration' },
    ]
    expect(project(submission, given, addDays)).toMatchObject({ assignee: null, department: 'registration' })
  })

  it('ends with the time of the last event, and is closed only with a closing time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...eventTypes.slice(1))), (types) => {
        const projection = project(submission, events(...types), addDays)
        expect(projection.lastEventAt).toBe(types.length * day)
        expect(projection.closedAt !== null).toBe(projection.status === 'closed')
        expect(projection.isWaitingOnPerson).toBe(projection.status === 'waiting')
      }),
    )
  })
})
