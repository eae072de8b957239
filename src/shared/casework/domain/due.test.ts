import { expect, it } from 'vitest'
import { type Urgency, urgencyOf } from './due'

const day = 24 * 60 * 60_000
const hour = 60 * 60_000
const startOfDay = (instant: number) => Math.floor(instant / day) * day
const now = 100 * day + 10 * hour

const cases: [string, number | null, Partial<{ isAnswerOwed: boolean; isWaiting: boolean }>, Urgency][] = [
  ['no target was set', null, {}, { kind: 'none' }],
  ['it is answered, however late', now - 9 * day, { isAnswerOwed: false }, { kind: 'done' }],
  ['the person is asked', now - 9 * day, { isWaiting: true }, { kind: 'done' }],
  ['it passed an hour ago', now - hour, {}, { kind: 'overdue', days: 0 }],
  ['it passed late yesterday', 100 * day - 1, {}, { kind: 'overdue', days: 1 }],
  ['it passed two days ago', now - 2 * day, {}, { kind: 'overdue', days: 2 }],
  ['it is due this evening', now + 10 * hour, {}, { kind: 'today' }],
  ['it is due at the first minute of tomorrow', 101 * day, {}, { kind: 'tomorrow' }],
  ['it is due in three days', now + 3 * day, {}, { kind: 'later', days: 3 }],
]

it.each(cases)('says how urgent a case is when %s', (_, dueAt, state, expected) => {
  expect(urgencyOf({ dueAt, isAnswerOwed: true, isWaiting: false, ...state }, now, startOfDay)).toEqual(expected)
})
