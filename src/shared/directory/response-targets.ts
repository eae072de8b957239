import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { type InquiryKind, inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'
import { accessOf } from './reader'

/** The response target of each kind of inquiry in working days; null where none is set. */
export async function responseTargets(payload: Payload, user: User): Promise<Record<InquiryKind, number | null>> {
  const { responseTargets: stored } = await payload.findGlobal({
    slug: 'association',
    select: { responseTargets: true },
    depth: 0,
    ...accessOf({ user }),
  })
  const targets = inquiryKinds.map((kind) => [kind, stored?.[kind] ?? null])
  return Object.fromEntries(targets) as Record<InquiryKind, number | null>
}
