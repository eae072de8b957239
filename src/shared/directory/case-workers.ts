import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { workerRoles } from '@/shared/casework/roles'

export interface CaseWorker {
  id: string
  name: string
}

/** More staff than the association has; the list of people to give a case to stops there. */
const MAX_PEOPLE = 200

/**
 * Whom a case can be given to: everybody who may work on cases, by name. Officers may not read the
 * staff list; they may know who answers inquiries.
 */
export async function listCaseWorkers(payload: Payload): Promise<CaseWorker[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: [...workerRoles] } },
    select: { name: true },
    sort: 'name',
    limit: MAX_PEOPLE,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  return docs.map(({ id, name }) => ({ id, name }))
}

/** Of these accounts the ones that may still work on cases. */
export async function stillCaseWorkers(payload: Payload, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await payload.find({
    collection: 'users',
    where: { and: [{ id: { in: [...ids] } }, { roles: { in: [...workerRoles] } }] },
    select: {},
    limit: ids.length,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  return new Set(docs.map(({ id }) => id))
}
