import { relatedId } from '@/shared/casework/domain/rows'
import { listCaseWorkers, workersFor } from '@/shared/directory/case-workers'
import { appendStaffEvent, findCase, type StaffAction, type StepResult } from './append-staff-event'

/** Puts one person in charge. Anyone who works on the case may take it or give it on. */
export async function assign(action: StaffAction, { assignee }: { assignee: string }): Promise<StepResult> {
  if (!assignee) return { status: 'invalid', errors: { target: 'required' } }
  const row = await findCase(action.payload, action.user, action.caseId)
  if (!row) return { status: 'notFound' }
  const { isRestricted, concerns } = row
  const people = workersFor(await listCaseWorkers(action.payload), { isRestricted, concerns: relatedId(concerns) })
  if (!people.some(({ id }) => id === assignee)) return { status: 'invalid', errors: { target: 'unknown' } }
  return appendStaffEvent(action, { type: 'assigned', assignee })
}
