import { setTimeout as wait } from 'node:timers/promises'
import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { type InquiryErrorCode, replySchema } from '../schema'
import { appendEvent } from './append-event'
import { attachmentsOf, removeAttachment, storeAttachments } from './attachments'
import { filesPerAddress, submissionsPerAddress } from './limits'
import { findInquiry } from './tracking'

export interface ReplyInput {
  payload: Payload
  clock: () => Date
  /** The case, from its sealed link. */
  inquiryKey: string
  /** Of this reply's own form. */
  replyKey: string
  text: string
  files: readonly File[]
  removed: readonly string[]
  trap: string
  clientAddress: string
}

export type ReplyResult =
  | { status: 'ok' }
  | { status: 'invalid'; errors: { reply?: InquiryErrorCode; attachments?: InquiryErrorCode } }
  | { status: 'refused'; reason: 'tooMany' | 'trap' }
  | { status: 'unknown' }

/** Staff write at the same moment once in a while; several times in a row they don't. */
const TRIES = 8

/**
 * Adds what a person says to their case, and reopens it when it was answered or closed. The words
 * don't depend on what the person saw, so a conflict is tried again. The same form twice is one reply.
 * @throws on a database that doesn't answer
 */
export async function reply(input: ReplyInput): Promise<ReplyResult> {
  const { payload, clock, inquiryKey, replyKey, files, removed, clientAddress } = input
  if (await isStored(payload, replyKey)) return { status: 'ok' }
  if (input.trap) return { status: 'refused', reason: 'trap' }

  if (removed.length > 0) {
    const unwanted = (await attachmentsOf(payload, replyKey)).filter(({ id }) => removed.includes(id))
    for (const attachment of unwanted) await removeAttachment(payload, attachment)
  }
  for (const _ of files) {
    if (!(await filesPerAddress().consume(clientAddress))) return { status: 'refused', reason: 'tooMany' }
  }
  const fileError =
    files.length > 0 ? await storeAttachments(payload, { submissionKey: replyKey, files, now: clock() }) : null
  const parsed = replySchema.safeParse({ text: input.text })
  if (!parsed.success || fileError) {
    const textError = parsed.error?.issues[0]?.message as InquiryErrorCode | undefined
    return {
      status: 'invalid',
      errors: { ...(textError ? { reply: textError } : {}), ...(fileError ? { attachments: fileError } : {}) },
    }
  }
  if (!(await submissionsPerAddress().consume(clientAddress))) return { status: 'refused', reason: 'tooMany' }

  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const inquiry = await findInquiry(payload, inquiryKey)
    if (!inquiry) return { status: 'unknown' }
    const isOver = inquiry.status === 'answered' || inquiry.status === 'closed'
    const result = await appendEvent({
      payload,
      clock,
      reason: 'track-inquiry',
      inquiry,
      event: {
        type: isOver ? 'reopened' : 'added',
        actor: { kind: 'person' },
        text: parsed.data.text,
        submissionKey: replyKey,
      },
    })
    if (result.status === 'ok' || (await isStored(payload, replyKey))) return { status: 'ok' }
    await wait(50 * 2 ** attempt * Math.random())
  }
  throw new Error('A reply could not be added: the case kept changing.')
}

async function isStored(payload: Payload, replyKey: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'inquiry-events',
    where: { submissionKey: { equals: replyKey } },
    ...asSystem('track-inquiry'),
  })
  return totalDocs > 0
}
