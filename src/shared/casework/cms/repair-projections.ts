import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { writeProjection } from './projection'

/** A step takes milliseconds; one that began this long ago has died between its statements. */
const STALE_MS = 60_000
const BATCH = 100

/** Repairs cases that a crash left claimed: their projection is computed from the timeline again. */
export const repairProjections = {
  name: 'inquiry-projections',
  async run(payload: Payload, now: Date): Promise<number> {
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: {
        isProjectionStale: { equals: true },
        claimedAt: { less_than: new Date(now.getTime() - STALE_MS).toISOString() },
      },
      sort: ['claimedAt', 'id'],
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    for (const row of docs) await writeProjection(payload, row, row.seq)
    return docs.length
  },
}

/**
 * Writes the projection of every case that is not closed again, for a version that computes it
 * otherwise. A step that is written meanwhile writes a newer one.
 */
export async function projectUnfinished(payload: Payload): Promise<void> {
  for (let after = ''; ; ) {
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: { and: [{ status: { not_equals: 'closed' } }, ...(after ? [{ id: { greater_than: after } }] : [])] },
      sort: 'id',
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    for (const row of docs) await writeProjection(payload, row, row.seq)
    const last = docs.at(-1)
    if (!last || docs.length < BATCH) return
    after = last.id
  }
}
