import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { readEmail } from '@/platform/email-address'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { cleanValue } from '@/platform/typed-text'
import { associationName } from '@/shared/directory/association-name'

/** Normalises an address for looking up accounts; anything that is no address is only cleaned and matches none. */
export function accountEmail(typed: string): string {
  const read = readEmail(typed)
  return read.status === 'ok' ? read.address : cleanValue(typed).toLowerCase()
}

export async function findAccount(payload: Payload, email: string): Promise<User | null> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('sign-in'),
  })
  return docs[0] ?? null
}

export const accountById = (payload: Payload, id: string): Promise<User | null> =>
  payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true, ...asSystem('sign-in') })

/** Names and addresses that a password must not consist of: the person's and the association's. */
export async function personalFactsOf(payload: Payload, user: Pick<User, 'name' | 'email'>): Promise<string[]> {
  const names = await Promise.all([associationName(payload, 'ar'), associationName(payload, 'en')])
  const { hostname } = new URL(env().siteUrl)
  return [
    user.name,
    user.email,
    hostname,
    'جمعية الأم المبدعة',
    'Creative Mom Association',
    ...names.filter((name) => name !== null),
  ]
}
