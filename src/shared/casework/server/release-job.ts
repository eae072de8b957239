import type { Payload } from 'payload'
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
 * Gives back what is with people who can't work on cases any more: whoever lost the role is in nobody's
 * list otherwise, and neither is the case. Found by state, so it does not matter how that came about.
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
    if (gone.length === 0) return 0
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: { and: [{ assignee: { in: gone } }, { status: { in: unfinished } }] },
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

/** @returns false when somebody works on it at this moment: the next round looks again */
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
