import type { Payload } from 'payload'
import type { Inquiry, User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { cleanText } from '@/platform/typed-text'
import { relatedId } from '@/shared/casework/domain/rows'
import type { RefusalReason } from '@/shared/casework/domain/timeline'
import { MAX_EVENTS } from '@/shared/casework/domain/timeline'
import { hasUnseenEvents, type TakenStep } from '@/shared/casework/domain/unseen-events'
import { mayWork } from '@/shared/casework/roles'
import { type Content, findSubmission } from '@/shared/intake/submission'
import { appendEvent, type EventToAppend } from '../append-event'
import { decryptEventText } from '../personal-fields'

/** What every use case of the desk is given. */
export interface StaffAction {
  payload: Payload
  clock: () => Date
  /** The signed-in user, who alone decides what may be seen and done. */
  user: User
  caseId: string
  /** The case as the person was looking at it when they acted. */
  seq: number
  /** The form's own key: sent twice with the same content, it is one step. */
  submissionKey: string
}

export type TextError = 'required' | 'tooLong'

export type StepResult =
  | { status: 'ok'; seq: number }
  | { status: 'invalid'; errors: { text?: TextError; target?: 'required' | 'unknown' } }
  | { status: 'refused'; reason: RefusalReason | 'tooManyEvents' | 'nobodySeesRestricted' }
  /** Someone else worked on the case since: show it as it is now, and keep what was typed. */
  | { status: 'conflict' }
  /** There is no such case for this person. */
  | { status: 'notFound' }
  /** May read it, and no more. */
  | { status: 'forbidden' }

/** The case, if this person may see it. */
export async function findCase(payload: Payload, user: User, caseId: string): Promise<Inquiry | null> {
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { id: { equals: caseId } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user,
    // Without access the result is the same as for a case that doesn't exist.
    disableErrors: true,
  })
  return docs[0] ?? null
}

export function checkText(text: string, limit: number): TextError | null {
  const { length } = cleanText(text)
  if (length === 0) return 'required'
  return length > limit ? 'tooLong' : null
}

/** The case may be claimed for some milliseconds by a step that changes nothing for this person. */
const TRIES = 4
const PAUSE_MS = 50

/**
 * Appends one step as the signed-in user. Their own earlier steps are never a conflict.
 * @throws on a database that doesn't answer
 */
export async function appendStaffEvent(
  action: StaffAction,
  event: Omit<EventToAppend, 'actor' | 'submissionKey'>,
): Promise<StepResult> {
  const { payload, clock, user } = action
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (tried > 0) await new Promise((later) => setTimeout(later, PAUSE_MS))
    const row = await findCase(payload, user, action.caseId)
    if (!row) return { status: 'notFound' }
    // What was erased is read, and no more.
    if (!mayWork(user) || row.erasedAt) return { status: 'forbidden' }
    const place = await placeOf(action, event)
    if (place.seq !== null) return { status: 'ok', seq: place.seq }
    const seen = seenOf(action.seq, row)
    if (row.seq !== seen && hasUnseenEvents(await stepsSince(action, seen), user.id)) return { status: 'conflict' }
    const result = await appendEvent({
      payload,
      clock,
      reason: 'work-inquiry',
      row,
      event: { ...event, actor: { kind: 'staff', user: user.id }, submissionKey: place.key },
    })
    if (result.status === 'ok') return { status: 'ok', seq: result.seq }
    if (result.status === 'refused') return result
  }
  return { status: 'conflict' }
}

/** The last step that the user has seen; zero for a number that no step has. */
const seenOf = (seq: number, row: Inquiry): number =>
  Number.isSafeInteger(seq) && seq >= 0 && seq <= row.seq ? seq : 0

/** What happened since the version that the person was looking at. */
async function stepsSince({ payload, caseId }: StaffAction, seq: number): Promise<TakenStep[]> {
  const { docs } = await payload.find({
    collection: 'inquiry-events',
    where: { and: [{ inquiry: { equals: caseId } }, { seq: { greater_than: seq } }] },
    select: { type: true, actor: true },
    sort: 'seq',
    limit: MAX_EVENTS,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  return docs.map(({ type, actor }) => ({ type, actor: relatedId(actor) }))
}

interface StepContent {
  inquiry: string
  actor: string | null
  type: string
  text: string | null
  assignee: string | null
  department: string | null
}

/** Under which key the step is stored or is to be stored, and its number when this very step is stored already. */
async function placeOf(
  { payload, caseId, user, submissionKey }: StaffAction,
  { type, text, assignee, department }: Omit<EventToAppend, 'actor' | 'submissionKey'>,
): Promise<{ key: string; seq: number | null }> {
  const step: StepContent = {
    ...{ inquiry: caseId, type, actor: user.id },
    text: text ?? null,
    assignee: assignee ?? null,
    department: department ?? null,
  }
  const { isStored, key } = await findSubmission({
    formKey: submissionKey,
    content: async () => ({ ...step }),
    contentUnder: async (under): Promise<Content> => {
      const stored = await eventUnder(payload, under)
      return stored && { ...stored.content }
    },
  })
  return { key, seq: isStored ? ((await eventUnder(payload, key))?.seq ?? null) : null }
}

async function eventUnder(
  payload: Payload,
  submissionKey: string,
): Promise<{ seq: number; content: StepContent } | null> {
  const { docs } = await payload.find({
    collection: 'inquiry-events',
    where: { submissionKey: { equals: submissionKey } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  const [event] = docs
  if (!event) return null
  const content = {
    inquiry: relatedId(event.inquiry) ?? '',
    actor: relatedId(event.actor),
    type: event.type,
    text: decryptEventText(event.text),
    assignee: relatedId(event.targetUser),
    department: relatedId(event.targetDepartment),
  }
  return { seq: event.seq, content }
}
