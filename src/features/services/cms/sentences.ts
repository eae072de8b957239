import type { Field } from 'payload'
import { rowLabel } from '@/payload/row-label'
import type { LocalizedText } from '@/platform/localize'

/** A list of short sentences, one a row. */
export const sentences = (
  name: string,
  label: LocalizedText,
  one: LocalizedText,
  description: LocalizedText,
): Field => ({
  name,
  type: 'array',
  label,
  labels: { singular: one, plural: label },
  admin: {
    initCollapsed: true,
    description,
    components: { RowLabel: rowLabel({ shows: ['text'], empty: one }) },
  },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      localized: true,
      required: true,
      maxLength: 400,
      label: { ar: 'النص', en: 'Text' },
      admin: { description: { ar: 'جملة قصيرة تخاطب الجميع.', en: 'A short sentence.' } },
    },
  ],
})
