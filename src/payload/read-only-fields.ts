import type { Field } from 'payload'
import type { LocalizedText } from '@/platform/localize'

/** A field with a description, which hidden fields carry into the generated types. */
export type DescribedField = Field & { description?: LocalizedText; isHidden?: boolean }

/**
 * Fields that only code writes: shown to staff, not editable in forms. A field without `description` is left as it
 * is.
 */
export const readOnlyFields = (fields: readonly DescribedField[]): Field[] =>
  fields.map(({ description, isHidden, ...field }) =>
    description
      ? ({
          ...field,
          admin: { ...field.admin, ...(isHidden ? { hidden: true } : { readOnly: true }), description },
        } as Field)
      : (field as Field),
  )
