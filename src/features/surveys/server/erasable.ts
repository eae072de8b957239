import type { Payload, Where } from 'payload'
import { asSystem } from '@/platform/system-payload'

/** More surveys, rounds and drafts than an association makes. */
const MAX_SURVEYS = 1000

/**
 * Responses with words or a contact, of a time, by survey and day as the index has them.
 * @returns null while there is no survey
 */
export async function erasableResponses(payload: Payload, from: Date, until: Date): Promise<Where | null> {
  const { docs: surveys } = await payload.find({
    collection: 'surveys',
    select: {},
    limit: MAX_SURVEYS,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  if (surveys.length === 0) return null
  return {
    and: [
      { survey: { in: surveys.map(({ id }) => id) } },
      { submittedAt: { greater_than_equal: from.toISOString() } },
      { submittedAt: { less_than: until.toISOString() } },
      { or: [{ texts: { exists: true } }, { contact: { exists: true } }] },
    ],
  }
}

/** How many would lose their words now if nothing older than `until` were kept. */
export async function countErasableResponses(payload: Payload, until: Date): Promise<number> {
  const where = await erasableResponses(payload, new Date(0), until)
  if (!where) return 0
  const { totalDocs } = await payload.count({ collection: 'survey-responses', where, ...asSystem('job') })
  return totalDocs
}
