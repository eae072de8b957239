import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { relatedId } from '@/shared/casework/domain/rows'

/** After how many working days something is very late, until the association sets others; 0 is never. */
export const usualVeryLate = 3

/** Who is told of what is very late, and after how many working days. */
export async function escalationSettings(payload: Payload): Promise<{ manager: string | null; veryLateDays: number }> {
  const { escalation } = await payload.findGlobal({
    slug: 'association',
    select: { escalation: true },
    depth: 0,
    ...asSystem('job'),
  })
  return { manager: relatedId(escalation?.manager), veryLateDays: escalation?.veryLateDays ?? usualVeryLate }
}
