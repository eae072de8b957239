import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  type ValidationFieldError,
} from 'payload'
import {
  type AnchorFault,
  anchorFaults,
  type CompletenessFault,
  lacksAnchors,
  textFaults,
  withAnchors,
} from '@/features/policies/domain/clauses'
import { invalid } from '@/payload/field-errors'
import type { Edition } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { localize } from '@/platform/localize'
import { asSystemWithin } from '@/platform/system-payload'
import { isPrivilegedSystemWrite, mayPrepareEditions, refuseApproved } from './approved-edition'

/** More than any policy will ever have; no query goes without a limit. */
const MAX_EDITIONS = 500

const idOf = (relation: unknown): string | null => {
  if (typeof relation === 'string') return relation
  return relation && typeof relation === 'object' && 'id' in relation ? String(relation.id) : null
}

/** What Payload hands to `beforeOperation`, as far as it is read here. */
interface OperationArgs {
  id?: string
  where?: Parameters<typeof refuseApproved>[1]
  data?: Record<string, unknown>
  duplicateFromID?: string
  draft?: boolean
}

/** Refused before access is asked, so that the answer says why and what to do instead of "not allowed". */
export const refuseTouchingApproved: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess = false,
  req,
}) => {
  if (!overrideAccess && !mayPrepareEditions(req)) return
  const { id, where } = args as OperationArgs
  if (operation === 'update' || operation === 'delete') {
    await refuseApproved(req, id ? { id: { equals: id } } : (where ?? {}))
  }
  if (operation === 'restoreVersion' && id) {
    const version = await req.payload.findVersionByID({
      collection: 'editions',
      id,
      depth: 0,
      disableErrors: true,
      ...asSystemWithin(req, 'keep-rules'),
    })
    const parent = idOf(version?.parent)
    if (parent) await refuseApproved(req, { id: { equals: parent } })
  }
}

/** Nothing gets past `refuseTouchingApproved` that this does not see with the document in hand. */
export const refuseChangingApproved: CollectionBeforeChangeHook<Edition> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation === 'update' && originalDoc) await refuseApproved(req, { id: { equals: originalDoc.id } })
  return data
}

export const refuseDeletingApproved: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await refuseApproved(req, { id: { equals: id } })
}

/**
 * A duplicate is the start of an amendment: the text stays, and what belongs to the old decision goes.
 */
export const resetForAmendment: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { duplicateFromID, data } = args as OperationArgs
  if (operation !== 'create' || !duplicateFromID) return undefined
  return {
    ...args,
    draft: true,
    data: {
      number: null,
      decision: { meetingDate: null, hijri: '', gregorian: '', weekday: null, session: null, resolution: null },
      effectiveFrom: null,
      coverYear: { hijri: null, gregorian: null },
      errata: [],
      attachedFile: null,
      sourceText: null,
      ...data,
      _status: 'draft',
    },
  }
}

const sayAnchorFault = ({ anchor, code }: AnchorFault, req: PayloadRequest): string =>
  code === 'repeated'
    ? localize(req, {
        ar: `المعرّف ${anchor} مستعمل في هذا الإصدار. لكل بند معرّف وحده.`,
        en: `The id ${anchor} is already used in this edition. Each clause has its own.`,
      })
    : localize(req, {
        ar: `لا يصلح ${anchor} معرّفًا. أحرف لاتينية صغيرة وأرقام وشرطات، مثل dealing-3.`,
        en: `${anchor} can’t be an id. Use lowercase letters, digits and hyphens, such as dealing-3.`,
      })

/** Gives new clauses their stable ids, and refuses ids that would make two clauses one address. */
export const assignAnchors: CollectionBeforeValidateHook<Edition> = async ({ data, originalDoc, req }) => {
  if (!data?.sections) return data
  if (lacksAnchors(data.sections)) {
    const policy = idOf(data.policy) ?? idOf(originalDoc?.policy)
    data.sections = withAnchors(data.sections, policy ? await publishedAnchors(policy, req) : [])
  }
  const faults = anchorFaults(data.sections)
  if (faults.length > 0) {
    throw invalid(
      req,
      { collection: 'editions' },
      faults.map((fault) => ({ path: fault.path, message: sayAnchorFault(fault, req) })),
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

/** The next number of the policy, unless one was typed. */
export const numberEdition: CollectionBeforeValidateHook<Edition> = async ({ data, operation, req }) => {
  const policy = idOf(data?.policy)
  if (operation !== 'create' || !data || data.number || !policy) return data
  const { docs } = await req.payload.find({
    collection: 'editions',
    where: { policy: { equals: policy } },
    sort: '-number',
    limit: 1,
    depth: 0,
    pagination: false,
    select: { number: true },
    ...asSystemWithin(req, 'keep-rules'),
  })
  data.number = (docs[0]?.number ?? 0) + 1
  return data
}

const sayTextFault = ({ code }: CompletenessFault, req: PayloadRequest): string =>
  localize(
    req,
    {
      noSections: {
        ar: 'لا يُعتمد إصدار بلا نص. تُضاف أقسامه وبنوده أولًا.',
        en: 'An edition can’t be approved without a text. Add its sections and clauses first.',
      },
      noClauses: { ar: 'هذا القسم بلا بنود.', en: 'This section has no clauses.' },
      noText: {
        ar: 'نص هذا البند بالعربية فارغ، والنص العربي هو المعتمد.',
        en: 'This clause has no Arabic text, and the Arabic text is the one approved.',
      },
    }[code],
  )

/** The Arabic text of what is being saved, whichever language the person saves in. */
async function arabicSections(data: Partial<Edition>, originalDoc: Edition | undefined, req: PayloadRequest) {
  const sections = data.sections ?? []
  if (req.locale === 'ar' || !originalDoc?.id) return req.locale === 'ar' ? sections : []
  const stored = await req.payload.findByID({
    collection: 'editions',
    id: originalDoc.id,
    draft: true,
    locale: 'ar',
    fallbackLocale: false,
    depth: 0,
    ...asSystemWithin(req, 'keep-rules'),
  })
  const texts = new Map(
    stored.sections?.flatMap(({ clauses }) => (clauses ?? []).map(({ id, text: arabic }) => [id, arabic] as const)),
  )
  return sections.map((section) => ({
    ...section,
    clauses: (section.clauses ?? []).map((clause) => ({ ...clause, text: texts.get(clause.id) ?? null })),
  }))
}

/** Approval is publishing: by an approver, with the board's decision and the whole Arabic text. */
export const refuseIncompleteApproval: CollectionBeforeChangeHook<Edition> = async ({ data, originalDoc, req }) => {
  if (data._status !== 'published' || originalDoc?._status === 'published') return data
  if (!isPrivilegedSystemWrite(req) && !hasRole(req.user, 'administrator', 'approver')) {
    throw new APIError(
      localize(req, {
        ar: 'الاعتماد والنشر لمن له صلاحية «الاعتماد».',
        en: 'Only an approver can approve and publish an edition.',
      }),
      403,
      null,
      true,
    )
  }
  const errors: Pick<ValidationFieldError, 'message' | 'path'>[] = textFaults(
    await arabicSections(data, originalDoc, req),
  ).map((fault) => ({
    path: fault.path,
    message: sayTextFault(fault, req),
  }))
  const meetingDate = data.decision?.meetingDate
  if (!meetingDate) {
    errors.push({
      path: 'decision.hijri',
      message: localize(req, {
        ar: 'لا يُعتمد إصدار بلا قرار من مجلس الإدارة. يُكتب تاريخ الجلسة.',
        en: 'An edition can’t be approved without a decision of the board. Give the date of its meeting.',
      }),
    })
  }
  if (errors.length > 0) throw invalid(req, { collection: 'editions' }, errors)
  // The policy's own rule: in force from its approval, unless the decision names another day.
  data.effectiveFrom ??= meetingDate ?? null
  return data
}
