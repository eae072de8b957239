import { type Challenge, createChallenge, randomInt, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { keyedHash, randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'

/**
 * Proof of work against machines: the browser finds which of a few hundred counters gives a key,
 * in the background, while the person writes. About half a second on a phone of some years.
 */
const ALGORITHM = 'PBKDF2/SHA-256'
const ITERATIONS = 1000
const COUNTERS = { min: 150, max: 400 }
const VALID_MS = 2 * 3_600_000

const secrets = () => ({
  hmacSignatureSecret: keyedHash('challenge', 'proof-of-work'),
  hmacKeySignatureSecret: keyedHash('key', 'proof-of-work'),
})

/**
 * A fresh challenge, signed, valid for two hours.
 * @param counters among how many the right one hides: what it costs to solve
 */
export function issueChallenge(now: Date, counters = COUNTERS): Promise<Challenge> {
  return createChallenge({
    algorithm: ALGORITHM,
    cost: ITERATIONS,
    counter: randomInt(counters.max, counters.min),
    deriveKey,
    expiresAt: new Date(now.getTime() + VALID_MS),
    data: {
      id: randomToken(),
      issuedAt: now.getTime(),
      // The script waits as long before it sends.
      notBefore: now.getTime() + env().MINIMUM_FORM_SECONDS * 1000,
    },
    ...secrets(),
  })
}

const proofShape = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      data: z.looseObject({ id: z.string(), issuedAt: z.number() }),
      expiresAt: z.number(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
})

export interface Proof {
  /** Of the challenge: stored with the submission under a unique index, so that it counts once. */
  id: string
  /** Milliseconds since 1970. */
  issuedAt: number
}

/** The proof in a form's field, or null when there is none, it is forged, wrong or too old. */
export async function readProof(field: string, now: Date): Promise<Proof | null> {
  if (!field || field.length > 4000) return null
  try {
    const { challenge, solution } = proofShape.parse(JSON.parse(field))
    const { id, issuedAt } = challenge.parameters.data
    if (challenge.parameters.expiresAt * 1000 < now.getTime()) return null
    const { verified } = await verifySolution({
      challenge: challenge as unknown as Challenge,
      solution: solution as Solution,
      deriveKey,
      ...secrets(),
    })
    return verified ? { id, issuedAt } : null
  } catch {
    return null
  }
}
