import { APIError, type Payload } from 'payload'
import type { Inquiry, InquiryEvent } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { asSystem, type SystemReason } from '@/platform/system-payload'
import { cleanText } from '@/platform/typed-text'
import type { EventType, Outcome, RefusalReason } from '@/shared/casework/domain/timeline'
import { encryptEventText } from './personal-fields'

type Actor = { kind: 'person' } | { kind: 'system' } | { kind: 'staff'; user: string }

export interface EventToAppend {
  type: Exclude<EventType, 'received'>
  actor: Actor
  /** Plain text; it is encrypted here. */
  text?: string
  assignee?: string | null
  department?: string | null
  /** Of a closing without an answer. */
  outcome?: Outcome
  /** The form's own key: the same form twice is one event. */
  submissionKey?: string
}

export type AppendEventResult =
  | { status: 'ok'; seq: number; event: InquiryEvent }
  | { status: 'refused'; reason: RefusalReason | 'tooManyEvents' }
  /** Someone else changed the case since it was read: show it as it is now, and ask again. */
  | { status: 'conflict' }

/**
 * Appends to a case's timeline. Claim, event and projection are three single statements, in the
 * hooks of `inquiry-events`; a job repairs what a crash between them leaves (docs/adr/0003).
 * @param row the case as the actor last saw it: `seq` decides who was first
 * @throws on a database that doesn't answer
 */
export async function appendEvent({
  payload,
  clock,
  reason,
  row,
  event,
}: {
  payload: Payload
  clock: () => Date
  reason: SystemReason
  row: Pick<Inquiry, 'id' | 'seq' | 'lastEventAt' | 'receivedAt'>
  event: EventToAppend
}): Promise<AppendEventResult> {
  // Clocks of two machines may differ by a little; a timeline never goes back.
  const at = new Date(Math.max(clock().getTime(), Date.parse(row.lastEventAt ?? row.receivedAt)))
  const seq = row.seq + 1
  const text = cleanText(event.text ?? '')
  try {
    const created = await payload.create({
      collection: 'inquiry-events',
      data: {
        inquiry: row.id,
        seq,
        key: `${row.id}:${seq}`,
        type: event.type,
        at: at.toISOString(),
        actorKind: event.actor.kind,
        actor: event.actor.kind === 'staff' ? event.actor.user : null,
        text: text ? encryptEventText(text) : null,
        targetUser: event.assignee ?? null,
        targetDepartment: event.department ?? null,
        outcome: event.outcome ?? null,
        submissionKey: event.submissionKey ?? randomToken(),
        mailState: 'none',
        mailAttempts: 0,
      },
      depth: 0,
      ...asSystem(reason),
    })
    return { status: 'ok', seq, event: created }
  } catch (error) {
    const known = outcomeOf(error)
    if (known) return known
    throw error
  }
}

function outcomeOf(error: unknown): Exclude<AppendEventResult, { status: 'ok' }> | null {
  if (!(error instanceof APIError)) return null
  const data = error.data as { code?: string; reason?: RefusalReason; errors?: { path?: string }[] } | null
  if (data?.code === 'refused' && data.reason) return { status: 'refused', reason: data.reason }
  // The unique key is taken: this step was written by someone else.
  if (data?.code === 'conflict' || data?.errors?.some(({ path }) => path === 'key')) return { status: 'conflict' }
  return null
}
