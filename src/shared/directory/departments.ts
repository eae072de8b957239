import type { Payload } from 'payload'
import { accessOf, otherLocale, type Reader } from './reader'

/** More than the association has. */
const MAX_DEPARTMENTS = 200

export interface Department {
  id: string
  name: string
}

/** The departments in their order; with `ids`, those alone. */
export async function listDepartments(
  payload: Payload,
  { locale, reader, ids }: { locale: 'ar' | 'en'; reader: Reader; ids?: readonly string[] },
): Promise<Department[]> {
  if (ids?.length === 0) return []
  const { docs } = await payload.find({
    collection: 'departments',
    ...(ids && { where: { id: { in: [...ids] } } }),
    select: { name: true },
    locale,
    fallbackLocale: otherLocale(locale),
    sort: 'slug',
    limit: ids?.length ?? MAX_DEPARTMENTS,
    pagination: false,
    depth: 0,
    ...accessOf(reader),
  })
  return docs.map(({ id, name }) => ({ id, name }))
}
