import type { Inquiry } from '@/payload-types'
import { decryptText, encryptText, keyedHash } from '@/platform/crypto'
import { readEmail } from '@/platform/email-address'
import { cleanLine } from '@/platform/typed-text'
import { encryptionContexts, hashLabels } from '../domain/encryption-contexts'
import type { PersonalFields, PersonalValues } from '../domain/personal-fields'

/** The one place where a case's words and personal fields are encrypted and decrypted. */

interface BlindIndexes {
  phoneIndex: string | null
  emailIndex: string | null
}

/** The row has a column for each field of its type: they are made from the same table. */
type EncryptedRow = Pick<Inquiry, 'subject' | 'message' | 'name' | 'phone' | 'email'>

const mapped = <From, To>(value: From | null | undefined, change: (value: From) => To): To | null =>
  value === null || value === undefined || value === '' ? null : change(value)

/** The blind index by which staff find a person's cases: the same number always gives the same text. */
export const phoneIndexOf = (e164: string): string => keyedHash(e164, hashLabels.phone)
export function emailIndexOf(email: string): string {
  const read = readEmail(email)
  return keyedHash(read.status === 'ok' ? read.address : cleanLine(email).toLowerCase(), hashLabels.email)
}

export function encryptPersonalFields<Fields extends PersonalFields>(
  fields: Fields,
  plain: PersonalValues<Fields>,
): PersonalValues<Fields> & BlindIndexes {
  const entries = Object.entries(fields).map(([name, { context, isRequired }]) => {
    const value = plain[name] as string | null
    return [name, isRequired ? encryptText(value ?? '', context) : mapped(value, (text) => encryptText(text, context))]
  })
  return {
    ...(Object.fromEntries(entries) as PersonalValues<Fields>),
    phoneIndex: mapped(plain.phone as string | null, phoneIndexOf),
    emailIndex: mapped(plain.email as string | null, emailIndexOf),
  }
}

/** What a case holds after its erasure. */
export const erasedPersonalFields = (fields: PersonalFields) =>
  encryptPersonalFields(
    fields,
    Object.fromEntries(
      Object.entries(fields).map(([name, { isRequired }]) => [name, isRequired ? '' : null]),
    ) as PersonalValues,
  )

/** @throws DecryptionError when an envelope was altered or its key is gone */
export function decryptPersonalFields<Fields extends PersonalFields>(
  fields: Fields,
  row: EncryptedRow,
): PersonalValues<Fields> {
  const columns = row as Partial<Record<string, string | null>>
  const entries = Object.entries(fields).map(([name, { context, isRequired }]) => {
    const value = columns[name]
    return [name, isRequired ? decryptText(value ?? '', context) : mapped(value, (text) => decryptText(text, context))]
  })
  return Object.fromEntries(entries) as PersonalValues<Fields>
}

/** What a list shows of a case. @throws DecryptionError as above */
export function decryptHeading({ subject, name }: PersonalFields, row: { subject: string; name?: string | null }) {
  return {
    subject: decryptText(row.subject, subject.context),
    name: mapped(row.name, (text) => decryptText(text, name.context)),
  }
}

export const encryptEventText = (text: string): string => encryptText(text, encryptionContexts.eventText)

/** The words of an event, or null when it has none. */
export const decryptEventText = (encrypted: string | null | undefined): string | null =>
  mapped(encrypted, (text) => decryptText(text, encryptionContexts.eventText))
