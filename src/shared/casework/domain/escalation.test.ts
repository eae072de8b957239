import { expect, it } from 'vitest'
import { type DueCase, type EscalationSettings, escalate } from './escalation'

const noura: DueCase = { assignee: 'noura', department: 'office', dueAt: 100, isOnUs: true, mark: 50 }
const nobodys: DueCase = { ...noura, assignee: null }
const settings: EscalationSettings = { manager: 'manager', veryLateAt: (dueAt) => dueAt + 30 }
const never: EscalationSettings = { ...settings, veryLateAt: () => null }

it.each<[string, DueCase, number, EscalationSettings, string[], number | null]>([
  ['before it is due: the assignee', noura, 50, settings, ['due-soon person noura'], 100],
  ['of an unassigned case: its department’s lead', nobodys, 50, settings, ['due-soon lead office'], 100],
  [
    'of one without a department: everybody',
    { ...nobodys, department: null },
    50,
    settings,
    ['due-soon everybody'],
    100,
  ],
  [
    'once it has passed: the lead too',
    { ...noura, mark: 100 },
    100,
    settings,
    ['overdue person noura', 'escalated lead office'],
    130,
  ],
  ['of an unassigned case: the lead once', { ...nobodys, mark: 100 }, 100, settings, ['escalated lead office'], 130],
  [
    'of nobody’s and no department’s',
    { ...nobodys, department: null, mark: 100 },
    100,
    settings,
    ['overdue everybody', 'escalated lead null'],
    130,
  ],
  [
    'very late: the manager, and nobody else again',
    { ...noura, mark: 130 },
    130,
    settings,
    ['very-late manager manager'],
    null,
  ],
  [
    'very late and no manager named',
    { ...noura, mark: 130 },
    130,
    { ...settings, manager: null },
    ['very-late manager null'],
    null,
  ],
  ['where the calendar has moved it: nobody yet', { ...noura, mark: 120 }, 120, settings, [], 130],
  [
    'where nothing is ever very late',
    { ...noura, mark: 100 },
    900,
    never,
    ['overdue person noura', 'escalated lead office'],
    null,
  ],
  [
    'all at once after a long standstill',
    { ...noura, mark: 50 },
    900,
    settings,
    ['overdue person noura', 'escalated lead office', 'very-late manager manager'],
    null,
  ],
  ['while we wait, answered or closed: nobody', { ...noura, isOnUs: false }, 900, settings, [], null],
  ['without a due date: nobody', { ...noura, dueAt: null }, 900, settings, [], null],
])('is told %s', (_, given, now, rules, told, next) => {
  const result = escalate(given, now, rules)
  const words = result.told.map(({ kind, audience }) => {
    const whom = audience.kind === 'lead' ? audience.department : 'id' in audience ? audience.id : undefined
    return [kind, audience.kind, ...(whom === undefined ? [] : [String(whom)])].join(' ')
  })
  expect({ told: words, next: result.next }).toEqual({ told, next })
})

it('escalates to another person than the assignee', () => {
  const { told } = escalate({ ...noura, mark: 100 }, 100, settings)
  expect(told[1]?.audience).toEqual({ kind: 'lead', department: 'office', except: 'noura' })
})
