import type { Payload, TypedUser } from 'payload'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Edition, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'
import { seedPolicies } from '@/seed/policies'
import { startPayload } from './payload'

/** The association’s policy with its approved edition, and one person of each role. */

export let payload: Payload

let stop: () => Promise<void>

export let people: Record<Role, TypedUser>

export let policyId: string
export let approved: Edition
export const test = asSystem('test-setup')

async function person(role: Role): Promise<TypedUser> {
  const user: User = await payload.create({
    collection: 'users',
    data: { name: role, email: `${role}@policies.example`, password: 'a long password of a test', roles: [role] },
    ...test,
  })
  return { ...user, collection: 'users' }
}

/** What somebody may do: with access control, as that person. */
export const as = (role: Role, language: 'ar' | 'en' = 'en') => ({
  overrideAccess: false,
  user: people[role],
  req: { i18n: { language, t: String } as never, t: String as never },
})

export const sections = [
  { kind: 'goal' as const, heading: 'الهدف', clauses: [{ text: 'نص الهدف' }] },
  { kind: 'dealing' as const, clauses: [{ text: 'نص أول' }, { text: 'نص ثان' }] },
]

/** A draft edition of the seeded policy, as an editor would write it. */
export const draftEdition = (data: Record<string, unknown> = {}) =>
  payload.create({
    collection: 'editions',
    draft: true,
    locale: 'ar',
    data: { policy: policyId, sections, ...data },
    ...as('editor'),
  })

/** The refusal itself, with what it says. */
export const refusal = async (
  attempt: Promise<unknown>,
): Promise<{ status?: number; message: string; data?: unknown }> => {
  try {
    await attempt
  } catch (error) {
    return error as Error & { status?: number }
  }
  return expect.fail('It was allowed.')
}

export const errorsOf = async (attempt: Promise<unknown>) => {
  const { data } = (await refusal(attempt)) as { data?: { errors?: { path: string; message: string }[] } }
  return data?.errors ?? []
}

/** Registers it for a test file. */
export function withSeededPolicy(): void {
  beforeAll(async () => {
    ;({ payload, stop } = await startPayload())
    const roles = ['administrator', 'editor', 'approver', 'case-officer', 'department-lead', 'auditor'] as const
    const made = await Promise.all(roles.map(async (role) => [role, await person(role)] as const))
    people = Object.fromEntries(made) as Record<Role, TypedUser>
    await seedPolicies(payload)
    const { docs } = await payload.find({ collection: 'policies', limit: 1, depth: 0, ...test })
    policyId = docs[0]?.id ?? ''
    const editions = await payload.find({ collection: 'editions', limit: 1, depth: 0, ...test })
    approved = editions.docs[0] as Edition
  })
  afterAll(() => stop())
}
