import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '@/platform/env'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Thrown when an envelope was altered or its key is not in DATA_KEYS. */
export class DecryptionError extends Error {
  override readonly name = 'DecryptionError'
}

interface DataKey {
  id: string
  key: Buffer
}

function dataKeys(): [DataKey, ...DataKey[]] {
  const keys = env()
    .DATA_KEYS.split(',')
    .map((entry) => {
      const [id = '', base64 = ''] = entry.trim().split(/:(.*)/s)
      return { id, key: Buffer.from(base64, 'base64') }
    })
  const [first, ...rest] = keys
  if (!first || keys.some(({ id, key }) => !id || key.length !== 32)) {
    throw new DecryptionError('DATA_KEYS must be id:base64 of 32 bytes, comma-separated.')
  }
  return [first, ...rest]
}

/**
 * AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D). The key id stands in the envelope
 * so that keys can be rotated. `purpose` is bound as associated data: an envelope can't be moved
 * from one field to another.
 * @returns `keyId.` followed by nonce, tag and ciphertext
 */
export function encryptBytes(plain: Uint8Array, purpose: string): Buffer {
  const [{ id, key }] = dataKeys()
  const nonce = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(`${id}|${purpose}`))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from(`${id}.`), nonce, cipher.getAuthTag(), body])
}

/** @throws DecryptionError when it was altered, moved, or its key is unknown */
export function decryptBytes(envelope: Uint8Array, purpose: string): Buffer {
  const bytes = Buffer.from(envelope)
  const dot = bytes.indexOf('.')
  const id = bytes.subarray(0, dot).toString()
  const found = dataKeys().find((candidate) => candidate.id === id)
  if (!found || bytes.length < dot + 1 + IV_BYTES + TAG_BYTES) {
    throw new DecryptionError(`No key for an envelope of purpose ${purpose}.`)
  }
  const nonce = bytes.subarray(dot + 1, dot + 1 + IV_BYTES)
  const tag = bytes.subarray(dot + 1 + IV_BYTES, dot + 1 + IV_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', found.key, nonce)
  decipher.setAAD(Buffer.from(`${id}|${purpose}`))
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(bytes.subarray(dot + 1 + IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    throw new DecryptionError(`An envelope of purpose ${purpose} was altered.`)
  }
}

/** Encrypts text for a database column. See {@link encryptBytes}. */
export function encryptText(plain: string, purpose: string): string {
  return encryptBytes(Buffer.from(plain, 'utf8'), purpose).toString('base64url')
}

/** @throws DecryptionError */
export function decryptText(envelope: string, purpose: string): string {
  return decryptBytes(Buffer.from(envelope, 'base64url'), purpose).toString('utf8')
}

const derived = new Map<string, Buffer>()

/** A separate 32-byte key per label (HKDF, RFC 5869). */
function derivedKey(label: string): Buffer {
  let key = derived.get(label)
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', Buffer.from(env().INDEX_KEY, 'base64'), '', label, 32))
    derived.set(label, key)
  }
  return key
}

/** HMAC-SHA-256 under the key of `label`: blind indexes, code hashes, deduplication keys. */
export function keyedHash(value: string, label: string): string {
  return createHmac('sha256', derivedKey(label)).update(value).digest('base64url')
}

/** `count` of these symbols that only the holder of the key can derive from `value`. Unbiased. */
export function keyedSymbols(value: string, label: string, symbols: string, count: number): string {
  // What lies above the largest multiple in a byte would favour the first symbols.
  const limit = 256 - (256 % symbols.length)
  let text = ''
  for (let block = 0; text.length < count; block += 1) {
    for (const byte of createHmac('sha256', derivedKey(label)).update(`${block}|${value}`).digest()) {
      if (byte < limit && text.length < count) text += symbols.charAt(byte % symbols.length)
    }
  }
  return text
}

/** `count` decimal digits that only the holder of the key can derive from `value`. Unbiased. */
export const keyedDigits = (value: string, label: string, count: number): string =>
  keyedSymbols(value, label, '0123456789', count)

/** Compares in constant time. */
export function equalInConstantTime(left: string, right: string): boolean {
  const key = derivedKey('compare')
  const digest = (text: string) => createHmac('sha256', key).update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}

/** Random bytes as URL-safe text, for keys and file names. */
export function randomToken(bytes = 16): string {
  return randomBytes(bytes).toString('base64url')
}

interface Sealed<T> {
  value: T
  /** Milliseconds since 1970, or null for no end. */
  until: number | null
}

/** A tamper-proof, unreadable token for a URL. `expiresAt` in milliseconds since 1970. */
export function seal<T>(value: T, purpose: string, expiresAt: number | null): string {
  return encryptText(JSON.stringify({ value, until: expiresAt } satisfies Sealed<T>), `seal:${purpose}`)
}

/** The sealed value, or null when it was altered, is of another purpose, or has expired at `now`. */
export function unseal<T>(token: string, purpose: string, now: number): T | null {
  try {
    const { value, until } = JSON.parse(decryptText(token, `seal:${purpose}`)) as Sealed<T>
    return until !== null && until < now ? null : value
  } catch {
    return null
  }
}
