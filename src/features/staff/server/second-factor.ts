import { randomInt } from 'node:crypto'
import { generateSecret, generateURI, verify } from 'otplib'
import type { Payload } from 'payload'
import type { StaffCredential, User } from '@/payload-types'
import { westernDigits } from '@/platform/arabic'
import { equalInConstantTime, keyedHash, seal, unseal } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { cleanValue } from '@/platform/typed-text'
import { credentialContexts } from '../domain/credential-contexts'
import { makeRecoveryCodes, parseRecoveryCode } from '../domain/recovery-codes'
import { type SecondFactorDuty, secondFactorDuty } from '../domain/second-factor-duty'
import { defaultGraceDays, defaultSecondFactorRoles } from '../schema'
import { changeCredentials, decryptTotpSecret, encryptTotpSecret } from './credentials'

/** Codes of the previous and next step are accepted too, because phones' clocks differ by seconds (RFC 6238, 6). */
const TOLERANCE_SECONDS = 30
const DIGITS = 6
const ENROLMENT_MS = 15 * 60_000

export async function dutyOf(
  payload: Payload,
  user: Pick<User, 'roles' | 'createdAt'>,
  now: Date,
): Promise<SecondFactorDuty> {
  const settings = await payload.findGlobal({ slug: 'sign-in', depth: 0, ...asSystem('sign-in') })
  return secondFactorDuty(
    { roles: user.roles ?? [], createdAt: new Date(user.createdAt) },
    {
      roles: settings.secondFactorRoles ?? defaultSecondFactorRoles,
      graceDays: settings.graceDays ?? defaultGraceDays,
      since: settings.requiredSince ? new Date(settings.requiredSince) : null,
    },
    now,
  )
}

/** The time step of a code that is valid at `now`, or null. */
async function stepOf(secret: string, typed: string, now: Date): Promise<number | null> {
  const token = westernDigits(cleanValue(typed)).replace(/\D/g, '')
  if (token.length !== DIGITS) return null
  const epoch = Math.floor(now.getTime() / 1000)
  const result = await verify({ secret, token, epoch, epochTolerance: TOLERANCE_SECONDS })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

const hashOfRecoveryCode = (code: string): string => keyedHash(code, 'recovery-code')

const recoveryHashes = ({ recoveryCodes }: Pick<StaffCredential, 'recoveryCodes'>): string[] =>
  (recoveryCodes ?? '').split(' ').filter(Boolean)

export const recoveryCodesLeft = (credentials: StaffCredential | null): number =>
  credentials ? recoveryHashes(credentials).length : 0

/**
 * Accepts a code from the phone or a recovery code. Each works once, by one conditional statement, also when it is
 * sent twice at the same moment.
 */
export async function takeCode(
  payload: Payload,
  credentials: StaffCredential,
  typed: string,
  now: Date,
): Promise<'telephone' | 'recovery' | null> {
  const secret = decryptTotpSecret(credentials)
  if (!secret) return null
  const { account } = credentials
  const step = await stepOf(secret, typed, now)
  if (step !== null) {
    const isFirst = await changeCredentials(payload, account, { totpStep: { less_than: step } }, { totpStep: step })
    return isFirst ? 'telephone' : null
  }
  const code = parseRecoveryCode(cleanValue(typed))
  if (!code) return null
  const hash = hashOfRecoveryCode(code)
  const hashes = recoveryHashes(credentials)
  if (!hashes.some((kept) => equalInConstantTime(kept, hash))) return null
  const left = hashes.filter((kept) => kept !== hash).join(' ')
  const condition = { recoveryCodes: { equals: credentials.recoveryCodes } }
  return (await changeCredentials(payload, account, condition, { recoveryCodes: left })) ? 'recovery' : null
}

interface Enrolment {
  account: string
  secret: string
  /** The hash of the secret to be replaced; empty for none. */
  before: string
}

const hashOfSecret = (credentials: StaffCredential | null): string =>
  credentials?.totpSecret ? keyedHash(credentials.totpSecret, 'totp-secret') : ''

export interface OfferedSecret {
  secret: string
  /** `otpauth://…`, for a QR code. */
  uri: string
  /** The sealed secret, which is stored only once a code proves that the app has it. */
  enrolment: string
}

export function offerSecret(
  user: Pick<User, 'id' | 'email'>,
  credentials: StaffCredential | null,
  { issuer, now }: { issuer: string; now: Date },
): OfferedSecret {
  const secret = generateSecret()
  const enrolment: Enrolment = { account: user.id, secret, before: hashOfSecret(credentials) }
  return {
    secret,
    uri: generateURI({ issuer, label: user.email, secret }),
    enrolment: seal(enrolment, credentialContexts.enrolment, now.getTime() + ENROLMENT_MS),
  }
}

const newRecoveryCodes = () => {
  const codes = makeRecoveryCodes(randomInt)
  return { codes, hashes: codes.map(hashOfRecoveryCode).join(' ') }
}

export type ConfirmedSecret = { status: 'ok'; recoveryCodes: string[] } | { status: 'wrong' } | { status: 'expired' }

/** Stores an offered secret once a code proves that the phone has it. */
export async function confirmSecret(
  payload: Payload,
  credentials: StaffCredential,
  { enrolment, code, now }: { enrolment: string; code: string; now: Date },
): Promise<ConfirmedSecret> {
  const offered = unseal<Enrolment>(enrolment, credentialContexts.enrolment, now.getTime())
  if (offered?.account !== credentials.account || offered.before !== hashOfSecret(credentials))
    return { status: 'expired' }
  const step = await stepOf(offered.secret, code, now)
  if (step === null) return { status: 'wrong' }
  const { codes, hashes } = newRecoveryCodes()
  const isKept = await changeCredentials(
    payload,
    credentials.account,
    credentials.totpSecret
      ? { totpSecret: { equals: credentials.totpSecret } }
      : { or: [{ totpSecret: { exists: false } }, { totpSecret: { equals: '' } }] },
    {
      totpSecret: encryptTotpSecret(offered.secret),
      totpStep: step,
      totpSince: now.toISOString(),
      recoveryCodes: hashes,
    },
  )
  return isKept ? { status: 'ok', recoveryCodes: codes } : { status: 'expired' }
}

/** Replaces the unused recovery codes by new ones. */
export async function renewRecoveryCodes(payload: Payload, credentials: StaffCredential): Promise<string[]> {
  const { codes, hashes } = newRecoveryCodes()
  const condition = { totpSecret: { equals: credentials.totpSecret } }
  return (await changeCredentials(payload, credentials.account, condition, { recoveryCodes: hashes })) ? codes : []
}

export async function clearSecondFactor(payload: Payload, account: string): Promise<boolean> {
  return changeCredentials(
    payload,
    account,
    { totpSecret: { exists: true } },
    { totpSecret: null, totpStep: 0, totpSince: null, recoveryCodes: null },
  )
}
