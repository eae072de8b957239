import type { Job } from '@/platform/jobs'
import { bumpRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'

const MAX_SURVEYS = 100

/**
 * Bumps the revision when a survey opens or closes, because cached pages show the survey that was open when they were
 * rendered. A start bumps it too, which covers the time without a running process.
 */
export function surveyWindowJob(startedAt: Date): Job {
  let seenUntil = startedAt
  return {
    name: 'survey-windows',
    async run(payload, now) {
      const within = { greater_than: seenUntil.toISOString(), less_than_equal: now.toISOString() }
      const { docs } = await payload.find({
        collection: 'surveys',
        where: {
          and: [{ _status: { equals: 'published' } }, { or: [{ opensAt: within }, { closesAt: within }] }],
        },
        limit: MAX_SURVEYS,
        pagination: false,
        depth: 0,
        select: { slug: true },
        ...asSystem('job'),
      })
      if (docs.length > 0) await bumpRevision(payload)
      seenUntil = now
      return docs.length
    },
  }
}
