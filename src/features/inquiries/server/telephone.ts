import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'
import { westernDigits } from '@/platform/arabic'

/**
 * A telephone number as E.164, or null when it isn't one. Saudi mobiles in every usual writing
 * (٠٥…, 05…, 5…, +966…, 00966…), others with their country's code.
 */
export function normalisePhone(typed: string): string | null {
  // Direction marks come along when a number is copied out of Arabic text.
  const plain = westernDigits(typed).replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
  const international = plain.replace(/^\s*00/, '+').replace(/^\s*966/, '+966')
  const number = parsePhoneNumberFromString(international, 'SA')
  return number?.isValid() ? number.number : null
}
