/**
 * A case's reference: eight random digits and a check digit, so that a number read out by
 * telephone with one wrong or two swapped digits is noticed. Digits only: they are the same in
 * both languages and on every keypad.
 */
const PAYLOAD_DIGITS = 8
const LENGTH = PAYLOAD_DIGITS + 1

/** The check digit of ISO 7064 MOD 11,10. */
export function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}

/**
 * @param randomDigits eight digits from a cryptographic source
 * @throws RangeError when they aren't eight digits
 */
export function referenceFrom(randomDigits: string): string {
  if (!new RegExp(`^\\d{${PAYLOAD_DIGITS}}$`).test(randomDigits))
    throw new RangeError('A reference needs eight digits.')
  return randomDigits + checkDigit(randomDigits)
}

/** How many random digits {@link referenceFrom} takes. */
export const referenceRandomDigits = PAYLOAD_DIGITS

/** The reference in what a person typed, in any spacing, or null when it can't be one. Takes 0-9 only. */
export function parseReference(typed: string): string | null {
  const digits = typed.replace(/\D/g, '')
  if (digits.length !== LENGTH) return null
  return checkDigit(digits.slice(0, PAYLOAD_DIGITS)) === digits.slice(PAYLOAD_DIGITS) ? digits : null
}

/** `241 058 736`: to be read out in threes. */
export function formatReference(reference: string): string {
  return reference.replace(/(\d{3})(?=\d)/g, '$1 ')
}
