import { appendStaffEvent, type StepResult, type Work } from './append-staff-event'
import { write } from './write'

/** Closes what was answered. Anything else is refused as `answerMissing`: the policy, dealing 1. */
export function close(work: Work): Promise<StepResult> {
  return appendStaffEvent(work, { type: 'closed' })
}

export type AnswerAndCloseResult =
  | { status: 'ok'; seq: number; isClosed: boolean }
  | Exclude<StepResult, { status: 'ok' }>

/**
 * Two steps, so the second may fail where the first has not: then the answer stands and the case
 * is open, which `isClosed` says. That is so when the person writes again in between.
 */
export async function answerAndClose(work: Work, { text }: { text: string }): Promise<AnswerAndCloseResult> {
  const answered = await write(work, { type: 'answered', text })
  if (answered.status !== 'ok') return answered
  const closed = await close({ ...work, seq: answered.seq, submissionKey: `${work.submissionKey}:close` })
  return closed.status === 'ok'
    ? { status: 'ok', seq: closed.seq, isClosed: true }
    : { status: 'ok', seq: answered.seq, isClosed: false }
}
