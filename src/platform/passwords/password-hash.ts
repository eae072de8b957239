import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { canonicalPassword } from './password-text'

const deriveNow = promisify(pbkdf2)

/** Node has four threads for hashing and files; sign-in attempts must not use all of them. */
const MAX_AT_ONCE = 2
let running = 0
const waiting: Array<() => void> = []

async function derive(...work: Parameters<typeof deriveNow>): Promise<Buffer> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await deriveNow(...work)
  } finally {
    const next = waiting.shift()
    // The slot is passed on directly, so that later callers can't take it.
    if (next) next()
    else running -= 1
  }
}

/** OWASP's figure for PBKDF2 with SHA-256. It is also Payload's, whose stored hashes are read on. */
const ITERATIONS = 600_000
const KEY_BYTES = 32
/** What Payload stored before it named its parameters. */
const EARLIER = { iterations: 25_000, keyBytes: 512 } as const
const VERSION = 'pbkdf2-sha256-v1'

/** @returns `pbkdf2-sha256-v1:salt:key`, both in hexadecimal */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(32).toString('hex')
  const key = await derive(canonicalPassword(password), salt, ITERATIONS, KEY_BYTES, 'sha256')
  return `${VERSION}:${salt}:${key.toString('hex')}`
}

interface StoredHash {
  salt: string
  key: Buffer
  iterations: number
  keyBytes: number
}

/** Of nobody: asking it takes as long as asking a real one, and no password fits. */
const hashOfNobody = (): StoredHash => ({
  salt: randomBytes(32).toString('hex'),
  key: randomBytes(KEY_BYTES),
  iterations: ITERATIONS,
  keyBytes: KEY_BYTES,
})

function parse(stored: string | null): StoredHash {
  const [version, salt, key] = (stored ?? '').split(':')
  if (!salt || !key) return hashOfNobody()
  const parameters = version === VERSION ? { iterations: ITERATIONS, keyBytes: KEY_BYTES } : EARLIER
  return { salt, key: Buffer.from(key, 'hex'), ...parameters }
}

/**
 * Whether it is the password. Without a stored hash the same work is done, so that the time tells
 * nobody whether there is an account.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { salt, key, iterations, keyBytes } = parse(stored)
  const fits = async (spelling: string) => {
    const found = await derive(spelling, salt, iterations, keyBytes, 'sha256')
    return found.length === key.length && timingSafeEqual(found, key)
  }
  const canonical = canonicalPassword(password)
  if (await fits(canonical)) return true
  // Hashes that were made before spellings were made one.
  return canonical !== password && (await fits(password))
}
