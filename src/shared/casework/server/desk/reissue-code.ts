import type { Slip } from '../slip'
import { findCaseByKey } from '../tracking'
import { appendStaffEvent, findCase, type StaffAction, type StepResult } from './append-staff-event'
import { slipOfCase } from './recorded-case'

export type ReissueResult =
  | { status: 'ok'; slip: Slip }
  /** The member of staff has not said that they know who is calling. */
  | { status: 'unverified' }
  | Exclude<StepResult, { status: 'ok' | 'invalid' }>

/**
 * Issues a new code for a person whom a member of staff has verified. The code and all links of before are void by the
 * same step (cms/projection.ts).
 * @throws on a database that doesn't answer
 */
export async function reissueCode(
  action: StaffAction,
  { isVerified }: { isVerified: boolean },
): Promise<ReissueResult> {
  if (!isVerified) return { status: 'unverified' }
  const result = await appendStaffEvent(action, { type: 'codeReissued' })
  if (result.status === 'invalid') throw new Error('A step without fields had an invalid one.')
  if (result.status !== 'ok') return result
  const seen = await findCase(action.payload, action.user, action.caseId)
  const row = seen && (await findCaseByKey(action.payload, seen.submissionKey))
  return row ? { status: 'ok', slip: await slipOfCase(action.payload, row) } : { status: 'notFound' }
}
