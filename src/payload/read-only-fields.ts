import type { Field } from 'payload'
import type { LocalizedText } from '@/platform/localize'

/** A field with what staff read under it. Hidden ones say it for whoever reads the types. */
export type DescribedField = Field & { description?: LocalizedText; isHidden?: boolean }

/**
 * Fields that code alone writes: staff see them, and no form changes them. A field without
 * `description` is taken as it is.
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
