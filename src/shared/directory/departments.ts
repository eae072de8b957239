import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { relatedId } from '@/shared/casework/domain/rows'
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

/** The person named as the lead of each department that has one, by the department's id. */
export async function departmentLeads(payload: Payload): Promise<ReadonlyMap<string, string>> {
  const { docs } = await payload.find({
    collection: 'departments',
    select: { lead: true },
    sort: 'slug',
    limit: MAX_DEPARTMENTS,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  return new Map(
    docs.flatMap(({ id, lead }) => {
      const person = relatedId(lead)
      return person ? [[id, person] as const] : []
    }),
  )
}
