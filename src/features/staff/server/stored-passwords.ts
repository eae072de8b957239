import type { Collection } from 'mongodb'
import type { Payload } from 'payload'
import type { Settings } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { credentialsOf } from './credentials'

interface EarlierAccount {
  hash?: string
  salt?: string
}

const PAYLOAD_VERSION = 'pbkdf2-sha256-v1:'

/** Payload's hash in the format of src/platform/passwords/password-hash.ts. */
export const storedHashOf = ({ hash = '', salt = '' }: EarlierAccount): string =>
  hash.startsWith(PAYLOAD_VERSION)
    ? `${PAYLOAD_VERSION}${salt}:${hash.slice(PAYLOAD_VERSION.length)}`
    : `earlier:${salt}:${hash}`

/**
 * Moves passwords that Payload stored in the accounts to the credentials, on MongoDB; on SQLite a migration does it
 * (src/migrations). Safe to repeat, also after a kill.
 * @returns how many were moved
 */
export async function moveStoredPasswords(payload: Payload, settings: Pick<Settings, 'databaseKind'>): Promise<number> {
  if (settings.databaseKind !== 'mongodb') return 0
  const { collections } = payload.db as unknown as {
    collections: { users: { collection: Collection<EarlierAccount> } }
  }
  const accounts = collections.users.collection
  let moved = 0
  for await (const account of accounts.find({ hash: { $type: 'string' }, salt: { $type: 'string' } })) {
    const id = String(account._id)
    if (!(await credentialsOf(payload, id))) {
      await payload.create({
        collection: 'staff-credentials',
        data: {
          account: id,
          passwordHash: storedHashOf(account),
          passwordSetAt: new Date().toISOString(),
          totpStep: 0,
        },
        ...asSystem('migrate'),
      })
    }
    const gone = [
      'hash',
      'salt',
      'sessions',
      'resetPasswordToken',
      'resetPasswordExpiration',
      'loginAttempts',
      'lockUntil',
    ]
    await accounts.updateOne({ _id: account._id }, { $unset: Object.fromEntries(gone.map((name) => [name, ''])) })
    moved += 1
  }
  return moved
}
