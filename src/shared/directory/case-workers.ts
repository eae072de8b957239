import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { workerRoles } from '@/shared/casework/roles'
import { absenceOf, deputyOf } from './absence'

export interface CaseWorker {
  id: string
  name: string
  /** With the last day, and who stands in; of those who are away now. */
  absence?: { until: Date; deputy: Pick<CaseWorker, 'id' | 'name'> | null } | null
  /** May be given restricted cases. */
  seesRestricted: boolean
}

/** More staff than the association has; the list of people to give a case to stops there. */
const MAX_PEOPLE = 200

/**
 * Whom a case can be given to: everybody who may work on cases, by name. Officers may not read the
 * staff list; they may know who answers inquiries.
 */
export async function listCaseWorkers(payload: Payload, now = new Date()): Promise<CaseWorker[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: [...workerRoles] } },
    select: { name: true, seesRestrictedCases: true, awayFrom: true, awayUntil: true, deputy: true },
    sort: 'name',
    limit: MAX_PEOPLE,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  return docs.map((account) => {
    const absence = absenceOf(account, now)
    const deputy = absence && deputyOf(absence, docs, now)
    return {
      id: account.id,
      name: account.name,
      absence: absence && { until: absence.until, deputy: deputy && { id: deputy.id, name: deputy.name } },
      seesRestricted: account.seesRestrictedCases === true,
    }
  })
}

/** Those to whom this case can be given. Nobody is told of a restricted one who may not see it. */
export const workersFor = (
  people: readonly CaseWorker[],
  { isRestricted, concerns }: { isRestricted: boolean; concerns: string | null },
): CaseWorker[] => people.filter(({ id, seesRestricted }) => !isRestricted || (seesRestricted && id !== concerns))

/** Everybody with an account, by name: whom a complaint can be about. */
export async function listStaff(payload: Payload): Promise<Pick<CaseWorker, 'id' | 'name'>[]> {
  const { docs } = await payload.find({
    collection: 'users',
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
export async function stillCaseWorkers(
  payload: Payload,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<CaseWorker, 'seesRestricted'>>> {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'users',
    where: { and: [{ id: { in: [...ids] } }, { roles: { in: [...workerRoles] } }] },
    select: { seesRestrictedCases: true },
    limit: ids.length,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  return new Map(docs.map(({ id, seesRestrictedCases }) => [id, { seesRestricted: seesRestrictedCases === true }]))
}

/** Whether this account may work on cases. */
export const isCaseWorker = async (payload: Payload, id: string): Promise<boolean> =>
  (await stillCaseWorkers(payload, [id])).has(id)

/** The accounts of those who may work on cases, for what the system tells them. */
export async function caseWorkerAccounts(payload: Payload, ids?: readonly string[]): Promise<User[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { and: [{ roles: { in: [...workerRoles] } }, ...(ids ? [{ id: { in: [...ids] } }] : [])] },
    sort: 'id',
    limit: MAX_PEOPLE,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  return docs
}
