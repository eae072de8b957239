import type { ServiceListItem, ServiceView } from '@/features/services/domain/service-view'
import type { Locale } from '@/i18n/routing'
import type { Service } from '@/payload-types'
import { getCms } from '@/platform/cms'
import { orLastGood } from '@/platform/last-good'
import { oncePerRevision } from '@/platform/once-per-revision'

/** Reads of the public site. They run with a visitor's rights, so that only what is published is found. */

const MOST_SERVICES = 200
const asVisitor = { overrideAccess: false, fallbackLocale: 'ar', pagination: false } as const

/** Published services in the association's order. */
export function listServices(locale: Locale): Promise<ServiceListItem[]> {
  return oncePerRevision(`services:${locale}`, () => readServices(locale))
}

/** The same, or those known last while the database is away; null when none are known. */
export const lastKnownServices = (locale: Locale): Promise<ServiceListItem[] | null> =>
  orLastGood<ServiceListItem[] | null>(
    `services:${locale}`,
    () => listServices(locale),
    async () => null,
  )

async function readServices(locale: Locale): Promise<ServiceListItem[]> {
  const payload = await getCms()
  const { docs } = await payload.find({
    collection: 'services',
    sort: 'order',
    limit: MOST_SERVICES,
    depth: 0,
    locale,
    select: { slug: true, title: true, need: true, summary: true },
    ...asVisitor,
  })
  return docs.map(({ id, slug, title, need, summary }) => ({ id, slug, title, need, summary }))
}

/** A service's page; null when no such service is published. */
export async function getService(locale: Locale, slug: string): Promise<ServiceView | null> {
  const payload = await getCms()
  const { docs } = await payload.find({
    collection: 'services',
    where: { slug: { equals: slug } },
    limit: 1,
    depth: 0,
    locale,
    ...asVisitor,
  })
  return docs[0] ? viewOf(docs[0]) : null
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
