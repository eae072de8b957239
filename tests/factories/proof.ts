import { type Challenge, solveChallenge as solve } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'

/** What the form's script puts into its field once the worker is done. */
export async function solveChallenge(challenge: Challenge): Promise<string> {
  return JSON.stringify({ challenge, solution: await solve({ challenge, deriveKey }) })
}
