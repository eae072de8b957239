import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingTimeOf } from '@/shared/calendar/server/read-calendar'
import { standardCalendar } from '@/shared/calendar/standard-calendar'
import { standardRules } from './case-rules'
import { followUpOf, formatWaiting, parseWaiting } from './follow-up'
import { project, timelineOf } from './projection'
import { checkTransition, type EventType, type TimelineEvent, type WaitingDays } from './timeline'

const time = workingTimeOf(standardCalendar)
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+03:00`)
const shown = (instant: number) => new Date(instant + 3 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const usual: WaitingDays = { reminders: [3, 7], closing: 14 }
const event = (type: EventType, when: string, waiting: WaitingDays | null = usual): TimelineEvent => ({
  ...{ type, at: at(when), assignee: null, department: null, actor: null },
  ...(type === 'asked' && waiting && { waiting }),
  ...(type === 'closed' && { outcome: 'noReply' }),
})
const submission = { receivedAt: at('2026-11-22 09:00'), targetDays: 3 }
const timelineAfter = (...events: TimelineEvent[]) => timelineOf(submission, events)
const nextAfter = (...events: TimelineEvent[]) => {
  const next = followUpOf(timelineAfter(...events), time)?.next
  return next ? `${next.type} ${shown(next.at)}` : null
}

describe('a question without a reply', () => {
  // 22 November 2026 is a Sunday.
  const asked = event('asked', '2026-11-22 10:00')
  const first = event('reminded', '2026-11-25 16:01')
  const second = event('reminded', '2026-12-01 16:01')

  it.each<[string, TimelineEvent[], string | null]>([
    ['is reminded of at the end of the third working day', [asked], 'reminded 2026-11-25 16:00'],
    ['then at the end of the seventh', [asked, first], 'reminded 2026-12-01 16:00'],
    ['and closed at the end of the fourteenth', [asked, first, second], 'closed 2026-12-10 16:00'],
    ['ends with the reply', [asked, first, event('added', '2026-11-26 09:00')], null],
    [
      'begins again with another question',
      [asked, first, event('asked', '2026-11-29 10:00')],
      'reminded 2026-12-02 16:00',
    ],
    [
      'goes on after a note and an interim reply',
      [asked, event('noted', '2026-11-23 10:00'), event('informed', '2026-11-23 11:00')],
      'reminded 2026-11-25 16:00',
    ],
    ['is not followed up where no days were set when it was asked', [event('asked', '2026-11-22 10:00', null)], null],
    [
      'is closed without a reminder where none is set',
      [event('asked', '2026-11-22 10:00', { reminders: [0, 0], closing: 2 })],
      'closed 2026-11-24 16:00',
    ],
    [
      'is never closed where 0 is set',
      [event('asked', '2026-11-22 10:00', { reminders: [3, 0], closing: 0 }), first],
      null,
    ],
    [
      'is not closed on the day of a reminder that came late',
      [asked, first, event('reminded', '2026-12-20 09:00')],
      'closed 2026-12-21 16:00',
    ],
  ])('%s', (_, events, next) => {
    expect(nextAfter(...events)).toBe(next)
  })

  it('says from the first day on when it is closed', () => {
    expect(shown(followUpOf(timelineAfter(asked), time)?.closesAt ?? 0)).toBe('2026-12-10 16:00')
  })

  it('is not followed up while our mail did not reach the person', () => {
    const lost = project(submission, [asked, event('undelivered', '2026-11-22 10:05')], time, standardRules)
    expect(lost.followUpAt).toBeNull()
    expect(project(submission, [asked], time, standardRules).followUpAt).toBe(at('2026-11-25 16:00'))
  })

  it('leaves a case that owes nothing until the person opens it, whose clock begins then', () => {
    const closed = [asked, event('closed', '2026-12-10 16:01')]
    expect(project(submission, closed, time, standardRules)).toMatchObject({
      status: 'closed',
      outcome: 'noReply',
      isAnswerOwed: false,
      followUpAt: null,
    })
    const opened = project(submission, [...closed, event('reopened', '2026-12-13 09:00')], time, standardRules)
    expect(opened).toMatchObject({ status: 'open', outcome: null, isAnswerOwed: true, dueAt: at('2026-12-16 16:00') })
  })

  it.each<[string, TimelineEvent[], TimelineEvent, object]>([
    ['closes only what we wait for', [], event('closed', '2026-12-10 16:00'), { reason: 'notWaiting' }],
    [
      'reminds only of what we wait for',
      [asked, event('added', '2026-11-23 09:00')],
      event('reminded', '2026-12-10 16:00'),
      { reason: 'notWaiting' },
    ],
    ['closes what we wait for', [asked], event('closed', '2026-12-10 16:00'), { status: 'ok' }],
    [
      'lets the person open it again',
      [asked, event('closed', '2026-12-10 16:00')],
      event('reopened', '2026-12-11 09:00'),
      { status: 'ok' },
    ],
  ])('%s', (_, events, next, result) => {
    expect(checkTransition(timelineAfter(...events), { ...next, hasText: true }, standardRules)).toMatchObject(result)
  })

  it('never goes backwards, and ends after as many steps as are set', () => {
    const days = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(days, days, days, fc.integer({ min: 0, max: 40 * 24 * 60 }), (one, two, closing, late) => {
        const events = [event('asked', '2026-11-22 10:00', { reminders: [one, two], closing })]
        const taken: string[] = []
        for (
          let next = followUpOf(timelineAfter(...events), time)?.next;
          next;
          next = followUpOf(timelineAfter(...events), time)?.next
        ) {
          expect(next.at).toBeGreaterThan(events.at(-1)?.at ?? 0)
          taken.push(next.type)
          events.push({ ...event(next.type, '2026-11-22 10:00'), at: next.at + late * 60_000 })
        }
        expect(taken.length).toBeLessThanOrEqual(3)
        expect(taken.filter((type) => type === 'closed')).toHaveLength(closing > 0 ? 1 : 0)
      }),
    )
  })
})

it.each([
  [{ reminders: [3, 7], closing: 14 }, '3,7,14'],
  [{ reminders: [], closing: 14 }, '14'],
  [{ reminders: [3, 0], closing: 0 }, '3,0,0'],
])('%j is kept as %s', (days, kept) => {
  expect(formatWaiting(days)).toBe(kept)
  expect(parseWaiting(kept)).toEqual(days)
})

it('keeps nothing where nothing is to follow, and reads nothing from what it does not know', () => {
  expect(formatWaiting({ reminders: [0, 0], closing: 0 })).toBeNull()
  expect([null, '', 'x', '3,x'].map(parseWaiting)).toEqual([undefined, undefined, undefined, undefined])
})
