import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'

/** The months for which texts are kept; null without a retention period. */
export async function retentionMonths(payload: Payload): Promise<number | null> {
  const association = await payload.findGlobal({
    slug: 'association',
    select: { retentionMonths: true },
    depth: 0,
    ...asSystem('job'),
  })
  return association.retentionMonths ?? null
}
