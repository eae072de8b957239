import { listCaseWorkers } from '@/shared/directory/case-workers'
import { appendStaffEvent, type StaffAction, type StepResult } from './append-staff-event'

/** Puts one person in charge. Anyone who works on the case may take it or give it on. */
export async function assign(action: StaffAction, { assignee }: { assignee: string }): Promise<StepResult> {
  if (!assignee) return { status: 'invalid', errors: { target: 'required' } }
  const people = await listCaseWorkers(action.payload)
  if (!people.some(({ id }) => id === assignee)) return { status: 'invalid', errors: { target: 'unknown' } }
  return appendStaffEvent(action, { type: 'assigned', assignee })
}
