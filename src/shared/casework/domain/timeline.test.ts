import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nonEmpty } from '../../../../tests/setup/non-empty'
import { standardRules } from './case-rules'
import {
  checkTransition,
  type EventType,
  eventTypes,
  isAnswerOwed,
  isClosed,
  type NewEvent,
  type TimelineEvent,
} from './timeline'

const minute = 60_000
/** Events a minute apart, all of them complete. */
const timeline = (...types: EventType[]): TimelineEvent[] =>
  types.map((type, index) => ({ type, at: index * minute, assignee: null, department: null, actor: null }))
const event = (type: EventType, more: Partial<NewEvent> = {}): NewEvent => ({
  type,
  at: 100 * minute,
  assignee: 'user-1',
  department: null,
  actor: null,
  hasText: true,
  ...more,
})

describe('append', () => {
  it.each<[EventType[], EventType, string]>([
    [[], 'received', 'ok'],
    [[], 'assigned', 'notReceived'],
    [['received'], 'received', 'alreadyReceived'],
    [['received'], 'acknowledged', 'ok'],
    [['received', 'acknowledged'], 'acknowledged', 'alreadyAcknowledged'],
    [['received'], 'closed', 'answerMissing'],
    [['received', 'assigned', 'asked'], 'closed', 'answerMissing'],
    [['received', 'answered'], 'closed', 'ok'],
    [['received', 'answered', 'added'], 'closed', 'answerMissing'],
    [['received', 'answered', 'reopened'], 'closed', 'answerMissing'],
    [['received', 'answered', 'added', 'answered'], 'closed', 'ok'],
    [['received', 'answered', 'closed'], 'closed', 'closed'],
    [['received', 'answered', 'closed'], 'answered', 'closed'],
    [['received', 'answered', 'closed'], 'added', 'closed'],
    [['received', 'answered', 'closed'], 'noted', 'ok'],
    [['received', 'answered', 'closed'], 'told', 'ok'],
    [['received', 'answered', 'closed'], 'reopened', 'ok'],
    [['received', 'answered', 'closed', 'reopened'], 'closed', 'answerMissing'],
    [['received', 'answered', 'closed', 'reopened', 'answered'], 'closed', 'ok'],
    [['received', 'answered'], 'reopened', 'ok'],
    [['received'], 'reopened', 'notAnswered'],
    [['received', 'answered'], 'answered', 'ok'],
  ])('after %j, %s gives %s', (before, type, expected) => {
    const result = checkTransition(timeline(...before), event(type), standardRules)
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe(expected)
  })

  it.each<[EventType]>([['referred'], ['noted'], ['told'], ['asked'], ['added'], ['answered']])(
    'refuses %s without words',
    (type) => {
      expect(checkTransition(timeline('received'), event(type, { hasText: false }), standardRules)).toEqual({
        status: 'refused',
        reason: 'textMissing',
      })
    },
  )

  it.each<[EventType]>([['assigned'], ['referred']])('refuses %s to nobody', (type) => {
    expect(checkTransition(timeline('received'), event(type, { assignee: null }), standardRules)).toEqual({
      status: 'refused',
      reason: 'targetMissing',
    })
  })

  it('refuses an event from before the last one', () => {
    expect(checkTransition(timeline('received', 'assigned'), event('noted', { at: 0 }), standardRules)).toEqual({
      status: 'refused',
      reason: 'beforeLastEvent',
    })
  })
})

describe('every timeline that append built', () => {
  const steps = fc.array(
    fc.record({
      type: fc.constantFrom(...eventTypes),
      hasText: fc.boolean(),
      assignee: fc.constantFrom('user-1', null),
      wait: fc.nat(1000),
    }),
    { maxLength: 40 },
  )

  const build = (attempts: { type: EventType; hasText: boolean; assignee: string | null; wait: number }[]) => {
    const built: TimelineEvent[] = []
    let at = 0
    for (const { wait, ...attempt } of [
      { type: 'received' as const, hasText: true, assignee: null, wait: 0 },
      ...attempts,
    ]) {
      at += wait
      const next = { ...attempt, at, department: null, actor: null }
      if (checkTransition(built, next, standardRules).status === 'ok') built.push(next)
    }
    return built
  }

  it('has an answer after the last words of the person wherever it is closed', () => {
    fc.assert(
      fc.property(steps, (attempts) => {
        const built = build(attempts)
        const closings = built.flatMap(({ type }, index) => (type === 'closed' ? [built.slice(0, index)] : []))
        fc.pre(closings.length > 0)
        const unanswered = closings.filter((before) => {
          const lastWords = before.findLastIndex((past) => ['received', 'added', 'reopened'].includes(past.type))
          return before.findLastIndex((past) => past.type === 'answered') < lastWords
        })
        expect(unanswered).toEqual([])
      }),
    )
  })

  it('is received once, at its start, and never goes back in time', () => {
    fc.assert(
      fc.property(steps, (attempts) => {
        const built = build(attempts)
        expect(built.filter(({ type }) => type === 'received')).toHaveLength(1)
        expect(built[0]?.type).toBe('received')
        expect(nonEmpty(built).every(({ at }, index) => at >= (built[index - 1]?.at ?? 0))).toBe(true)
      }),
    )
  })

  it('never owes an answer while it is closed', () => {
    fc.assert(
      fc.property(steps, (attempts) => {
        const built = build(attempts)
        const closed = built.map((_, index) => built.slice(0, index + 1)).filter(isClosed)
        fc.pre(closed.length > 0)
        expect(nonEmpty(closed).filter((past) => isAnswerOwed(past, standardRules.clock))).toEqual([])
      }),
    )
  })
})
