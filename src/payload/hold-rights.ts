import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type PayloadRequest,
  type Plugin,
} from 'payload'
import { hasRole, type Role, roleLabels } from '@/platform/access'
import { type DocumentSlug, documentRights, isDocumentSlug } from '@/platform/rights'
import { asSystemWithin, systemReasonOf } from '@/platform/system-payload'
import { type LocalizedText, localize } from '../platform/localize'

/**
 * Checks rights for each document by its stored state and the state that the save leads to, for every entry point.
 * What was sent is not enough: without a status Payload uses the newest draft's, so that a save may publish, change
 * or unpublish.
 */

/** How the operation saves; hooks of a document aren't told. */
interface Saving {
  isDraft: boolean
  isStatusSent: boolean
  /** The version that is being restored. */
  version?: string
}

interface OperationArgs {
  id?: string
  data?: { _status?: unknown }
  draft?: boolean
  publishSpecificLocale?: string
  unpublishAllLocales?: boolean
}

const keyOf = (slug: string) => `saving:${slug}`

/** Runs after hooks that change the data. */
const noteSaving: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return
  const { data, draft = false, id, publishSpecificLocale, unpublishAllLocales } = args as OperationArgs
  const status = data?._status
  if (publishSpecificLocale) {
    throw new APIError(
      localize(req, {
        ar: 'يُنشر المستند بلغتيه معًا، لا بلغة وحدها.',
        en: 'A document is published in both its languages, not in one alone.',
      }),
      400,
      null,
      true,
    )
  }
  // Payload validates only the fields that were sent, so that an incomplete draft would be published.
  if (unpublishAllLocales && status !== 'draft') {
    throw new APIError(
      localize(req, { ar: 'لا يُنشر وهو يُلغى نشره.', en: 'Publish or unpublish, not both.' }),
      400,
      null,
      true,
    )
  }
  const saving: Saving = {
    isDraft: Boolean(draft) && (operation !== 'update' || status !== 'published'),
    isStatusSent: status !== undefined || operation === 'restoreVersion',
    ...(operation === 'restoreVersion' && id && { version: id }),
  }
  req.context[keyOf(collection.slug)] = saving
}

/** How the document at hand is being saved. */
export function savingOf(req: Pick<PayloadRequest, 'context'>, slug: string): Saving {
  return (req.context[keyOf(slug)] as Saving | undefined) ?? { isDraft: false, isStatusSent: false }
}

/** Whether visitors see the document now, whatever its newest draft says. */
export async function isOnSite(req: PayloadRequest, collection: CollectionSlug, id: string | number): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    ...asSystemWithin(req, 'keep-rules'),
  })
  return totalDocs > 0
}

const nameAll = (who: readonly Role[]): LocalizedText => ({
  ar: who.map((role) => roleLabels[role].ar).join('، أو '),
  en: who.map((role) => roleLabels[role].en).join(' or '),
})

const stays: LocalizedText = {
  ar: 'ما نُشر هنا يبقى منشورًا، لأن غيره يعتمد عليه. ويمكن تغييره ونشره من جديد.',
  en: 'What was published here stays published, because other things rely on it. It can be changed and published again.',
}

const refusals = {
  create: (who: readonly Role[]) => ({
    ar: `الإضافة هنا لمن له صلاحية: ${nameAll(who).ar}.`,
    en: `Adding here needs the role: ${nameAll(who).en}.`,
  }),
  save: (who: readonly Role[]) => ({
    ar: `التعديل هنا لمن له صلاحية: ${nameAll(who).ar}.`,
    en: `Editing here needs the role: ${nameAll(who).en}.`,
  }),
  publish: (who: readonly Role[]) => ({
    ar: `النشر وتغيير ما يراه الزوار لمن له صلاحية: ${nameAll(who).ar}. ويمكن الحفظ مسودةً دون أن يتغير شيء للزوار.`,
    en: `Publishing, and changing what visitors see, needs the role: ${nameAll(who).en}. It can be saved as a draft, which changes nothing for visitors.`,
  }),
  unpublish: (who: readonly Role[]) =>
    who.length === 0
      ? stays
      : {
          ar: `إلغاء النشر لمن له صلاحية: ${nameAll(who).ar}.`,
          en: `Taking it off the site needs the role: ${nameAll(who).en}.`,
        },
  delete: (who: readonly Role[]) =>
    who.length === 0
      ? stays
      : {
          ar: `حذف ما هو منشور لمن له صلاحية: ${nameAll(who).ar}.`,
          en: `Deleting what is published needs the role: ${nameAll(who).en}.`,
        },
}

function need(req: PayloadRequest, what: keyof typeof refusals, who: readonly Role[]): void {
  if (!hasRole(req.user, ...who)) throw new APIError(localize(req, refusals[what](who)), 403, null, true)
}

/** @throws a 409: the person has to say which of two things they mean */
function refuseAmbiguous(req: PayloadRequest): never {
  throw new APIError(
    localize(req, {
      ar: 'لهذا المستند مسودة أحدث من المنشور. يُذكر مع الحفظ: أتُنشر (‎_status: published‎) أم يُحفظ فيها (‎draft=true‎).',
      en: 'This document has a draft newer than what is published. Say whether to publish it (_status: published) or to save into it (draft=true).',
    }),
    409,
    null,
    true,
  )
}

export const holdSaving: CollectionBeforeChangeHook = async ({ collection, data, operation, originalDoc, req }) => {
  const slug = collection.slug as DocumentSlug
  const { isDraft, isStatusSent } = savingOf(req, slug)
  // A save that says why it skips access control says so in its context.
  if (systemReasonOf(req)) return data
  const { create, published, unpublished } = documentRights[slug]
  const isPublishing = !isDraft && data._status === 'published'
  if (operation === 'create') {
    need(req, 'create', create)
    if (isPublishing) need(req, 'publish', unpublished.publish)
    return data
  }
  if (!(await isOnSite(req, slug, originalDoc.id))) {
    need(req, isPublishing ? 'publish' : 'save', isPublishing ? unpublished.publish : unpublished.save)
    return data
  }
  if (isDraft) need(req, 'save', published.saveDraft)
  else if (isPublishing) need(req, 'publish', published.publish)
  else if (!isStatusSent) refuseAmbiguous(req)
  else need(req, 'unpublish', published.unpublish)
  return data
}

export const holdDeleting: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (systemReasonOf(req)) return
  const slug = collection.slug as DocumentSlug
  const { published, unpublished } = documentRights[slug]
  need(req, 'delete', (await isOnSite(req, slug, id)) ? published.delete : unpublished.delete)
}

/** A collection may place the rule among its own, so that its own words come first. */
const withRule = <Hook>(hooks: Hook[] | undefined, rule: Hook): Hook[] =>
  hooks?.includes(rule) ? hooks : [rule, ...(hooks ?? [])]

/** Holds the table of rights at every save and deletion of a document with drafts. */
export const holdRights: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => {
    const { hooks, slug, versions } = collection
    if (typeof versions !== 'object' || !versions.drafts) return collection
    if (!isDocumentSlug(slug)) throw new Error(`${slug} has drafts, and platform/rights.ts doesn't say whose.`)
    return {
      ...collection,
      hooks: {
        ...hooks,
        beforeOperation: [...(hooks?.beforeOperation ?? []), noteSaving],
        beforeChange: withRule(hooks?.beforeChange, holdSaving),
        beforeDelete: withRule(hooks?.beforeDelete, holdDeleting),
      },
    }
  }),
})
