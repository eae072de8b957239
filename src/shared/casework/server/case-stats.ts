import type { Payload, Where } from 'payload'
import { asSystem } from '@/platform/system-payload'

/**
 * How many inquiries reached the association from `from` up to `until`, and how many of them are
 * answered now or were closed without a reply of the person. Three indexed counts; no case is read.
 */
export async function caseStats(
  payload: Payload,
  { from, until }: { from: Date; until: Date },
): Promise<{ received: number; answered: number; noReply: number }> {
  const within: Where[] = [
    { receivedAt: { greater_than_equal: from.toISOString() } },
    { receivedAt: { less_than: until.toISOString() } },
  ]
  const count = async (where: Where) =>
    (await payload.count({ collection: 'inquiries', where, ...asSystem('read-public-content') })).totalDocs
  const [received, over, noReply] = await Promise.all([
    count({ and: within }),
    count({ and: [{ status: { in: ['answered', 'closed'] } }, ...within] }),
    count({ and: [{ outcome: { equals: 'noReply' } }, ...within] }),
  ])
  return { received, answered: over - noReply, noReply }
}
