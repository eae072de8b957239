/** Twenty decimal digits hold 66 bits: more than can be guessed against a throttled form. */
export const trackingCodeDigits = 20

/** The code in what a person typed, in any spacing, or null when it can't be one. Takes 0-9 only. */
export function parseTrackingCode(typed: string): string | null {
  const digits = typed.replace(/\D/g, '')
  return digits.length === trackingCodeDigits ? digits : null
}

/** `7392 0468 …`: in groups of four, as on a bank card. */
export function formatTrackingCode(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ')
}
