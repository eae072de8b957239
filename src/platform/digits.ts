/**
 * Arabic-Indic (٠-٩) and Persian (۰-۹) digits as 0-9. In both blocks the digit's value is the
 * last four bits of its code point (Unicode, "Arabic").
 */
export function toWesternDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0b1111))
}

/** Only the digits of what was typed, in 0-9: spacing, dashes and direction marks fall away. */
export function digitsOf(text: string): string {
  return toWesternDigits(text).replace(/\D/g, '')
}
