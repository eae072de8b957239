import type { Payload, Where } from 'payload'
import { asSystem } from '@/platform/system-payload'

/** More surveys, rounds and drafts than an association has. */
const MAX_SURVEYS = 1000

/**
 * Responses of a period that hold text or a contact, by survey and day to match the index.
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

/** How many would be erased now with `until` as the limit. */
export async function countErasableResponses(payload: Payload, until: Date): Promise<number> {
  const where = await erasableResponses(payload, new Date(0), until)
  if (!where) return 0
  const { totalDocs } = await payload.count({ collection: 'survey-responses', where, ...asSystem('job') })
  return totalDocs
}
