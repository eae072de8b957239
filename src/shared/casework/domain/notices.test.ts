import { describe, expect, it } from 'vitest'
import {
  type Audience,
  audienceOf,
  type CaseNow,
  deliveryOf,
  groupOf,
  groupsOf,
  isMoot,
  isStepKind,
  type Notice,
  type Place,
  type StepKind,
  type Worker,
} from './notices'

const nowhere: Place = { assignee: null, department: null }
const noura: Place = { assignee: 'noura', department: null }
const office: Place = { assignee: null, department: 'office' }

describe('who is told of a step', () => {
  const person = { kind: 'person', id: 'noura' }
  const department = { kind: 'department', id: 'office' }
  const everybody = { kind: 'everybody' }
  it.each<[StepKind, { target?: Place; holder?: Place }, object | null]>([
    ['received', {}, everybody],
    ['received', { holder: office }, department],
    // Somebody has taken it meanwhile.
    ['received', { holder: noura }, null],
    ['released', {}, everybody],
    ['released', { holder: office }, department],
    ['restricted', {}, everybody],
    ['assigned', { target: noura }, person],
    ['referred', { target: noura, holder: { assignee: 'reem', department: null } }, person],
    ['referred', { target: office, holder: office }, department],
    ['added', { holder: { assignee: 'noura', department: 'office' } }, person],
    ['added', { holder: office }, department],
    ['added', {}, everybody],
    ['reopened', { holder: noura }, person],
    ['undelivered', { holder: noura }, person],
    ['undelivered', {}, everybody],
  ])('%s: %j', (kind, { target = nowhere, holder = nowhere }, audience) => {
    expect(audienceOf(kind, { target, holder })).toEqual(audience)
  })

  it.each(['acknowledged', 'noted', 'asked', 'answered', 'closed', 'overdue'] as const)('nobody of %s', (type) => {
    expect(isStepKind(type)).toBe(false)
  })
})

describe('the people of an audience', () => {
  const worker = (id: string, more: Partial<Worker> = {}): Worker => ({
    id,
    department: null,
    isCaseOfficer: false,
    isLead: false,
    isAdministrator: false,
    ...more,
  })
  const noura = worker('noura', { isCaseOfficer: true })
  const reem = worker('reem', { isCaseOfficer: true })
  const lead = worker('lead', { department: 'office', isLead: true })
  const second = worker('second', { department: 'office', isLead: true })
  const admin = worker('admin', { isAdministrator: true })
  const everybody = { kind: 'everybody' } as const
  const office = { kind: 'department', id: 'office' } as const
  const leadOf = (department: string | null, except: string | null = null) =>
    ({ kind: 'lead', department, except }) as const
  it.each<[string, Audience, string[][], boolean]>([
    ['a person', { kind: 'person', id: 'reem' } as const, [['reem']], true],
    ['nobody who may not work on cases', { kind: 'person', id: 'huda' } as const, [[]], true],
    [
      'of a department, else the officers',
      office,
      [['lead', 'second'], ['noura', 'reem'], ['admin'], ['noura', 'reem', 'lead', 'second', 'admin']],
      false,
    ],
    [
      'of everybody: the officers, else the administrators, else who works on cases',
      everybody,
      [['noura', 'reem'], ['admin'], ['noura', 'reem', 'lead', 'second', 'admin']],
      false,
    ],
    [
      'the lead who is named, else all leads of the department',
      leadOf('office'),
      [['lead'], ['lead', 'second'], ['admin'], ['noura', 'reem', 'lead', 'second', 'admin']],
      false,
    ],
    [
      'all leads where none is named',
      leadOf('other'),
      [[], [], ['admin'], ['noura', 'reem', 'lead', 'second', 'admin']],
      false,
    ],
    [
      'nobody who is to be answered for',
      leadOf('office', 'lead'),
      [[], ['second'], ['admin'], ['noura', 'reem', 'second', 'admin']],
      false,
    ],
    [
      'the manager who is named',
      { kind: 'manager', id: 'noura' },
      [['noura'], ['admin'], ['noura', 'reem', 'lead', 'second', 'admin']],
      false,
    ],
    [
      'the administrators without one',
      { kind: 'manager', id: null },
      [[], ['admin'], ['noura', 'reem', 'lead', 'second', 'admin']],
      false,
    ],
  ])('are %s', (_, audience, ids, isOwn) => {
    const groups = groupsOf(audience, [noura, reem, lead, second, admin], new Map([['office', 'lead']]))
    expect(groups.map((group) => group.ids)).toEqual(ids)
    expect(groups[0]?.isOwn).toBe(isOwn)
  })
})

it.each([
  ['at-once', true, 'at-once'],
  ['at-once', false, 'at-once'],
  ['digest', true, 'digest'],
  ['digest', false, 'digest'],
  // Never off for what is theirs to do.
  ['off', true, 'digest'],
  ['off', false, 'page'],
  [null, false, 'at-once'],
] as const)('who chose %s is told (own: %s) by %s', (preference, isOwn, delivery) => {
  expect(deliveryOf(preference, isOwn)).toBe(delivery)
})

it.each([
  ['assigned', true, 'to-do'],
  ['added', true, 'to-do'],
  ['overdue', false, 'to-do'],
  ['escalated', false, 'to-do'],
  ['very-late', false, 'to-do'],
  ['received', false, 'new'],
  ['referred', false, 'new'],
  ['released', false, 'new'],
  ['added', false, 'information'],
  ['undelivered', false, 'information'],
] as const)('a digest has %s (own: %s) under %s', (kind, isOwn, group) => {
  expect(groupOf({ kind, isOwn })).toBe(group)
})

describe('what is told has passed', () => {
  const fresh: CaseNow = { status: 'new', assignee: null, dueAt: 7, isAnswerOwed: true, isUndelivered: false }
  const mine: CaseNow = { ...fresh, status: 'open', assignee: 'me' }
  const toAll = { isOwn: false, recipient: 'me', onBehalfOf: null, dueAt: null }
  const toMe = { isOwn: true, recipient: 'me', onBehalfOf: null, dueAt: null }
  it.each<[string, Notice, CaseNow, boolean]>([
    ['a new case', { ...toAll, kind: 'received' }, fresh, false],
    ['a new case that somebody took', { ...toAll, kind: 'received' }, { ...fresh, assignee: 'reem' }, true],
    ['an assignment', { ...toMe, kind: 'assigned' }, mine, false],
    ['an assignment that went on', { ...toMe, kind: 'assigned' }, { ...mine, assignee: 'reem' }, true],
    ['an assignment that was closed', { ...toMe, kind: 'assigned' }, { ...mine, status: 'closed' }, true],
    ['a referral to the department', { ...toAll, kind: 'referred' }, fresh, false],
    ['one that somebody took', { ...toAll, kind: 'referred' }, { ...fresh, assignee: 'reem' }, true],
    ['a reply', { ...toMe, kind: 'added' }, mine, false],
    ['a reply that was answered', { ...toMe, kind: 'added' }, { ...mine, isAnswerOwed: false }, true],
    ['a refused mail', { ...toMe, kind: 'undelivered' }, { ...mine, isUndelivered: true, status: 'closed' }, false],
    ['one of which the person was told', { ...toMe, kind: 'undelivered' }, mine, true],
    ['a due date', { ...toMe, kind: 'overdue', dueAt: 7 }, mine, false],
    ['a due date that moved', { ...toMe, kind: 'overdue', dueAt: 6 }, mine, true],
    ['a lead’s due date', { ...toAll, kind: 'escalated', dueAt: 7 }, mine, false],
    ['a manager’s that was closed', { ...toAll, kind: 'very-late', dueAt: 7 }, { ...mine, status: 'closed' }, true],
    ['a deputy’s', { ...toMe, kind: 'overdue', dueAt: 7, onBehalfOf: 'noura' }, { ...mine, assignee: 'noura' }, false],
    ['a deputy’s who took it', { ...toMe, kind: 'overdue', dueAt: 7, onBehalfOf: 'noura' }, mine, true],
    ['a due date in time answered', { ...toMe, kind: 'due-soon', dueAt: 7 }, { ...mine, status: 'answered' }, true],
  ])('%s', (_, notice, now, passed) => {
    expect(isMoot(notice, now)).toBe(passed)
  })
})
