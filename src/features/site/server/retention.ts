import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'

/** Months for which the association keeps what people wrote, or null while it has set no period. */
export async function retentionMonths(payload: Payload): Promise<number | null> {
  const association = await payload.findGlobal({
    slug: 'association',
    select: { retentionMonths: true },
    depth: 0,
    ...asSystem('job'),
  })
  return association.retentionMonths ?? null
}
