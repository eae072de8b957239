import { westernDigits } from '@/platform/arabic'

const SAUDI = '966'
/** The number of digits of a national number without its leading zero. */
const NATIONAL = 9

/**
 * The `tel:` address (RFC 3966) of a displayed number, with the country code, so that it can be dialled from
 * anywhere. An 800 number works within the country only, and a short number has no code.
 */
export function telephoneHref(written: string): string {
  const plain = westernDigits(written).replace('(0)', '')
  const digits = plain.replace(/\D/g, '').replace(/^00/, '')
  const hasCode = plain.includes('+') || plain.replace(/[^\d+]/g, '').startsWith('00')
  const isSaudi = digits.startsWith(SAUDI) && (hasCode || digits.length > NATIONAL + 1)
  if (hasCode && !isSaudi) return `tel:+${digits}`
  const national = (isSaudi ? digits.slice(SAUDI.length) : digits).replace(/^0/, '')
  if (national.startsWith('800')) return `tel:${national}`
  return national.length === NATIONAL ? `tel:+${SAUDI}${national}` : `tel:${digits}`
}
