import { startOfDay } from '@/platform/calendar'
import type { Job } from '@/platform/jobs'
import { bumpRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'

const MAX_EDITIONS = 100
const DAY_MS = 86_400_000

/**
 * A finished page says "in force" of the day on which it was made. When an edition's effective day
 * begins, nobody writes anything, so this raises the revision. A start raises it too, hence what
 * began while no process ran needs no memory.
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
            // A stored day lies twelve to fifteen hours after the midnight from which it counts.
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
