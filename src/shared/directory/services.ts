import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { accessOf, otherLocale, type Reader } from './reader'

/** More than the association offers; lists to choose a service from stop there. */
const MAX_SERVICES = 200

export interface OfferedService {
  id: string
  slug: string
  title: string
}

/** Titles of services by `id` or `slug`; those that aren't there, or may not be read, are missing. */
export async function serviceTitles(
  payload: Payload,
  by: 'id' | 'slug',
  keys: readonly string[],
  { locale, reader }: { locale: 'ar' | 'en'; reader: Reader },
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'services',
    where: { [by]: { in: [...keys] } },
    select: { slug: true, title: true },
    limit: keys.length,
    pagination: false,
    depth: 0,
    locale,
    fallbackLocale: otherLocale(locale),
    ...accessOf(reader),
  })
  return new Map(docs.map((service) => [service[by], service.title]))
}

/** The services that are published, in their order, as a person may see them. */
export async function listOfferedServices(
  payload: Payload,
  user: User,
  locale: 'ar' | 'en',
): Promise<OfferedService[]> {
  const { docs } = await payload.find({
    collection: 'services',
    where: { _status: { equals: 'published' } },
    select: { slug: true, title: true },
    sort: 'order',
    locale,
    fallbackLocale: otherLocale(locale),
    limit: MAX_SERVICES,
    pagination: false,
    depth: 0,
    ...accessOf({ user }),
  })
  return docs.map(({ id, slug, title }) => ({ id, slug, title }))
}
