import { decryptText, encryptText, keyedHash } from '@/platform/crypto'
import { readEmail } from '@/platform/email-address'
import { cleanLine } from '@/platform/typed-text'
import { encryptionContexts, hashLabels } from '../domain/encryption-contexts'

/** The one place where a case's words and personal fields are opened and sealed. */

export interface PersonalFields {
  subject: string
  message: string
  name: string | null
  /** E.164. */
  phone: string | null
  email: string | null
}

export interface SealedPersonalFields extends PersonalFields {
  phoneIndex: string | null
  emailIndex: string | null
}

const mapped = <From, To>(value: From | null | undefined, change: (value: From) => To): To | null =>
  value === null || value === undefined || value === '' ? null : change(value)

/** The blind index by which staff find a person's cases: the same number always gives the same text. */
export const phoneIndexOf = (e164: string): string => keyedHash(e164, hashLabels.phone)
export function emailIndexOf(email: string): string {
  const read = readEmail(email)
  return keyedHash(read.status === 'ok' ? read.address : cleanLine(email).toLowerCase(), hashLabels.email)
}

export function encryptPersonalFields(plain: PersonalFields): SealedPersonalFields {
  return {
    subject: encryptText(plain.subject, encryptionContexts.subject),
    message: encryptText(plain.message, encryptionContexts.message),
    name: mapped(plain.name, (name) => encryptText(name, encryptionContexts.name)),
    phone: mapped(plain.phone, (phone) => encryptText(phone, encryptionContexts.phone)),
    email: mapped(plain.email, (email) => encryptText(email, encryptionContexts.email)),
    phoneIndex: mapped(plain.phone, phoneIndexOf),
    emailIndex: mapped(plain.email, emailIndexOf),
  }
}

/** @throws DecryptionError when an envelope was altered or its key is gone */
export function decryptPersonalFields(row: {
  subject: string
  message: string
  name?: string | null
  phone?: string | null
  email?: string | null
}): PersonalFields {
  return {
    subject: decryptText(row.subject, encryptionContexts.subject),
    message: decryptText(row.message, encryptionContexts.message),
    name: mapped(row.name, (name) => decryptText(name, encryptionContexts.name)),
    phone: mapped(row.phone, (phone) => decryptText(phone, encryptionContexts.phone)),
    email: mapped(row.email, (email) => decryptText(email, encryptionContexts.email)),
  }
}

/** What a list shows of a case. @throws DecryptionError as above */
export function openHeading(row: Pick<Parameters<typeof decryptPersonalFields>[0], 'subject' | 'name'>) {
  return {
    subject: decryptText(row.subject, encryptionContexts.subject),
    name: mapped(row.name, (name) => decryptText(name, encryptionContexts.name)),
  }
}

export const encryptEventText = (text: string): string => encryptText(text, encryptionContexts.eventText)

/** The words of an event, or null when it has none. */
export const decryptEventText = (sealed: string | null | undefined): string | null =>
  mapped(sealed, (text) => decryptText(text, encryptionContexts.eventText))
