import { listCaseWorkers } from '@/shared/directory/case-workers'
import { appendStaffEvent, type StepResult, type Work } from './append-staff-event'

/** Puts one person in charge. Anyone who works on the case may take it or give it on. */
export async function assign(work: Work, { assignee }: { assignee: string }): Promise<StepResult> {
  if (!assignee) return { status: 'invalid', errors: { target: 'required' } }
  const people = await listCaseWorkers(work.payload)
  if (!people.some(({ id }) => id === assignee)) return { status: 'invalid', errors: { target: 'unknown' } }
  return appendStaffEvent(work, { type: 'assigned', assignee })
}
