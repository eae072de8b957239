import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig, ServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { isOnSite } from '@/payload/hold-rights'
import { hasRole } from '@/platform/access'
import type { LocalizedText } from '@/platform/localize'
import { documentRights, globalRights, isDocumentSlug } from '@/platform/rights'
import { panelLocale } from './panel-locale'
import { BesideVersion, RestoreButtons } from './restore-buttons'

type Props = ServerProps & { collectionSlug?: string; globalSlug?: string; req: PayloadRequest }

/** The reason why earlier versions of a document can't be restored, if its collection gives one in `custom`. */
type KeepsVersions = (document: { id: string; req: PayloadRequest }) => Promise<LocalizedText | null>
const keepsVersions = ({ custom }: SanitizedCollectionConfig): KeepsVersions | undefined => custom?.keepsVersions

/** Replaces Payload's button: offers what the person may do, or gives the reason why not. */
export async function RestoreVersion({ collectionSlug, globalSlug, i18n, params, req }: Props) {
  const locale = panelLocale(i18n)
  const t = translator('panel.restore', locale)
  const segments = (params?.segments ?? []) as string[]
  const version = segments.at(-1) ?? ''
  if (globalSlug && globalSlug in globalRights) {
    const { update } = globalRights[globalSlug as keyof typeof globalRights]
    if (!hasRole(req.user, ...update)) return null
    const commands = [{ label: t('restore'), path: `/globals/${globalSlug}/versions/${version}` }]
    return (
      <BesideVersion>
        <RestoreButtons commands={commands} isGlobal back={`/globals/${globalSlug}`} />
      </BesideVersion>
    )
  }
  const id = segments[2]
  if (!collectionSlug || !isDocumentSlug(collectionSlug) || !id) return null
  const { config } = req.payload.collections[collectionSlug as CollectionSlug]
  const reason = await keepsVersions(config)?.({ id, req })
  if (reason) {
    return (
      <BesideVersion>
        <p className="restore-version-reason">{reason[locale]}</p>
      </BesideVersion>
    )
  }
  const { version: saved } = await req.payload.findVersionByID({
    collection: collectionSlug,
    id: version,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const rights = documentRights[collectionSlug]
  const now = await isOnSite(req, collectionSlug, id)
  const path = `/${collectionSlug}/versions/${version}`
  // A version that was a draft is restored as a draft; restoring its status would unpublish the document.
  const mayPublish =
    saved._status === 'published' && hasRole(req.user, ...(now ? rights.published : rights.unpublished).publish)
  const mayDraft = hasRole(req.user, ...(now ? rights.published.saveDraft : rights.unpublished.save))
  const commands = [
    ...(mayDraft ? [{ label: t('draft'), path: `${path}?draft=true` }] : []),
    ...(mayPublish ? [{ label: t('publish'), path: `${path}?draft=false` }] : []),
  ]
  return (
    <BesideVersion>
      <RestoreButtons commands={commands} back={`/collections/${collectionSlug}/${id}`} />
    </BesideVersion>
  )
}
