import { addMessage } from './add-message'
import { appendStaffEvent, type StaffAction, type StepResult } from './append-staff-event'

/** Closes what was answered. Anything else is refused as `answerMissing`: the policy, dealing 1. */
export function close(action: StaffAction): Promise<StepResult> {
  return appendStaffEvent(action, { type: 'closed' })
}

export type AnswerAndCloseResult =
  | { status: 'ok'; seq: number; isClosed: boolean }
  | Exclude<StepResult, { status: 'ok' }>

/**
 * Two steps, so the second may fail where the first has not: then the answer stands and the case
 * is open, which `isClosed` says. That is so when the person writes again in between.
 */
export async function answerAndClose(action: StaffAction, { text }: { text: string }): Promise<AnswerAndCloseResult> {
  const answered = await addMessage(action, { type: 'answered', text })
  if (answered.status !== 'ok') return answered
  const closed = await close({ ...action, seq: answered.seq, submissionKey: `${action.submissionKey}:close` })
  return closed.status === 'ok'
    ? { status: 'ok', seq: closed.seq, isClosed: true }
    : { status: 'ok', seq: answered.seq, isClosed: false }
}
