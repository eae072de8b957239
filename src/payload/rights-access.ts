import type { Access, CollectionConfig, GlobalConfig, Where } from 'payload'
import { anyone, hasRole, nobody, type Role } from '@/platform/access'
import { type DocumentSlug, documentRights, type GlobalRights, globalRights, type PlainRights } from '@/platform/rights'

const withRole =
  (held: readonly Role[]): Access =>
  ({ req }) =>
    hasRole(req.user, ...held)

const neverPublished: Where = { _status: { not_equals: 'published' } }

/**
 * The access functions of documents with drafts. They see what was sent but not what is stored, so they only exclude
 * roles without the right in any state and tell the panel which buttons to show; `holdRights` checks the document. In
 * a bulk operation documents are not filtered, so that each refusal has a reason.
 */
export function documentAccess(slug: DocumentSlug) {
  const { create, published, readDrafts, unpublished } = documentRights[slug]
  const read: Access = ({ req }) => hasRole(req.user, ...readDrafts) || { _status: { equals: 'published' } }
  const update: Access = ({ data, id, req: { user } }) => {
    const isPublishing = data?._status === 'published'
    const before = isPublishing ? unpublished.publish : unpublished.save
    const after = isPublishing
      ? published.publish
      : [...published.saveDraft, ...published.publish, ...published.unpublish]
    if (hasRole(user, ...after)) return true
    if (!hasRole(user, ...before)) return false
    return id === undefined ? true : neverPublished
  }
  const remove: Access = ({ id, req: { user } }) => {
    if (hasRole(user, ...published.delete)) return true
    if (!hasRole(user, ...unpublished.delete)) return false
    return id === undefined ? true : neverPublished
  }
  return {
    create: ({ data, req: { user } }) =>
      hasRole(user, ...create) && (data?._status !== 'published' || hasRole(user, ...unpublished.publish)),
    read,
    readVersions: withRole(readDrafts),
    update,
    delete: remove,
    unlock: nobody,
  } satisfies CollectionConfig['access']
}

/** The access functions of documents without drafts, by role alone. */
export const plainAccess = ({ create, delete: remove, read, readVersions, update }: PlainRights) =>
  ({
    create: withRole(create),
    read: read === 'everybody' ? anyone : withRole(read.all),
    readVersions: readVersions ? withRole(readVersions) : nobody,
    update: withRole(update.all),
    delete: withRole(remove.all),
    unlock: nobody,
  }) satisfies CollectionConfig['access']

export function globalAccess(slug: keyof typeof globalRights) {
  const { read, readVersions, update }: GlobalRights = globalRights[slug]
  return {
    read: read === 'everybody' ? anyone : withRole(read),
    readVersions: withRole(readVersions),
    update: withRole(update),
  } satisfies GlobalConfig['access']
}
