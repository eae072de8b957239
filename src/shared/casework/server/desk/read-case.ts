import type { Payload } from 'payload'
import type { InquiryEvent, User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { allowedTransitions, type StaffStep } from '@/shared/casework/domain/allowed-transitions'
import type { Urgency } from '@/shared/casework/domain/due'
import { type Status, timelineOf } from '@/shared/casework/domain/projection'
import { eventOf, relatedId, submissionOf } from '@/shared/casework/domain/rows'
import type { EventType, Outcome } from '@/shared/casework/domain/timeline'
import { MAX_EVENTS } from '@/shared/casework/domain/timeline'
import { mayWork } from '@/shared/casework/roles'
import { listStaff } from '@/shared/directory/case-workers'
import { listDepartments } from '@/shared/directory/departments'
import { serviceTitles } from '@/shared/directory/services'
import { attachmentsOf } from '@/shared/files/server/attachment-rows'
import { attachmentName } from '@/shared/files/server/attachments'
import type { Channel } from '@/shared/vocabulary/channels'
import type { BilingualLabel } from '@/shared/vocabulary/label'
import { type CaseKind, caseTypeOf, kindLabels } from '../../case-type'
import { furtherFields } from '../../domain/personal-fields'
import type { ConsentForm, ReplyChannel } from '../../schema'
import { type DueExplanation, dueExplanation } from '../due-explanation'
import { type Escalation, escalationsOf } from '../notices/escalations'
import { decryptEventText, decryptPersonalFields } from '../personal-fields'
import { noteCaseOpening } from '../restricted-openings'
import { findCase } from './append-staff-event'
import { type AssigneeRef, dueOf } from './list-cases'

export interface CaseFile {
  id: string
  name: string
  /** Bytes. */
  size: number
  mimeType: string
}

/** `retrying`: the server did not take it yet. `refused`: it never will. `failed`: tried too often. */
export type MailState = 'none' | 'due' | 'retrying' | 'sent' | 'failed' | 'refused'

export interface CaseEvent {
  id: string
  type: EventType
  at: Date
  by: { kind: 'person' } | { kind: 'system' } | { kind: 'staff'; name: string | null }
  text: string | null
  outcome: Outcome | null
  /** To whom it was given. */
  assignee: AssigneeRef | null
  department: AssigneeRef | null
  mail: { state: MailState; sentAt: Date | null }
  files: CaseFile[]
}

/** Everything one screen needs to read a case and to act on it. */
export interface CaseDetail {
  id: string
  seq: number
  reference: string
  kind: BilingualLabel
  kindName: CaseKind
  channel: Channel
  status: Status
  service: string | null
  subject: string
  message: string
  name: string | null
  /** E.164. */
  phone: string | null
  email: string | null
  /** What this type of case asks besides. */
  furtherFields: { label: BilingualLabel; text: string }[]
  isAnonymous: boolean
  replyChannel: ReplyChannel
  locale: 'ar' | 'en'
  receivedAt: Date
  consentForm: ConsentForm
  /** The member of staff who recorded it; null for what came by the site. */
  recordedBy: AssigneeRef | null
  dueAt: Date | null
  /** How it came about. */
  due: DueExplanation | null
  urgency: Urgency
  assignee: AssigneeRef | null
  department: AssigneeRef | null
  /** Our mail was refused and nobody has reached the person since. */
  isUndelivered: boolean
  isRestricted: boolean
  /** Whom a restricted case is about; null for nobody that has an account. */
  concerns: AssigneeRef | null
  files: CaseFile[]
  events: CaseEvent[]
  /** To whom it was escalated, earliest first. */
  escalations: { kind: Escalation['kind']; to: AssigneeRef; at: Date }[]
  /** What this user can do with it now; empty for a reader. */
  steps: StaffStep[]
}

type RefOf = (related: string | { id: string } | null | undefined) => AssigneeRef | null

/** @returns null when there is no such case for this person */
export async function readCase({
  payload,
  user,
  id,
  locale,
  now,
}: {
  payload: Payload
  user: User
  id: string
  locale: 'ar' | 'en'
  now: Date
}): Promise<CaseDetail | null> {
  const row = await findCase(payload, user, id)
  if (!row) return null
  await noteCaseOpening(payload, user, row, now)
  const type = caseTypeOf(payload, row)
  const personal = decryptPersonalFields(type.personalFields, row)
  const { subject, message, name, phone, email } = personal
  const service = relatedId(row.service)
  const [{ docs: events }, people, departments, titles] = await Promise.all([
    payload.find({
      collection: 'inquiry-events',
      where: { inquiry: { equals: row.id } },
      sort: 'seq',
      limit: MAX_EVENTS,
      pagination: false,
      depth: 0,
      // The case is this person's to read; so is its timeline.
      ...asSystem('work-inquiry'),
    }),
    listStaff(payload),
    listDepartments(payload, { locale, reader: { user } }),
    serviceTitles(payload, 'id', service ? [service] : [], { locale, reader: { user } }),
  ])
  const files = await filesOf(payload, [row.submissionKey, ...events.map(({ submissionKey }) => submissionKey)])
  const known = new Map([...people, ...departments].map(({ id, name }) => [id, name]))
  const refOf: RefOf = (related) => {
    const id = relatedId(related)
    return id === null ? null : { id, name: known.get(id) ?? null }
  }
  const due = await dueExplanation(payload, row, events)
  const escalations = await escalationsOf(payload, row.id)
  const timeline = timelineOf(submissionOf(row), events.map(eventOf))
  return {
    id: row.id,
    seq: row.seq,
    reference: row.reference,
    kind: kindLabels(payload)[row.kind],
    kindName: row.kind,
    channel: row.channel,
    status: row.status,
    service: service ? (titles.get(service) ?? null) : null,
    ...{ subject, message, name, phone, email },
    furtherFields: furtherFields(type.personalFields, personal),
    isAnonymous: row.isAnonymous,
    replyChannel: row.replyChannel,
    locale: row.locale,
    receivedAt: new Date(row.receivedAt),
    consentForm: row.consentForm,
    recordedBy: refOf(row.recordedBy),
    ...dueOf({ ...row, dueAt: due?.dueAt.toISOString() ?? null }, now),
    due,
    assignee: refOf(row.assignee),
    department: refOf(row.department),
    isUndelivered: row.isUndelivered,
    isRestricted: row.isRestricted,
    concerns: refOf(row.concerns),
    files: files.get(row.submissionKey) ?? [],
    events: events.map((event) => openEvent(event, refOf, files.get(event.submissionKey) ?? [])),
    escalations: escalations.map(({ recipient, ...told }) => ({
      ...told,
      to: { id: recipient, name: known.get(recipient) ?? null },
    })),
    steps: mayWork(user) && !row.erasedAt ? allowedTransitions(timeline, type.rules) : [],
  }
}

function openEvent(event: InquiryEvent, refOf: RefOf, files: CaseFile[]): CaseEvent {
  return {
    id: event.id,
    type: event.type,
    at: new Date(event.at),
    by:
      event.actorKind === 'staff'
        ? { kind: 'staff', name: refOf(event.actor)?.name ?? null }
        : { kind: event.actorKind },
    text: decryptEventText(event.text),
    outcome: event.outcome ?? null,
    assignee: refOf(event.targetUser),
    department: refOf(event.targetDepartment),
    mail: {
      state: event.mailState === 'due' && event.mailAttempts > 0 ? 'retrying' : event.mailState,
      sentAt: event.mailSentAt ? new Date(event.mailSentAt) : null,
    },
    files,
  }
}

/** The files of a case's forms, by the form they came with. Call it for a case that the person may read. */
async function filesOf(payload: Payload, submissionKeys: readonly string[]): Promise<Map<string, CaseFile[]>> {
  const files = new Map<string, CaseFile[]>()
  for (const doc of await attachmentsOf(payload, submissionKeys, 'work-inquiry')) {
    const file = { id: doc.id, name: attachmentName(doc), size: doc.size, mimeType: doc.mimeType }
    files.set(doc.submissionKey, [...(files.get(doc.submissionKey) ?? []), file])
  }
  return files
}
