import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max'
import { westernDigits } from '@/platform/arabic'
import { cleanValue } from '@/platform/typed-text'

/** Why a text is not a valid telephone number. */
export type TelephoneError = 'tooShort' | 'tooLong' | 'letters' | 'several' | 'countryMissing'

export type ReadTelephone =
  /** `number` in E.164. Landlines, 9200 and 800 numbers can't receive messages. */
  { status: 'ok'; number: string; takesMessages: boolean } | { status: 'invalid'; error: TelephoneError }

const SAUDI = '+966'
/** Fewer digits are something else: a house number, an extension, the end of a second number. */
const FEWEST_DIGITS = 7
/** E.164. */
const MAX_DIGITS = 15
/** Digits and separators. */
const numbers = /[+\d][\d ()./\\_~\-\u2010-\u2015\u2212]*/g

const digitsIn = (text: string): string => text.replace(/\D/g, '')
const invalid = (error: TelephoneError): ReadTelephone => ({ status: 'invalid', error })

/**
 * Reads a telephone number in any usual notation: ٠٥…, 05…, 5…, +966…, 00966…, with spaces, dashes and words beside
 * it. Saudi mobiles are recognised by length and 05, because the assigned ranges change often. Others need their
 * country code.
 */
export function readTelephone(typed: string): ReadTelephone {
  const text = westernDigits(cleanValue(typed)).replace(/(?<!\d)00 ?\+/g, '+')
  const found = Array.from(text.matchAll(numbers), ([run]) => run).filter((run) => digitsIn(run).length > 0)
  const whole = found.filter((run) => digitsIn(run).length >= FEWEST_DIGITS)
  if (whole.length > 1) return invalid('several')
  if (found.length === 0 || found.length > 1) return invalid('letters')
  const [run = ''] = found
  if (/\d\p{L}|\p{L}\d/u.test(text) && whole.length === 0) return invalid('letters')
  const read = readRun(run)
  return read.status === 'invalid' && isSeveral(run) ? invalid('several') : read
}

/** Whether a run that is too long holds two numbers, by a slash or by their lengths. */
function isSeveral(run: string): boolean {
  const digits = digitsIn(run)
  if (digits.length > 10 && /\d\s*[/\\]\s*\d/.test(run)) return true
  if (digits.length > 4 * MAX_DIGITS) return false
  for (let at = FEWEST_DIGITS; at <= digits.length - FEWEST_DIGITS; at += 1) {
    if (readRun(digits.slice(0, at)).status === 'ok' && readRun(digits.slice(at)).status === 'ok') return true
  }
  return false
}

function readRun(run: string): ReadTelephone {
  const digits = digitsIn(run)
  if (digits.length < FEWEST_DIGITS) return invalid('tooShort')
  if (digits.length > 2 * MAX_DIGITS) return invalid('tooLong')
  const isInternational = run.startsWith('+') || digits.startsWith('00')
  const plain = isInternational && !run.startsWith('+') ? digits.slice(2) : digits
  // Some people write +00 or 0 before the country code; no Saudi number begins like that.
  const [, saudiPart] = /^0{0,2}966(\d*)$/.exec(plain) ?? []
  if (saudiPart !== undefined) return readSaudi(saudiPart)
  if (isInternational && !plain.startsWith('0')) return readForeign(plain)
  const saudi = readSaudi(plain)
  if (saudi.status === 'ok' || plain.startsWith('0') || plain.length <= 10) return saudi
  // A number of another country whose plus was left out.
  const foreign = readForeign(plain)
  return foreign.status === 'ok' && isAssigned(`+${plain}`) ? foreign : saudi
}

const isAssigned = (number: string): boolean => parsePhoneNumberFromString(number)?.isValid() ?? false

/** By the national numbering plan: mobiles 05, landlines 01, 9200 numbers, and 800 numbers of ten digits. */
function readSaudi(national: string): ReadTelephone {
  const number = national.replace(/^0/, '')
  if (number === '') return invalid('tooShort')
  const length = number.startsWith('8') ? 10 : 9
  const isKnown = /^(5|1|9[02]|8)/.test(number)
  if (!isKnown)
    return invalid(number.length < length ? 'tooShort' : number.length > MAX_DIGITS ? 'tooLong' : 'countryMissing')
  if (number.length < length) return invalid('tooShort')
  if (number.length > length) return invalid('tooLong')
  return { status: 'ok', number: `${SAUDI}${number}`, takesMessages: number.startsWith('5') }
}

function readForeign(digits: string): ReadTelephone {
  if (digits.length > MAX_DIGITS) return invalid('tooLong')
  const number = parsePhoneNumberFromString(`+${digits}`)
  if (!number?.isPossible()) {
    const reason = validatePhoneNumberLength(`+${digits}`)
    return invalid(reason === 'TOO_SHORT' ? 'tooShort' : reason === 'TOO_LONG' ? 'tooLong' : 'countryMissing')
  }
  const type = number.getType()
  const isMobile = type === undefined || ['MOBILE', 'FIXED_LINE_OR_MOBILE', 'PERSONAL_NUMBER', 'VOIP'].includes(type)
  return { status: 'ok', number: number.number, takesMessages: isMobile }
}
