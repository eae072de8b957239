import type { Payload, Where } from 'payload'
import type { Inquiry } from '@/payload-types'
import type { Job } from '@/platform/jobs'
import { asSystem } from '@/platform/system-payload'
import type { Status } from '@/shared/casework/domain/projection'
import { relatedId } from '@/shared/casework/domain/rows'
import { stillCaseWorkers } from '@/shared/directory/case-workers'
import { appendEvent } from './append-event'

const BATCH = 100
const unfinished: Status[] = ['new', 'open', 'waiting', 'answered']

/**
 * Unassigns the cases of people who can't work on them any more: no more on cases, or not on restricted ones. Otherwise such a case would be in no
 * one's list. They are found by state, however the role was lost.
 */
export const releaseJob: Job = {
  name: 'inquiries-without-worker',
  async run(payload, now, round) {
    const { values } = await payload.findDistinct({
      collection: 'inquiries',
      field: 'assignee',
      where: { status: { in: unfinished } },
      limit: BATCH,
      depth: 0,
      ...asSystem('job'),
    })
    const assignees = values.flatMap(({ assignee }) => relatedId(assignee as string | null) ?? [])
    if (assignees.length === 0) return 0
    const able = await stillCaseWorkers(payload, assignees)
    const gone = assignees.filter((id) => !able.has(id))
    const blind = assignees.filter((id) => able.get(id)?.seesRestricted === false)
    const lost: Where[] = [
      ...(gone.length > 0 ? [{ assignee: { in: gone } }] : []),
      ...(blind.length > 0 ? [{ and: [{ assignee: { in: blind } }, { isRestricted: { equals: true } }] }] : []),
    ]
    if (lost.length === 0) return 0
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: { and: [{ or: lost }, { status: { in: unfinished } }] },
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    let released = 0
    for (const row of docs) {
      if (round && !(await round.keep())) break
      if (await release(payload, row, now)) released += 1
    }
    return released
  },
}

/** @returns false on a conflict with a step that is written at this moment; the next round tries again */
async function release(payload: Payload, row: Inquiry, now: Date): Promise<boolean> {
  const result = await appendEvent({
    payload,
    clock: () => now,
    reason: 'job',
    row,
    event: { type: 'released', actor: { kind: 'system' } },
  })
  return result.status === 'ok'
}
