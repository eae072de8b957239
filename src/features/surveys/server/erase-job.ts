import type { Payload } from 'payload'
import { monthsBefore } from '@/platform/calendar'
import { noteErasure } from '@/platform/erased-from-disk'
import type { Job } from '@/platform/jobs'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { erasableResponses } from './erasable'

const BATCH = 100

/**
 * Erases texts and contacts of evaluations after the retention period, one statement per response. Ratings, choices,
 * day, service and channel remain for figures.
 * @param keptMonths null without a retention period: nothing is erased
 */
export function eraseEvaluationsJob(keptMonths: (payload: Payload) => Promise<number | null>): Job {
  // Responses are dated on arrival, so nothing before this day remains to be erased.
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
