import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { type InquiryKind, inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'
import { accessOf } from './reader'

/** In how many working days the association means to answer each kind of inquiry; null where it set none. */
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
