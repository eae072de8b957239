import type { Audience, DueKind, Place } from './notices'
import type { Instant } from './timeline'

/** Whom a due date is told to, and when: each stage once for every due date. */

export interface DueCase extends Place {
  dueAt: Instant | null
  /** Not while we wait for the person, nor once it is answered or closed. */
  isOnUs: boolean
  /** When the stage is due that has not been told yet. */
  mark: Instant
}

export interface EscalationSettings {
  /** Told of what is very late; where none is named, the administrators are. */
  manager: string | null
  /** When a due date that has passed is very late; null is never. */
  veryLateAt(dueAt: Instant): Instant | null
}

export interface Told {
  kind: DueKind
  audience: Audience
}

const leadOf = ({ department, assignee }: Place): Audience => ({ kind: 'lead', department, except: assignee })

/** Of a case without an assignee the department's lead is told; without a department too, whoever can take it. */
const holderOf = (place: Place): Audience => {
  if (place.assignee) return { kind: 'person', id: place.assignee }
  return place.department ? leadOf(place) : { kind: 'everybody' }
}

function overdue(place: Place): Told[] {
  const holder = holderOf(place)
  const told: Told[] = [{ kind: 'escalated', audience: leadOf(place) }]
  return holder.kind === 'lead' ? told : [{ kind: 'overdue', audience: holder }, ...told]
}

/** @returns who is told of what at this moment, and when to look again; null is never */
export function escalate(
  { dueAt, isOnUs, mark, ...place }: DueCase,
  now: Instant,
  { manager, veryLateAt }: EscalationSettings,
): { told: Told[]; next: Instant | null } {
  if (dueAt === null || !isOnUs) return { told: [], next: null }
  if (now < dueAt) return { told: [{ kind: 'due-soon', audience: holderOf(place) }], next: dueAt }
  const told = mark <= dueAt ? overdue(place) : []
  const veryLate = veryLateAt(dueAt)
  if (veryLate === null || now < veryLate) return { told, next: veryLate }
  return { told: [...told, { kind: 'very-late', audience: { kind: 'manager', id: manager } }], next: null }
}
