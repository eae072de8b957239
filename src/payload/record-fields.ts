import type { LocalizedText } from '../platform/localize'
import type { DescribedField } from './read-only-fields'

/** Settings of a collection whose rows only code writes: no endpoints, no locks by editors, no timestamps of Payload's own. */
export const recordSettings = {
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
} as const

interface Named {
  name: string
  label: LocalizedText
  description: LocalizedText
}

/** A hidden key that the database refuses a second time. */
export const uniqueKey = ({ name, label, description }: Named): DescribedField => ({
  name,
  type: 'text',
  required: true,
  unique: true,
  index: true,
  label,
  isHidden: true,
  description,
})

/** The language of a form, or the one that a person is written to in. */
export const languageField = ({ name, label, description }: Named): DescribedField => ({
  name,
  type: 'select',
  required: true,
  options: [
    { value: 'ar', label: { ar: 'العربية', en: 'Arabic' } },
    { value: 'en', label: { ar: 'الإنجليزية', en: 'English' } },
  ],
  label,
  description,
})
