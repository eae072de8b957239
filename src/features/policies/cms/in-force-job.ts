import { startOfDay } from '@/platform/calendar'
import type { Job } from '@/platform/jobs'
import { bumpRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'

const MAX_EDITIONS = 100
const DAY_MS = 86_400_000

/**
 * Bumps the revision when an edition's effective day begins, because cached pages show the state of the day on which
 * they were rendered. A start bumps it too, which covers the time without a running process.
 */
export function inForceJob(startedAt: Date): Job {
  let seenUntil = startedAt
  return {
    name: 'editions-in-force',
    async run(payload, now) {
      const since = seenUntil
      if (startOfDay(now).getTime() === startOfDay(since).getTime()) return 0
      const { docs } = await payload.find({
        collection: 'editions',
        where: {
          and: [
            { _status: { equals: 'published' } },
            // A stored day is 12 to 15 hours after the midnight from which it counts.
            { effectiveFrom: { greater_than: since.toISOString() } },
            { effectiveFrom: { less_than: new Date(now.getTime() + DAY_MS).toISOString() } },
          ],
        },
        limit: MAX_EDITIONS,
        depth: 0,
        pagination: false,
        select: { effectiveFrom: true },
        ...asSystem('job'),
      })
      const begun = docs.filter(({ effectiveFrom }) => {
        const from = effectiveFrom ? startOfDay(new Date(effectiveFrom)) : now
        return from > since && from <= now
      })
      if (begun.length > 0) await bumpRevision(payload)
      seenUntil = now
      return begun.length
    },
  }
}
