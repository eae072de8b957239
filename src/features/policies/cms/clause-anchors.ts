import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { type AnchorError, anchorErrors, lacksAnchors, withAnchors } from '@/features/policies/domain/clauses'
import { invalid } from '@/payload/field-errors'
import type { Edition } from '@/payload-types'
import { localize } from '@/platform/localize'
import { asSystemWithin } from '@/platform/system-payload'
import { idOf } from './operation-args'

/** More editions than a policy has; every query has a limit. */
const MAX_EDITIONS = 500

const sayAnchorError = ({ anchor, code }: AnchorError, req: PayloadRequest): string =>
  code === 'repeated'
    ? localize(req, {
        ar: `المعرّف ${anchor} مستعمل في هذا الإصدار. لكل بند معرّف وحده.`,
        en: `The id ${anchor} is already used in this edition. Each clause has its own.`,
      })
    : localize(req, {
        ar: `لا يصلح ${anchor} معرّفًا. أحرف لاتينية صغيرة وأرقام وشرطات، مثل dealing-3.`,
        en: `${anchor} can’t be an id. Use lowercase letters, digits and hyphens, such as dealing-3.`,
      })

/** Gives new clauses their anchors and refuses duplicate ones. */
export const assignAnchors: CollectionBeforeValidateHook<Edition> = async ({ data, originalDoc, req }) => {
  if (!data?.sections) return data
  if (lacksAnchors(data.sections)) {
    const policy = idOf(data.policy) ?? idOf(originalDoc?.policy)
    data.sections = withAnchors(data.sections, policy ? await publishedAnchors(policy, req) : [])
  }
  const errors = anchorErrors(data.sections)
  if (errors.length > 0) {
    throw invalid(
      req,
      { collection: 'editions' },
      errors.map((error) => ({ path: error.path, message: sayAnchorError(error, req) })),
    )
  }
  return data
}

async function publishedAnchors(policy: string, req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'editions',
    where: { and: [{ policy: { equals: policy } }, { _status: { equals: 'published' } }] },
    limit: MAX_EDITIONS,
    depth: 0,
    pagination: false,
    select: { sections: true },
    ...asSystemWithin(req, 'keep-rules'),
  })
  return docs.flatMap(
    ({ sections }) =>
      sections?.flatMap(({ anchor, clauses }) => [
        anchor ?? '',
        ...(clauses ?? []).map((clause) => clause.anchor ?? ''),
      ]) ?? [],
  )
}
