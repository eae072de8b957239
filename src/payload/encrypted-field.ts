import type { StaticLabel, TextareaField } from 'payload'
import { decryptText } from '@/platform/crypto'
import { notTyped } from './typed-data'

/** Room for thirty encrypted text answers of an evaluation, the largest envelope. */
const LONGEST = 500_000

/**
 * A column that accepts only envelopes of `encryptText(plain, purpose)`, so that no entry point stores plain text.
 * Reading returns the envelope.
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
