import type { Payload, PayloadRequest, Where } from 'payload'
import type { StaffCredential } from '@/payload-types'
import { decryptText, encryptText, keyedHash } from '@/platform/crypto'
import { hashPassword } from '@/platform/passwords/password-hash'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { credentialContexts } from '../domain/credential-contexts'

/** The row of an account; null for one that has none yet. */
export async function credentialsOf(payload: Payload, account: string): Promise<StaffCredential | null> {
  const { docs } = await payload.find({
    collection: 'staff-credentials',
    where: { account: { equals: account } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('sign-in'),
  })
  return docs[0] ?? null
}

const isEmpty = (field: string): Where => ({ or: [{ [field]: { exists: false } }, { [field]: { equals: '' } }] })

/** The values that were read, which must still be stored. */
const isStill = (field: keyof StaffCredential, value: unknown): Where =>
  value ? ({ [field]: { equals: value } } as Where) : isEmpty(field)

/** One statement that changes the row only while it is as it was read (compare and set). @returns whether it was */
export async function changeCredentials(
  payload: Payload,
  account: string,
  condition: Where,
  data: Partial<StaffCredential>,
  req?: Partial<PayloadRequest>,
): Promise<boolean> {
  const changed = await updateRow(payload, 'sign-in', {
    collection: 'staff-credentials',
    where: { and: [{ account: { equals: account } }, condition] },
    data,
    ...(req && { req }),
  })
  return changed !== null
}

/**
 * Replaces the password that was read.
 * @param from the row as it was read
 * @returns false when another was set meanwhile
 */
export async function writePassword(
  payload: Payload,
  account: string,
  { from, password, now }: { from: StaffCredential | null; password: string; now: Date },
  req?: Partial<PayloadRequest>,
): Promise<boolean> {
  const data = { passwordHash: await hashPassword(password), passwordSetAt: now.toISOString() }
  if (from) return changeCredentials(payload, account, isStill('passwordHash', from.passwordHash), data, req)
  return payload
    .create({
      collection: 'staff-credentials',
      data: { account, totpStep: 0, ...data },
      ...asSystem('sign-in'),
      ...(req && { req }),
    })
    .then(
      () => true,
      // The account is unique: another request has created the row.
      async (error: unknown) => {
        if (await credentialsOf(payload, account)) return false
        throw error
      },
    )
}

/** Changes with every new password, which invalidates earlier links and unfinished sign-ins. */
export const passwordMark = (credentials: Pick<StaffCredential, 'account' | 'passwordHash'> | null): string =>
  keyedHash(`${credentials?.account ?? ''} ${credentials?.passwordHash ?? ''}`, 'password-mark').slice(0, 22)

export const decryptTotpSecret = ({ totpSecret }: StaffCredential): string | null =>
  totpSecret ? decryptText(totpSecret, credentialContexts.totpSecret) : null

export const encryptTotpSecret = (secret: string): string => encryptText(secret, credentialContexts.totpSecret)

export const hasSecondFactor = (credentials: StaffCredential | null): boolean => Boolean(credentials?.totpSecret)
