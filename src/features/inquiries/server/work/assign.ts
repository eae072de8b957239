import { listAssignees } from './assignees'
import { type StepResult, appendStaffEvent, type Work } from './take-step'

/** Puts one person in charge. Anyone who works on the case may take it or give it on. */
export async function assign(work: Work, { assignee }: { assignee: string }): Promise<StepResult> {
  if (!assignee) return { status: 'invalid', errors: { target: 'required' } }
  const people = await listAssignees(work.payload)
  if (!people.some(({ id }) => id === assignee)) return { status: 'invalid', errors: { target: 'unknown' } }
  return appendStaffEvent(work, { type: 'assigned', assignee })
}
