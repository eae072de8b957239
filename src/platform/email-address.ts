import { domainToASCII, domainToUnicode } from 'node:url'
import { westernDigits } from '@/platform/arabic'
import { cleanLine } from '@/platform/typed-text'

/** Why a text is not a valid e-mail address. */
export type EmailError = 'noAt' | 'several' | 'spaces' | 'comma' | 'letters' | 'tooLong' | 'invalid'

export type ReadEmail =
  /** The canonical form, in which it is stored, compared and used. */
  { status: 'ok'; address: string } | { status: 'invalid'; error: EmailError }

/** The longest address, and the longest part before the @ (RFC 5321, 4.5.3.1). */
const LONGEST = 254
const LONGEST_NAME = 64
/** Longer than any address with a display name. */
const READ = 600

const name = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const lastLabel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/
const opening = /^(?:mailto:|[\s"«“‘<([])+/i
const closing = '"»”’\'>)].,،;؛ '

/** As mail programs copy it: `Nora <nora@example.org>,` */
function bare(text: string): string {
  const angle = text.lastIndexOf('<')
  let address = (angle > 0 && text.indexOf('@', angle) > 0 ? text.slice(angle) : text).replace(opening, '')
  let end = address.length
  while (end > 0 && closing.includes(address.charAt(end - 1))) end -= 1
  address = address.slice(0, end)
  return address
}

/**
 * Reads an e-mail address into its stored form: lowercase letters, the domain in ASCII (RFC 5891). The part before
 * the @ must be ASCII, because few servers accept others yet.
 */
export function readEmail(typed: string): ReadEmail {
  const invalid = (error: EmailError): ReadEmail => ({ status: 'invalid', error })
  const line = cleanLine(typed.slice(0, READ))
    .normalize('NFKC')
    .replace(/[\u061c\u200e\u200f]/g, '')
  const text = bare(westernDigits(line))
  const [local = '', domain = '', ...more] = text.split('@')
  if (!text.includes('@')) return invalid('noAt')
  if (more.length > 0) return invalid('several')
  if (/\s/.test(text)) return invalid('spaces')
  // Browsers convert the domain to ASCII before they send it.
  if (/[,،]/.test(text) || /[,،]/.test(domainToUnicode(domain))) return invalid('comma')
  if (/[^!-~]/.test(local)) return invalid('letters')
  const small = local.toLowerCase()
  const host = asciiDomain(domain)
  if (!name.test(small) || host === null) return invalid('invalid')
  const address = `${small}@${host}`
  return small.length > LONGEST_NAME || address.length > LONGEST ? invalid('tooLong') : { status: 'ok', address }
}

/** @returns null for what can't be a domain that receives mail */
function asciiDomain(domain: string): string | null {
  // A slash or colon would end the domain when the address is part of a URL.
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: joiners are letters of a domain
  if (!/^[\p{L}\p{M}\p{N}\u200c\u200d.\u06d4\u3002-]+$/u.test(domain)) return null
  const labels = domainToASCII(domain.replace(/[\u06d4\u3002]/g, '.').replaceAll('\u0640', '')).split('.')
  const isDomain = labels.length > 1 && labels.every((part) => label.test(part)) && lastLabel.test(labels.at(-1) ?? '')
  return isDomain && isDecodable(labels) ? labels.join('.') : null
}

/** Whether every encoded label stands for letters beyond ASCII; newer versions of Node let others pass. */
function isDecodable(labels: readonly string[]): boolean {
  const readable = domainToUnicode(labels.join('.')).split('.')
  return labels.every((part, at) => !part.startsWith('xn--') || /[^\0-\x7f]/.test(readable[at] ?? ''))
}

const oneScript = /^(?:[\p{Script=Latin}\p{N}،-]+|[\p{Script=Arabic}\p{N}،-]+)$/u

/** An address as people read it; one whose letters could be mistaken for others stays as it is stored. */
export function readableEmail(address: string): string {
  const at = address.lastIndexOf('@')
  if (at < 0 || !address.includes('xn--', at)) return address
  const domain = domainToUnicode(address.slice(at + 1))
  const isPlain = domain.split('.').every((part) => oneScript.test(part))
  return domain && isPlain ? `${address.slice(0, at)}@${domain}` : address
}
