import { cleanText } from '@/platform/typed-text'
import { relatedId } from '@/shared/casework/domain/rows'
import { listCaseWorkers, workersFor } from '@/shared/directory/case-workers'
import { listDepartments } from '@/shared/directory/departments'
import { limits } from '../../schema'
import { appendStaffEvent, checkText, findCase, type StaffAction, type StepResult } from './append-staff-event'

export type Target = { kind: 'user' | 'department'; id: string }

/** How a form names a target: `user:…` or `department:…`. */
export function readTarget(typed: string): Target | null {
  const [kind, id] = typed.split(/:(.*)/s)
  return (kind === 'user' || kind === 'department') && id ? { kind, id } : null
}

/**
 * Refers the case to the person or department who can answer it, with the reason. Source: the policy, dealing 3: where
 * the procedure isn't clear to the person, the member of staff refers them to the one responsible.
 */
export async function refer(
  action: StaffAction,
  { target, reason }: { target: Target | null; reason: string },
): Promise<StepResult> {
  const text = checkText(reason, limits.reply)
  const errors = { ...(text && { text }), ...(!target && { target: 'required' as const }) }
  if (!target || text) return { status: 'invalid', errors }
  const { payload, user } = action
  const row = await findCase(payload, user, action.caseId)
  if (!row) return { status: 'notFound' }
  const { isRestricted, concerns } = row
  const departments = async () =>
    // A department is more people than may see a restricted case.
    isRestricted ? [] : listDepartments(payload, { locale: 'ar', reader: { user } })
  const known =
    target.kind === 'user'
      ? workersFor(await listCaseWorkers(payload), { isRestricted, concerns: relatedId(concerns) })
      : await departments()
  if (!known.some(({ id }) => id === target.id)) return { status: 'invalid', errors: { target: 'unknown' } }
  return appendStaffEvent(action, {
    type: 'referred',
    text: cleanText(reason),
    ...(target.kind === 'user' ? { assignee: target.id } : { department: target.id }),
  })
}
