import { cleanText } from '@/platform/typed-text'
import { listCaseWorkers, listStaff, workersFor } from '@/shared/directory/case-workers'
import { limits } from '../../schema'
import { appendStaffEvent, checkText, type StaffAction, type StepResult } from './append-staff-event'

/**
 * Restricts a case to those named for it on their account, as a complaint about a member of staff is. It
 * becomes unassigned, because its assignee may not be one of them.
 * @param concerns the member of staff it is about, who never sees it; null for none
 */
export async function restrict(
  action: StaffAction,
  { concerns, reason }: { concerns: string | null; reason: string },
): Promise<StepResult> {
  const { payload } = action
  const text = checkText(reason, limits.reply)
  if (text) return { status: 'invalid', errors: { text } }
  if (concerns && !(await listStaff(payload)).some(({ id }) => id === concerns)) {
    return { status: 'invalid', errors: { target: 'unknown' } }
  }
  // Otherwise nobody could answer it.
  if (workersFor(await listCaseWorkers(payload), { isRestricted: true, concerns }).length === 0) {
    return { status: 'refused', reason: 'nobodySeesRestricted' }
  }
  return appendStaffEvent(action, {
    type: 'restricted',
    text: cleanText(reason),
    ...(concerns && { assignee: concerns }),
  })
}

/** Opens a restricted case to everybody who works on cases again. */
export async function unrestrict(action: StaffAction, { reason }: { reason: string }): Promise<StepResult> {
  const text = checkText(reason, limits.reply)
  if (text) return { status: 'invalid', errors: { text } }
  return appendStaffEvent(action, { type: 'unrestricted', text: cleanText(reason) })
}
