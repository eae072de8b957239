import type { StaticLabel, TextareaField } from 'payload'
import { decryptText } from '@/platform/crypto'
import { notTyped } from './typed-data'

/** The words of thirty answers of an evaluation, encrypted: more than any other envelope. */
const LONGEST = 500_000

/**
 * A column that holds an envelope of `encryptText(plain, purpose)` and refuses anything else, so
 * that no entry point stores plain text. Reading gives the envelope; who may read the words opens it.
 */
export function encryptedField({
  name,
  purpose,
  label,
  description,
  isRequired = false,
}: {
  name: string
  purpose: string
  label: StaticLabel
  description: StaticLabel
  isRequired?: boolean
}): TextareaField {
  return {
    name,
    type: 'textarea',
    maxLength: LONGEST,
    label,
    required: isRequired,
    custom: notTyped,
    admin: { description, readOnly: true },
    validate: (value: string | null | undefined) => {
      if (!value) return isRequired ? 'required' : true
      try {
        decryptText(value, purpose)
        return true
      } catch {
        return 'not encrypted'
      }
    },
  }
}
