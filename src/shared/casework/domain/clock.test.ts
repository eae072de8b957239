import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingTimeOf } from '@/shared/calendar/server/read-calendar'
import { standardCalendar } from '@/shared/calendar/standard-calendar'
import { dayOf } from '@/shared/calendar/working-calendar'
import { standardRules } from './case-rules'
import { explainDue, project } from './projection'
import { type EventType, eventTypes, type TimelineEvent } from './timeline'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const time = workingTimeOf(standardCalendar)
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+03:00`)
const shown = (instant: number | null | undefined) =>
  instant ? new Date(instant + 3 * HOUR).toISOString().slice(0, 16).replace('T', ' ') : null
const event = (type: EventType, when: number): TimelineEvent => ({
  ...{ type, at: when },
  assignee: null,
  department: null,
  actor: null,
})
const explain = (received: string, targetDays: number | null, ...steps: [EventType, string][]) =>
  explainDue(
    { receivedAt: at(received), targetDays },
    steps.map(([type, when]) => event(type, at(when))),
    time,
    standardRules,
  )

describe('a due date', () => {
  // 22 November 2026 is a Sunday.
  it.each<[string, string, number, [EventType, string][], string | null]>([
    ['is the end of a working day', '2026-11-22 04:36', 3, [], '2026-11-25 16:00'],
    [
      'comes later by the working time of a pause, to the end of that day',
      '2026-11-22 10:00',
      1,
      [
        ['asked', '2026-11-22 11:00'],
        ['added', '2026-11-22 13:00'],
      ],
      '2026-11-24 16:00',
    ],
    [
      'stays where a pause took no working time',
      '2026-11-26 10:00',
      1,
      [
        ['asked', '2026-11-27 11:00'],
        ['added', '2026-11-28 13:00'],
      ],
      '2026-11-29 16:00',
    ],
    [
      'comes one day later after a pause of exactly one',
      '2026-11-22 10:00',
      2,
      [
        ['asked', '2026-11-22 12:00'],
        ['added', '2026-11-23 12:00'],
      ],
      '2026-11-25 16:00',
    ],
    [
      'adds up two pauses',
      '2026-11-22 10:00',
      1,
      [
        ['asked', '2026-11-22 11:00'],
        ['added', '2026-11-22 15:00'],
        ['asked', '2026-11-23 08:00'],
        ['added', '2026-11-23 13:00'],
      ],
      '2026-11-25 16:00',
    ],
    ['is none while we wait', '2026-11-22 10:00', 1, [['asked', '2026-11-22 11:00']], null],
    [
      'counts from what was said last',
      '2026-11-22 10:00',
      1,
      [
        ['answered', '2026-11-22 11:00'],
        ['reopened', '2026-11-25 20:00'],
      ],
      '2026-11-29 16:00',
    ],
  ])('%s', (_, received, days, steps, due) => {
    expect(shown(explain(received, days, ...steps)?.dueAt)).toBe(due)
  })

  it('is none without a target', () => {
    expect(explain('2026-11-22 10:00', null)).toBeNull()
  })

  it('opens into its arithmetic', () => {
    const found = explain('2026-11-22 17:30', 2, ['asked', '2026-11-23 10:00'], ['added', '2026-11-23 12:30'])
    expect(
      found && {
        ...found,
        days: found.days.map(shown),
        start: shown(found.start),
        countedFrom: shown(found.countedFrom),
        dueAt: shown(found.dueAt),
      },
    ).toEqual({
      startedBy: 'received',
      start: '2026-11-22 17:30',
      countedFrom: '2026-11-23 08:00',
      days: ['2026-11-24 16:00', '2026-11-25 16:00'],
      pauses: [{ from: at('2026-11-23 10:00'), until: at('2026-11-23 12:30'), duration: 2.5 * HOUR }],
      dueAt: '2026-11-26 16:00',
    })
  })

  const steps = fc.array(fc.tuple(fc.constantFrom(...eventTypes.slice(1)), fc.integer({ min: 1, max: 9 * 24 * 60 })), {
    maxLength: 12,
  })

  it('is what its arithmetic adds up to, counted day by day, and what lists show', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }),
        fc.integer({ min: 1, max: 10 }),
        steps,
        (minute, targetDays, taken) => {
          const receivedAt = at('2025-01-01 00:00') + minute * 60_000
          let when = receivedAt
          const events = taken.map(([type, minutes]) => {
            when += minutes * 60_000
            return event(type, when)
          })
          const submission = { receivedAt, targetDays }
          const found = explainDue(submission, events, time, standardRules)
          expect(project(submission, events, time, standardRules).dueAt).toBe(found?.dueAt ?? null)
          fc.pre(found !== null)
          // Day by day, without any of the functions that counted it.
          let day = found.countedFrom
          let left = targetDays
          while (left > 0) {
            day += DAY
            if (dayOf(standardCalendar, day).kind === 'working') left -= 1
          }
          let paused = found.pauses.reduce((total, { duration }) => total + duration, 0)
          while (paused > 0) {
            day += DAY
            const next = dayOf(standardCalendar, day)
            if (next.kind === 'working') paused -= next.closes - next.opens
          }
          const last = dayOf(standardCalendar, day)
          expect(last.kind === 'working' && last.closes).toBe(found.dueAt)
          expect(found.dueAt).toBeGreaterThan(found.start)
        },
      ),
    )
  })
})
