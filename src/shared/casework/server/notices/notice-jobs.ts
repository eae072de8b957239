import type { Payload } from 'payload'
import type { Inquiry, InquiryEvent } from '@/payload-types'
import { type Job, momentaryRound } from '@/platform/jobs'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { escalate } from '../../domain/escalation'
import { audienceOf, isStepKind, type Place } from '../../domain/notices'
import { relatedId } from '../../domain/rows'
import { readEscalation } from './read-escalation'
import { type Cause, readStaff, tell } from './tell'

/**
 * Finds what staff have not been told of yet, by an indexed mark that is set with the step itself (`noticesDueAt`, and
 * `dueNoticeAt` for due dates) and taken off once all notices are written. Not in the step's own statements: whoever
 * sends a form or an answer waits for nobody's notices, and a failure here costs them nothing.
 */
const BATCH = 100

const nowhere: Place = { assignee: null, department: null }
const placeOf = ({ assignee, department }: Pick<Inquiry, 'assignee' | 'department'>): Place => ({
  assignee: relatedId(assignee),
  department: relatedId(department),
})

const dueUntil = (now: Date) => ({ less_than_equal: now.toISOString() })
const page = { limit: BATCH, pagination: false, depth: 0, ...asSystem('job') } as const

/** A step that is being written, or that a crash left: its place is known once the projection is repaired. */
const isSettled = ({ isProjectionStale }: Inquiry): boolean => !isProjectionStale

export const tellOfEvents: Job = {
  name: 'staff-notices',
  async run(payload, now, round = momentaryRound(now)) {
    const [{ docs: cases }, { docs: events }] = await Promise.all([
      payload.find({
        collection: 'inquiries',
        where: { noticesDueAt: dueUntil(now) },
        sort: ['noticesDueAt', 'receivedAt', 'id'],
        ...page,
      }),
      payload.find({
        collection: 'inquiry-events',
        where: { noticesDueAt: dueUntil(now) },
        sort: ['noticesDueAt', 'at', 'id'],
        ...page,
      }),
    ])
    if (cases.length + events.length === 0) return 0
    const staff = await readStaff(payload)
    let told = 0
    for (const row of cases) {
      if (!(await round.keep())) return told
      if (!isSettled(row)) continue
      if (!row.erasedAt) await tell(payload, staff, receptionOf(row), round.clock)
      await takeMark(payload, 'inquiries', row.id)
      told += 1
    }
    for (const event of events) {
      if (!(await round.keep())) return told
      const row = await caseOf(payload, event)
      if (row && !isSettled(row)) continue
      const cause = row && !row.erasedAt ? causeOf(event, row) : null
      if (cause) await tell(payload, staff, cause, round.clock)
      await takeMark(payload, 'inquiry-events', event.id)
      told += 1
    }
    return told
  },
}

async function caseOf(payload: Payload, event: InquiryEvent): Promise<Inquiry | null> {
  const id = relatedId(event.inquiry)
  return id
    ? payload.findByID({ collection: 'inquiries', id, depth: 0, disableErrors: true, ...asSystem('job') })
    : null
}

const takeMark = (payload: Payload, collection: 'inquiries' | 'inquiry-events', id: string) =>
  updateRow(payload, 'mark', { collection, where: { id: { equals: id } }, data: { noticesDueAt: null } })

const receptionOf = (row: Inquiry): Cause => ({
  key: `received:${row.id}`,
  kind: 'received',
  inquiry: row.id,
  at: row.receivedAt,
  dueAt: null,
  audience: audienceOf('received', { target: nowhere, holder: placeOf(row) }),
  department: relatedId(row.department),
  actor: relatedId(row.recordedBy),
})

function causeOf({ id, type, at, actor, targetUser, targetDepartment }: InquiryEvent, row: Inquiry): Cause | null {
  if (!isStepKind(type)) return null
  return {
    key: `event:${id}`,
    kind: type,
    inquiry: row.id,
    at,
    dueAt: null,
    audience: audienceOf(type, {
      target: placeOf({ assignee: targetUser ?? null, department: targetDepartment ?? null }),
      holder: placeOf(row),
    }),
    department: relatedId(row.department),
    actor: relatedId(actor),
  }
}

/** Tells of due dates: the day before, once they have passed, and when they are very late. */
export const tellOfDueDates: Job = {
  name: 'staff-due-notices',
  async run(payload, now, round = momentaryRound(now)) {
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: { dueNoticeAt: dueUntil(now) },
      sort: ['dueNoticeAt', 'dueAt', 'id'],
      ...page,
    })
    if (docs.length === 0) return 0
    const staff = await readStaff(payload)
    const settings = await readEscalation(payload)
    let told = 0
    for (const row of docs) {
      if (!(await round.keep())) return told
      if (!isSettled(row)) continue
      const { told: stages, next } = escalate(dueCaseOf(row), now.getTime(), settings)
      for (const { kind, audience } of stages) {
        const at = now.toISOString()
        await tell(payload, staff, { ...dueCauseOf(row), key: dueKey(kind, row), kind, at, audience }, round.clock)
      }
      await moveMark(payload, row, next === null ? null : new Date(next).toISOString())
      told += 1
    }
    return told
  },
}

const isOnUs = ({ status, erasedAt }: Inquiry): boolean => (status === 'new' || status === 'open') && !erasedAt

const dueCaseOf = (row: Inquiry) => ({
  ...placeOf(row),
  dueAt: row.dueAt ? Date.parse(row.dueAt) : null,
  isOnUs: isOnUs(row),
  mark: Date.parse(String(row.dueNoticeAt)),
})

const dueKey = (kind: string, { id, dueAt }: Inquiry) => `${kind}:${id}:${new Date(String(dueAt)).toISOString()}`

const dueCauseOf = (row: Inquiry) => ({
  inquiry: row.id,
  dueAt: row.dueAt ?? null,
  department: relatedId(row.department),
  actor: null,
})

/** Only if it still stands where it was: a step that moved the due date since has set it anew. */
const moveMark = (payload: Payload, row: Inquiry, to: string | null) =>
  updateRow(payload, 'mark', {
    collection: 'inquiries',
    where: { and: [{ id: { equals: row.id } }, { dueNoticeAt: { equals: row.dueNoticeAt } }] },
    data: { dueNoticeAt: to },
  })

/** Marks the due dates of what is on us already, for a version that tells of them. */
export async function markDueDates(payload: Payload): Promise<void> {
  for (let after = ''; ; ) {
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: {
        and: [
          { status: { in: ['new', 'open'] } },
          { dueAt: { exists: true } },
          { dueNoticeAt: { exists: false } },
          ...(after ? [{ id: { greater_than: after } }] : []),
        ],
      },
      sort: 'id',
      ...page,
    })
    for (const row of docs) {
      await updateRow(payload, 'mark', {
        collection: 'inquiries',
        where: { and: [{ id: { equals: row.id } }, { seq: { equals: row.seq } }] },
        data: { dueNoticeAt: row.dueAt },
      })
    }
    const last = docs.at(-1)
    if (!last || docs.length < BATCH) return
    after = last.id
  }
}
