import { getTranslation } from '@payloadcms/translations'
import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { hasRole } from '@/platform/access'

export interface DraftCount {
  collection: string
  label: string
  /** Whose newest form isn't published: new ones, and changes to what is published. */
  count: number
  /** The collection's whole list. */
  listHref: string
  /** The list of the drafts alone. */
  draftsHref: string
}

/** Those who see drafts at all; everybody else's lists have none. */
const seesDrafts = (user: User): boolean => hasRole(user, 'administrator', 'editor', 'approver', 'auditor')

/** What editors have in draft, one indexed query a collection. */
export async function countDrafts(
  payload: Payload,
  { user, locale }: { user: User; locale: 'ar' | 'en' },
): Promise<DraftCount[]> {
  if (!seesDrafts(user)) return []
  const written = payload.config.collections.filter(({ versions, admin }) => versions?.drafts && !admin.hidden)
  return Promise.all(
    written.map(async ({ slug, labels }) => {
      const { totalDocs: count } = await payload.countVersions({
        collection: slug,
        where: { and: [{ latest: { equals: true } }, { 'version._status': { equals: 'draft' } }] },
        overrideAccess: false,
        user,
      })
      const listHref = `/admin/collections/${slug}`
      return {
        collection: slug,
        label: getTranslation(labels.plural, { language: locale, fallbackLanguage: 'ar', t: String }),
        count,
        listHref,
        draftsHref: `${listHref}?where[_status][equals]=draft`,
      }
    }),
  )
}
