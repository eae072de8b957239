import { type Payload, ValidationError } from 'payload'
import type { Locale } from '@/i18n/routing'
import { westernDigits } from '@/platform/arabic'
import { keyedHash } from '@/platform/crypto'
import { readEmail } from '@/platform/email-address'
import { asSystem } from '@/platform/system-payload'
import { readTelephone } from '@/platform/telephone'
import { cleanValue, hasVisibleText } from '@/platform/typed-text'
import { parseReference } from '@/shared/casework/domain/reference'
import { canonicalText } from '@/shared/intake/submission'
import type { Contact, LostFormErrors } from '../schema'
import { linksPerAddress, linksPerContact } from './limits'
import { emailIndexOf, phoneIndexOf } from './personal-fields'

export interface RequestLink {
  payload: Payload
  clock: () => Date
  typed: { contact: string; reference: string }
  locale: Locale
  honeypot: string
  clientAddress: string
}

export type RequestLinkResult =
  /** Written down. Whether there is such a case is found out later, and not said. */
  | { status: 'ok' }
  | { status: 'invalid'; errors: LostFormErrors }
  | { status: 'refused'; reason: 'tooMany' | 'honeypot' }

/** What a person typed as an e-mail address or a telephone, as cases are found by it; null when it is neither. */
export function readContact(typed: string): Contact | null {
  if (typed.includes('@')) {
    const read = readEmail(typed)
    return read.status === 'ok' ? { kind: 'email', index: emailIndexOf(read.address) } : null
  }
  const read = readTelephone(typed)
  return read.status === 'ok' ? { kind: 'phone', index: phoneIndexOf(read.number) } : null
}

/** Within it the same request is one: nobody gets two mails for pressing twice. */
const SAME_REQUEST_MS = 10 * 60_000

/**
 * Takes in a request for a new link. It does the same work for a contact that is on record and for any other.
 * @throws on a database that doesn't answer
 */
export async function requestLink(input: RequestLink): Promise<RequestLinkResult> {
  const { payload, clock, typed, locale, clientAddress } = input
  const contact = readContact(typed.contact)
  const hasReference = hasVisibleText(typed.reference)
  const reference = hasReference ? parseReference(westernDigits(cleanValue(typed.reference))) : null
  if (!contact || (hasReference && !reference)) {
    return {
      status: 'invalid',
      errors: {
        ...(contact ? {} : { contact: hasVisibleText(typed.contact) ? 'invalid' : 'required' }),
        ...(hasReference && !reference ? { reference: 'invalid' } : {}),
      },
    }
  }
  if (input.honeypot) return { status: 'refused', reason: 'honeypot' }
  if (!(await linksPerAddress().consume(clientAddress))) return { status: 'refused', reason: 'tooMany' }
  if (!(await linksPerContact().consume(contact.index))) return { status: 'refused', reason: 'tooMany' }
  const requestedAt = clock()
  const now = requestedAt.toISOString()
  const span = Math.floor(requestedAt.getTime() / SAME_REQUEST_MS)
  const key = keyedHash(canonicalText([{ ...contact }, reference, span]), 'link-request.key')
  try {
    await payload.create({
      collection: 'link-requests',
      data: {
        key,
        contactKind: contact.kind,
        contactIndex: contact.index,
        reference,
        locale,
        requestedAt: now,
        mailState: 'due',
        mailNextAt: now,
        mailAttempts: 0,
      },
      ...asSystem('track-inquiry'),
    })
  } catch (error) {
    // Asked for already.
    if (!(error instanceof ValidationError)) throw error
  }
  return { status: 'ok' }
}
