import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'

/**
 * In a database of a version that had no restricted cases nobody is named to see them: then the
 * administrators are, until they name others.
 * @returns whether it named anybody
 */
export async function nameRestrictedReaders(payload: Payload): Promise<boolean> {
  const system = asSystem('first-administrator')
  const named = { collection: 'users', where: { seesRestrictedCases: { equals: true } } } as const
  if ((await payload.count({ ...named, ...system })).totalDocs > 0) return false
  await payload.update({
    collection: 'users',
    where: { roles: { in: ['administrator'] } },
    data: { seesRestrictedCases: true },
    depth: 0,
    ...system,
  })
  return true
}
