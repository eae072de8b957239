import type { ServiceListItem, ServiceView } from '@/features/services/domain/service-view'
import { missingTexts } from '@/features/services/domain/translation'
import { type Locale, otherLocale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import type { Service } from '@/payload-types'
import { cachePerRevision } from '@/platform/cache-per-revision'
import { staleOnError } from '@/platform/stale-on-error'
import { asSystem } from '@/platform/system-payload'

/** Reads of the public site. They run with a visitor's rights, so that only what is published is found. */

const MAX_SERVICES = 200
const asVisitor = { overrideAccess: false, fallbackLocale: false, pagination: false } as const

/** Published services in the association's order, except for those not fully translated. */
export function listServices(locale: Locale): Promise<ServiceListItem[]> {
  return cachePerRevision(`services:${locale}`, () => readServices(locale))
}

/** The same, or the last known ones while the database is unavailable; null if none are known. */
export const lastKnownServices = (locale: Locale): Promise<ServiceListItem[] | null> =>
  staleOnError<ServiceListItem[] | null>(
    `services:${locale}`,
    () => listServices(locale),
    async () => null,
  )

async function readServices(locale: Locale): Promise<ServiceListItem[]> {
  const payload = await getCms()
  const { docs } = await payload.find({
    collection: 'services',
    sort: 'order',
    limit: MAX_SERVICES,
    depth: 0,
    locale,
    select: {
      slug: true,
      title: true,
      need: true,
      summary: true,
      eligibility: true,
      documents: true,
      steps: true,
      action: true,
    },
    ...asVisitor,
  })
  return docs
    .filter((service) => missingTexts(service).length === 0)
    .map(({ id, slug, title, need, summary }) => ({ id, slug, title, need, summary }))
}

/**
 * The search keywords of published services, by slug. Visitors may not read them, so the query skips their access
 * rights.
 */
export async function serviceKeywords(locale: Locale): Promise<ReadonlyMap<string, string>> {
  const payload = await getCms()
  const { docs } = await payload.find({
    collection: 'services',
    where: { _status: { equals: 'published' } },
    limit: MAX_SERVICES,
    pagination: false,
    depth: 0,
    locale,
    fallbackLocale: false,
    select: { slug: true, keywords: true },
    ...asSystem('read-public-content'),
  })
  return new Map(docs.flatMap(({ slug, keywords }) => (keywords ? [[slug, keywords]] : [])))
}

export type FoundService =
  | { status: 'found'; service: ServiceView; isInOtherLanguage: boolean }
  /** Published, but complete in the other language only. */
  | { status: 'otherLanguage' }
  | { status: 'none' }

/** A published service for its page in one language. */
export async function getService(locale: Locale, slug: string): Promise<FoundService> {
  const payload = await getCms()
  const read = async (language: Locale) => {
    const { docs } = await payload.find({
      collection: 'services',
      where: { slug: { equals: slug } },
      limit: 1,
      depth: 0,
      locale: language,
      ...asVisitor,
    })
    return docs[0]
  }
  const [service, other] = await Promise.all([read(locale), read(otherLocale(locale))])
  if (!service || !other) return { status: 'none' }
  const isInOtherLanguage = missingTexts(other).length === 0
  if (missingTexts(service).length === 0) return { status: 'found', service: viewOf(service), isInOtherLanguage }
  return { status: isInOtherLanguage ? 'otherLanguage' : 'none' }
}

const viewOf = (service: Service): ServiceView => ({
  id: service.id,
  slug: service.slug,
  title: service.title,
  need: service.need,
  summary: service.summary,
  audiences: service.audiences,
  eligibility: (service.eligibility ?? []).map(({ text }) => text),
  documents: (service.documents ?? []).map(({ text }) => text),
  steps: (service.steps ?? []).map(({ title, detail }) => ({ title, detail: detail || null })),
  channels: (service.channels ?? []).map(({ channel, hours }) => ({ channel, hours: hours || null })),
  fee: service.fee || null,
  promisedWorkingDays: service.promisedWorkingDays ?? null,
  verifiedOn: service.verifiedOn ? new Date(service.verifiedOn) : null,
  clauses: (service.clauses ?? []).map(({ policy, anchor }) => ({
    policy: typeof policy === 'string' ? policy : policy.id,
    anchor,
  })),
  action: { kind: service.action.kind, label: service.action.label, url: service.action.url || null },
})
