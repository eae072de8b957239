import type { Payload, Where } from 'payload'
import { asSystem } from '@/platform/system-payload'

/** Inquiries over whose last step an instant lies, answered or closed and not erased yet. */
export const erasableCases = (until: Date): Where => ({
  and: [
    { erasedAt: { exists: false } },
    { status: { in: ['answered', 'closed'] } },
    { lastEventAt: { less_than: until.toISOString() } },
  ],
})

/** How many would lose their words now if nothing older than `until` were kept. */
export async function countErasableCases(payload: Payload, until: Date): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: 'inquiries',
    where: erasableCases(until),
    ...asSystem('job'),
  })
  return totalDocs
}
