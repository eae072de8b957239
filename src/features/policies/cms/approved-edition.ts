import { APIError, type PayloadRequest, type Where } from 'payload'
import { isOnSite } from '@/payload/hold-rights'
import { hasRole } from '@/platform/access'
import { documentRights } from '@/platform/rights'
import { asSystemWithin, systemReasonOf } from '@/platform/system-payload'

/**
 * Invariant: what the board approved never changes. These checks cover every entry point (panel, REST, Local API,
 * draft save, restoring a version, bulk update).
 */

/** In both languages at once, because a caller of the API may use either. */
const refusal = [
  'هذا الإصدار معتمد من مجلس الإدارة، فلا يُعدَّل ولا يُحذف. لتعديل السياسة يُنسخ الإصدار ليصبح إصدارًا جديدًا، ثم يُعتمد بقرار جديد.',
  'This edition was approved by the board of directors, so it can’t be changed or deleted. To amend the policy, duplicate it as a new edition and have that one approved by a new decision.',
].join('\n')

export class ApprovedEditionError extends APIError {
  constructor() {
    super(refusal, 409, null, true)
  }
}

/** Reasons for which the system may write what nobody else may. */
export function isPrivilegedSystemWrite(req: Pick<PayloadRequest, 'context'>): boolean {
  const reason = systemReasonOf(req)
  return reason === 'seed' || reason === 'test-setup'
}

/** @throws ApprovedEditionError when an approved edition is among those that match */
export async function refuseApproved(req: PayloadRequest, which: Where): Promise<void> {
  if (isPrivilegedSystemWrite(req)) return
  const { totalDocs } = await req.payload.count({
    collection: 'editions',
    where: { and: [which, { _status: { equals: 'published' } }] },
    ...asSystemWithin(req, 'keep-rules'),
  })
  if (totalDocs > 0) throw new ApprovedEditionError()
}

/** Persons without rights on editions are told so, and learn nothing about what is stored. */
export const mayPrepareEditions = (req: PayloadRequest): boolean =>
  hasRole(req.user, ...documentRights.editions.unpublished.save)

/** Shown in the panel instead of a button that must fail. */
export const whyVersionsStay = async ({ id, req }: { id: string; req: PayloadRequest }) =>
  (await isOnSite(req, 'editions', id))
    ? { ar: 'إصدار معتمد: لا تُستعاد نسخة سابقة منه.', en: 'An approved edition: no earlier version is restored.' }
    : null
