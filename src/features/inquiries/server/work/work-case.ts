import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { limits } from '../../schema'
import { type AppendEventResult, appendEvent, type EventToAppend } from '../append-event'
import { findCase, listCaseWorkers } from './case-file'

/** What staff do with a case. One command is one or two events of its timeline. */

export const commandNames = ['answer', 'answer-and-close', 'ask', 'note', 'refer', 'assign', 'close', 'reopen'] as const
export type CommandName = (typeof commandNames)[number]

export interface CaseCommand {
  name: CommandName
  /** The words: an answer, a question, a note, a reason. Trimmed here. */
  text: string
  /** To whom it is assigned or referred; empty for the other commands. */
  person: string
  /** The step at which the case stood when it was read. */
  seq: number
}

export type WorkCaseResult =
  | { status: 'ok' }
  | { status: 'invalid'; field: 'text' | 'person'; code: 'required' | 'tooLong' | 'unknown' }
  | Exclude<AppendEventResult, { status: 'ok' }>
  /** No such case, or none for this person. */
  | { status: 'notFound' }
  /** This person reads cases and works none. */
  | { status: 'forbidden' }

const needsText: ReadonlySet<CommandName> = new Set(['answer', 'answer-and-close', 'ask', 'note', 'refer', 'reopen'])
const needsPerson: ReadonlySet<CommandName> = new Set(['refer', 'assign'])

export const canWorkCases = (user: User | null): boolean =>
  hasRole(user, 'administrator', 'case-officer', 'department-lead')

/**
 * Does one thing with a case on behalf of a member of staff.
 * @throws on a database that doesn't answer
 */
export async function workCase({
  payload,
  user,
  clock,
  id,
  command,
}: {
  payload: Payload
  user: User
  clock: () => Date
  id: string
  command: CaseCommand
}): Promise<WorkCaseResult> {
  const inquiry = await findCase(payload, { id, user })
  if (!inquiry) return { status: 'notFound' }
  if (!canWorkCases(user)) return { status: 'forbidden' }

  const text = command.text.trim()
  if (needsText.has(command.name) && !text) return { status: 'invalid', field: 'text', code: 'required' }
  if (text.length > limits.answer) return { status: 'invalid', field: 'text', code: 'tooLong' }
  if (needsPerson.has(command.name)) {
    if (!command.person) return { status: 'invalid', field: 'person', code: 'required' }
    const isKnown = (await listCaseWorkers(payload, user)).some((worker) => worker.id === command.person)
    if (!isKnown) return { status: 'invalid', field: 'person', code: 'unknown' }
  }
  // Whoever answers or closes says so about what was on the screen, not about what came in since.
  if (inquiry.seq !== command.seq) return { status: 'conflict' }

  const append = (current: typeof inquiry, event: Omit<EventToAppend, 'actor'>) =>
    appendEvent({
      payload,
      clock,
      reason: 'work-inquiry',
      inquiry: current,
      event: { ...event, actor: { kind: 'staff', user: user.id } },
    })

  const first = await append(inquiry, eventOf(command.name, text, command.person))
  if (first.status !== 'ok') return first
  if (command.name !== 'answer-and-close') return { status: 'ok' }
  const closed = await append({ ...inquiry, seq: first.seq, lastEventAt: first.event.at }, { type: 'closed' })
  // The answer stands; if someone spoke in between, the case rightly stays open.
  return closed.status === 'ok' ? { status: 'ok' } : closed
}

function eventOf(name: CommandName, text: string, person: string): Omit<EventToAppend, 'actor'> {
  switch (name) {
    case 'answer':
    case 'answer-and-close':
      return { type: 'answered', text }
    case 'ask':
      return { type: 'asked', text }
    case 'note':
      return { type: 'noted', text }
    case 'refer':
      return { type: 'referred', text, assignee: person }
    case 'assign':
      return { type: 'assigned', assignee: person, ...(text ? { text } : {}) }
    case 'close':
      return { type: 'closed' }
    case 'reopen':
      return { type: 'reopened', text }
  }
}
