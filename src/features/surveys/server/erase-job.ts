import type { Payload } from 'payload'
import { monthsBefore } from '@/platform/calendar'
import { noteErasure } from '@/platform/erased-from-disk'
import type { Job } from '@/platform/jobs'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { erasableResponses } from './erasable'

const BATCH = 100

/**
 * Erases what people wrote in evaluations, and the contact they left, once the association keeps them
 * no longer: one statement a response. What remains is what figures need: ratings, choices, day,
 * service and channel.
 * @param keptMonths null while the association has set no period: then nothing is erased
 */
export function eraseEvaluationsJob(keptMonths: (payload: Payload) => Promise<number | null>): Job {
  // A response is dated when it comes, so before this day there is nothing left to look for.
  let erasedUntil = new Date(0)
  return {
    name: 'evaluation-retention',
    async run(payload, now) {
      const months = await keptMonths(payload)
      if (months === null) return 0
      const until = monthsBefore(now, months)
      if (until <= erasedUntil) return 0
      const where = await erasableResponses(payload, erasedUntil, until)
      if (!where) return 0
      const { docs } = await payload.find({
        collection: 'survey-responses',
        where,
        select: {},
        sort: ['submittedAt', 'id'],
        limit: BATCH,
        pagination: false,
        depth: 0,
        ...asSystem('job'),
      })
      for (const { id } of docs) {
        // Past the hooks, which let nobody rewrite what was sent.
        await updateRow(payload, 'erase', {
          collection: 'survey-responses',
          where: { id: { equals: id } },
          data: { texts: null, contact: null },
        })
      }
      if (docs.length > 0) noteErasure()
      if (docs.length < BATCH) erasedUntil = until
      return docs.length
    },
  }
}
