import type { Status } from './projection'
import type { EventType, Instant } from './timeline'

/**
 * Whom of the staff a step or a due date tells, and how. One more kind is one more line of {@link addressees}, its
 * words in `messages/{ar,en}/notices.json` and, where it can pass, a case of {@link isMoot}.
 */

export const noticeKinds = [
  'received',
  'assigned',
  'referred',
  'added',
  'reopened',
  'released',
  'restricted',
  'undelivered',
  'codeRequested',
  'due-soon',
  'overdue',
  'escalated',
  'very-late',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Of a due date, see escalation.ts: `escalated` tells the lead that it has passed, `very-late` the manager. */
export type DueKind = Extract<NoticeKind, 'due-soon' | 'overdue' | 'escalated' | 'very-late'>
/** Of a step. */
export type StepKind = Exclude<NoticeKind, DueKind>

const dueKinds: readonly NoticeKind[] = ['due-soon', 'overdue', 'escalated', 'very-late'] satisfies DueKind[]
const isDueKind = (kind: NoticeKind): kind is DueKind => dueKinds.includes(kind)

export const isStepKind = (type: EventType | NoticeKind): type is StepKind =>
  noticeKinds.some((kind) => kind === type && !isDueKind(kind))

/** `target`: to whom the step gives the case. `holder`: who has it. `takers`: whoever can take it while it is nobody's. */
const addressees: Record<StepKind, 'target' | 'holder' | 'takers'> = {
  received: 'takers',
  assigned: 'target',
  referred: 'target',
  added: 'holder',
  reopened: 'holder',
  released: 'takers',
  restricted: 'takers',
  undelivered: 'holder',
  codeRequested: 'holder',
}

/** A person, a department, or both; everybody who works on cases when it is neither. */
export interface Place {
  assignee: string | null
  department: string | null
}

export type Audience =
  | { kind: 'person'; id: string }
  | { kind: 'department'; id: string }
  | { kind: 'everybody' }
  /** The responsible person of a department; `except` is the one who is to be answered for. */
  | { kind: 'lead'; department: string | null; except: string | null }
  | { kind: 'manager'; id: string | null }

/**
 * @param target to whom the step gives the case
 * @param holder where the case is
 * @returns null when nobody needs to be told
 */
export function audienceOf(kind: StepKind, { target, holder }: { target: Place; holder: Place }): Audience | null {
  const addressee = addressees[kind]
  if (addressee === 'takers' && holder.assignee) return null
  const { assignee, department } = addressee === 'target' ? target : holder
  if (assignee) return { kind: 'person', id: assignee }
  return department ? { kind: 'department', id: department } : { kind: 'everybody' }
}

/** Somebody who may work on cases. */
export interface Worker {
  id: string
  department: string | null
  isCaseOfficer: boolean
  isLead: boolean
  isAdministrator: boolean
}

export interface Group {
  ids: string[]
  /** What it tells is theirs to act on, and passes once the case is somebody else's. */
  isOwn: boolean
  /** Told by name: their deputy is told while they are away. */
  isNamed: boolean
}

/**
 * Who is to be told: the first of these groups in which somebody may see the case, which is asked of the case itself.
 * Where a department has nobody, the case officers come next, then the administrators, then everybody, so that no case
 * is unknown to all.
 */
export function groupsOf(
  audience: Audience,
  workers: readonly Worker[],
  /** The person named as the lead of a department. */
  leads: ReadonlyMap<string, string>,
): Group[] {
  const those = (isAmong: (worker: Worker) => boolean): Group => ({
    ids: workers.filter(isAmong).map(({ id }) => id),
    isOwn: false,
    isNamed: false,
  })
  const named = (person: string | null | undefined): Group => ({ ...those(({ id }) => id === person), isNamed: true })
  const officers = those(({ isCaseOfficer }) => isCaseOfficer)
  const administrators = those(({ isAdministrator }) => isAdministrator)
  // A lead may be the only one who is named for restricted cases.
  const anybody = those(() => true)
  switch (audience.kind) {
    case 'person':
      return [{ ...named(audience.id), isOwn: true }]
    case 'department':
      return [those(({ department }) => department === audience.id), officers, administrators, anybody]
    case 'everybody':
      return [officers, administrators, anybody]
    case 'lead': {
      const { department, except } = audience
      const ofDepartment = those((worker) => worker.isLead && department !== null && worker.department === department)
      const groups = [named(department && leads.get(department)), ofDepartment, administrators, anybody]
      return groups.map((group) => ({ ...group, ids: group.ids.filter((id) => id !== except) }))
    }
    case 'manager':
      return [named(audience.id), administrators, anybody]
  }
}

/** How a member of staff chose to be told. */
export const noticePreferences = ['at-once', 'digest', 'off'] as const
export type NoticePreference = (typeof noticePreferences)[number]

/**
 * How a notice goes out; `page` is on the day's page only, where every notice is.
 * @param isNamed addressed to this person, and so theirs to act on
 */
export function deliveryOf(
  preference: NoticePreference | null | undefined,
  isNamed: boolean,
): 'at-once' | 'digest' | 'page' {
  if (preference === 'off') return isNamed ? 'digest' : 'page'
  return preference ?? 'at-once'
}

export interface Notice {
  kind: NoticeKind
  isOwn: boolean
  recipient: string
  /** Who is away, where the recipient is told in their place. */
  onBehalfOf: string | null
  /** The due date that it is about, for those of a due date. */
  dueAt: Instant | null
}

export const noticeGroups = ['to-do', 'new', 'information'] as const
export type NoticeGroup = (typeof noticeGroups)[number]

/** Under which heading of a digest it stands. */
export function groupOf({ kind, isOwn }: Pick<Notice, 'kind' | 'isOwn'>): NoticeGroup {
  if (isOwn || isDueKind(kind)) return 'to-do'
  return addressees[kind] === 'holder' ? 'information' : 'new'
}

/** A case as it is now. */
export interface CaseNow {
  status: Status
  assignee: string | null
  dueAt: Instant | null
  isAnswerOwed: boolean
  isUndelivered: boolean
}

/** Whether what it tells has passed, so that it would only be in the way. */
export function isMoot({ kind, isOwn, recipient, onBehalfOf, dueAt }: Notice, now: CaseNow): boolean {
  if (isOwn && now.assignee !== (onBehalfOf ?? recipient)) return true
  switch (kind) {
    case 'received':
    case 'released':
    case 'restricted':
      return now.assignee !== null || now.status === 'closed'
    case 'assigned':
      return now.status === 'closed'
    case 'referred':
      return (!isOwn && now.assignee !== null) || now.status === 'closed'
    case 'added':
    case 'reopened':
      return !now.isAnswerOwed
    case 'undelivered':
    case 'codeRequested':
      return !now.isUndelivered
    case 'due-soon':
    case 'overdue':
    case 'escalated':
    case 'very-late':
      return now.dueAt !== dueAt || (now.status !== 'new' && now.status !== 'open')
  }
}
