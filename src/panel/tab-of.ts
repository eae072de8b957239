import type { ClientField } from 'payload'

const holds = (fields: readonly ClientField[], name: string): boolean =>
  fields.some((field) =>
    'name' in field && field.name ? field.name === name : 'fields' in field && holds(field.fields, name),
  )

/**
 * The tab of a form that holds a field.
 * @param path of the field in Payload: `channels.letter.details`
 * @returns its index, from 0; null when the field is outside of tabs
 */
export function tabOf(fields: readonly ClientField[], path: string): number | null {
  const [first = ''] = path.split('.')
  for (const field of fields) {
    if (field.type !== 'tabs') continue
    const place = field.tabs.findIndex((tab) =>
      'name' in tab && tab.name ? tab.name === first : holds(tab.fields, first),
    )
    if (place >= 0) return place
  }
  return null
}
