import type { Payload } from 'payload'
import type { Inquiry } from '@/payload-types'
import type { Job } from '@/platform/jobs'
import { asSystem } from '@/platform/system-payload'
import { workingTime } from '@/shared/calendar/server/read-calendar'
import { eventsOf, writeProjection } from '../cms/projection'
import { followUpOf } from '../domain/follow-up'
import { timelineOf } from '../domain/projection'
import { eventOf, submissionOf } from '../domain/rows'
import { appendEvent } from './append-event'

const BATCH = 50

/**
 * Reminds people of our questions, and closes what got no reply. The step is appended under the number that the case
 * stands at, so it is taken once, and its mail is sent for the step (mail-jobs.ts).
 */
export const followUpJob: Job = {
  name: 'questions-without-reply',
  async run(payload, now, round) {
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: { followUpAt: { less_than_equal: now.toISOString() } },
      sort: ['followUpAt', 'receivedAt', 'id'],
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    let count = 0
    for (const row of docs) {
      if (round && !(await round.keep())) break
      if (await followUp(payload, row, round?.clock() ?? now)) count += 1
    }
    return count
  },
}

/** @returns false on a conflict with a step that is written at this moment; the next round tries again */
async function followUp(payload: Payload, row: Inquiry, now: Date): Promise<boolean> {
  const events = await eventsOf(payload, row.id)
  const timeline = timelineOf(submissionOf(row), events.map(eventOf))
  const next = followUpOf(timeline, await workingTime(payload))?.next
  if (!next || next.at > now.getTime()) {
    // The calendar has changed since it was written.
    await writeProjection(payload, row, row.seq)
    return false
  }
  const result = await appendEvent({
    payload,
    clock: () => now,
    reason: 'job',
    row,
    event: { type: next.type, actor: { kind: 'system' }, ...(next.type === 'closed' && { outcome: 'noReply' }) },
  })
  return result.status === 'ok'
}
