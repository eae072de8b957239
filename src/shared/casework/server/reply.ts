import { setTimeout as wait } from 'node:timers/promises'
import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { relatedId } from '@/shared/casework/domain/rows'
import { caseFiles } from '@/shared/casework/file-owner'
import type { FileError, FileErrorCode } from '@/shared/files/domain/attachment'
import { fingerprintsUnder } from '@/shared/files/server/attachment-rows'
import { readFormFiles, settleFiles } from '@/shared/files/server/form-files'
import type { PostedFiles } from '@/shared/files/server/posted-files'
import { type Content, findSubmission, oneAtATime } from '@/shared/intake/submission'
import { replySchema } from '../schema'
import { appendEvent } from './append-event'
import { submissionsPerAddress } from './limits'
import { decryptEventText } from './personal-fields'
import { findCaseByKey } from './tracking'

export interface ReplyInput extends PostedFiles {
  payload: Payload
  clock: () => Date
  /** The case, from its sealed link. */
  caseKey: string
  /** Of this reply's own form. */
  replyKey: string
  text: string
  honeypot: string
  clientAddress: string
}

/** Under which key the form goes on, where that isn't the one it came with. */
interface GoesOn {
  replyKey?: string
}

export type ReplyResult =
  | { status: 'ok' }
  | ({
      status: 'invalid'
      errors: { reply?: 'required' | 'tooLong'; attachments?: FileErrorCode }
      rejectedFiles: FileError[]
    } & GoesOn)
  | ({ status: 'refused'; reason: 'tooMany' | 'honeypot' } & GoesOn)
  | { status: 'unknown' }

/** Staff write at the same moment once in a while; several times in a row they don't. */
const TRIES = 8

/**
 * Adds what a person says to their case, and reopens it when it was answered or closed. The words
 * don't depend on what the person saw, so a conflict is tried again. The same form with the same
 * content is one reply (src/shared/intake/submission.ts).
 * @throws on a database that doesn't answer
 */
export const reply = (input: ReplyInput): Promise<ReplyResult> => oneAtATime(input.replyKey, () => replyInTurn(input))

async function replyInTurn(input: ReplyInput): Promise<ReplyResult> {
  const { payload, clock, caseKey, replyKey, files, kept, removed, clientAddress } = input
  const opened = await findCaseByKey(payload, caseKey)
  if (!opened) return { status: 'unknown' }
  const parsed = replySchema.safeParse({ text: input.text })
  const text = parsed.success ? parsed.data.text : input.text
  const formFiles = await readFormFiles(payload, { submissionKey: replyKey, files, kept, removed })
  const find = () =>
    findSubmission({
      formKey: replyKey,
      content: async () => contentOf(opened.id, text, await formFiles.fingerprints()),
      contentUnder: async (key) => {
        const stored = await storedReply(payload, key)
        return stored === null && key === replyKey && formFiles.hasOthers ? 'files of another form' : stored
      },
    })
  const first = await find()
  if (first.isStored) return { status: 'ok' }
  const goesOn: GoesOn = first.key === replyKey ? {} : { replyKey: first.key }
  if (input.honeypot) return { status: 'refused', reason: 'honeypot', ...goesOn }
  const rejectedFiles = await settleFiles(payload, formFiles, {
    owner: caseFiles,
    key: first.key,
    now: clock(),
    clientAddress,
  })
  const [fileError] = rejectedFiles
  if (!parsed.success || fileError) {
    const textError = parsed.error?.issues[0]?.message as 'required' | 'tooLong' | undefined
    return {
      status: 'invalid',
      errors: { ...(textError ? { reply: textError } : {}), ...(fileError ? { attachments: fileError.code } : {}) },
      rejectedFiles,
      ...goesOn,
    }
  }
  if (!(await submissionsPerAddress().consume(clientAddress))) {
    return { status: 'refused', reason: 'tooMany', ...goesOn }
  }

  let { key } = first
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const row = await findCaseByKey(payload, caseKey)
    if (!row) return { status: 'unknown' }
    const isOver = row.status === 'answered' || row.status === 'closed'
    const result = await appendEvent({
      payload,
      clock,
      reason: 'track-inquiry',
      row,
      event: { type: isOver ? 'reopened' : 'added', actor: { kind: 'person' }, text, submissionKey: key },
    })
    if (result.status === 'ok') return { status: 'ok' }
    // Erased at this moment: there is nothing left to add to.
    if (result.status === 'refused' && result.reason === 'erased') return { status: 'unknown' }
    // Another process may have stored this very reply, or another one under the same key.
    const now = await find()
    if (now.isStored) return { status: 'ok' }
    if (now.key !== key)
      await settleFiles(payload, formFiles, { owner: caseFiles, key: now.key, now: clock(), clientAddress })
    key = now.key
    await wait(50 * 2 ** attempt * Math.random())
  }
  throw new Error('A reply could not be added: the case kept changing.')
}

const contentOf = (caseId: string, text: string, files: readonly string[]): Content => ({
  inquiry: caseId,
  text,
  files,
})

/** What is stored under a form's key, or null. */
async function storedReply(payload: Payload, replyKey: string): Promise<Content> {
  const { docs } = await payload.find({
    collection: 'inquiry-events',
    where: { submissionKey: { equals: replyKey } },
    select: { inquiry: true, text: true },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('track-inquiry'),
  })
  const [event] = docs
  if (!event) return null
  const files = await fingerprintsUnder(payload, replyKey)
  return contentOf(relatedId(event.inquiry) ?? '', decryptEventText(event.text) ?? '', files)
}
