import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'

/** A due date that was told to somebody beside the assignee. */
export interface Escalation {
  kind: 'escalated' | 'very-late'
  /** The account that was told. */
  recipient: string
  at: Date
}

/** More than a case has leads and managers. */
const MOST = 20

/** To whom a case was escalated, earliest first, as long as notices are kept. */
export async function escalationsOf(payload: Payload, inquiry: string): Promise<Escalation[]> {
  const { docs } = await payload.find({
    collection: 'staff-notices',
    where: { inquiry: { equals: inquiry }, kind: { in: ['escalated', 'very-late'] } },
    sort: ['at', 'id'],
    limit: MOST,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  return docs.flatMap(({ kind, recipient, at }) =>
    kind === 'escalated' || kind === 'very-late' ? [{ kind, recipient, at: new Date(at) }] : [],
  )
}
