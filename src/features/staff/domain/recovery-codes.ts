/** Ten, as on most sites: enough for years, few enough to write down. */
export const RECOVERY_CODES = 10

/** Without letters and digits that look alike; ten of them hold 49 bits. */
export const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const LETTERS = 10

/**
 * @param pick gives a number below `limit` from a cryptographic source
 * @returns codes such as `k7m2p-x9qrt`, all different
 */
export function makeRecoveryCodes(pick: (limit: number) => number): string[] {
  const codes = new Set<string>()
  while (codes.size < RECOVERY_CODES) {
    const letters = Array.from({ length: LETTERS }, () => recoveryAlphabet.charAt(pick(recoveryAlphabet.length)))
    codes.add(letters.join(''))
  }
  return [...codes].map((code) => `${code.slice(0, LETTERS / 2)}-${code.slice(LETTERS / 2)}`)
}

/** The code in what a person typed, in any case and spacing, or null when it can't be one. */
export function parseRecoveryCode(typed: string): string | null {
  if (typed.length > 100) return null
  const letters = typed.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const isCode = letters.length === LETTERS && [...letters].every((letter) => recoveryAlphabet.includes(letter))
  return isCode ? `${letters.slice(0, LETTERS / 2)}-${letters.slice(LETTERS / 2)}` : null
}
