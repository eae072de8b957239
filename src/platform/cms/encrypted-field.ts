import type { StaticLabel, TextareaField } from 'payload'
import { decryptText } from '@/platform/crypto'

/**
 * A column that holds an envelope of `encryptText(plain, purpose)` and refuses anything else, so
 * that no door stores plain text. Reading gives the envelope; who may read the words opens it.
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
    label,
    required: isRequired,
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
