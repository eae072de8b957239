import { z } from 'zod'
import { decryptText, encryptText } from '@/platform/crypto'
import { encryptionContexts } from '../domain/encryption-contexts'

const textsShape = z.record(z.string(), z.string())

/** Encrypts the texts by question key as one envelope; null when there are none. */
export const encryptTexts = (texts: Readonly<Record<string, string>>): string | null =>
  Object.keys(texts).length === 0 ? null : encryptText(JSON.stringify(texts), encryptionContexts.texts)

/** @throws DecryptionError when the envelope was altered or its key is gone */
export const decryptTexts = (envelope: string | null | undefined): Record<string, string> =>
  envelope ? textsShape.parse(JSON.parse(decryptText(envelope, encryptionContexts.texts))) : {}

export const encryptContact = (contact: string): string | null =>
  contact ? encryptText(contact, encryptionContexts.contact) : null

/** @throws DecryptionError when the envelope was altered or its key is gone */
export const decryptContact = (envelope: string | null | undefined): string | null =>
  envelope ? decryptText(envelope, encryptionContexts.contact) : null
