import type { Field, SanitizedConfig } from 'payload'

const component = (name: string) => `/src/panel/version-diff/field-diff#${name}`
const paths = { FieldDiff: component('FieldDiff'), NoDiff: component('NoDiff') }

const compared: ReadonlySet<string> = new Set([
  'text',
  'textarea',
  'email',
  'number',
  'select',
  'radio',
  'checkbox',
  'date',
  'json',
])
const systemTimes: ReadonlySet<string> = new Set(['createdAt', 'updatedAt'])

/** Sets how a field and its subfields are compared. */
function compare(field: Field): void {
  if (field.type === 'tabs') for (const tab of field.tabs) tab.fields.forEach(compare)
  else if (field.type === 'blocks') for (const block of field.blocks) block.fields.forEach(compare)
  else if ('fields' in field) field.fields.forEach(compare)
  if (!('name' in field) || !('admin' in field) || field.type === 'ui') return
  const isOwn = field.admin?.hidden || systemTimes.has(String(field.name))
  if (!isOwn && !compared.has(field.type)) return
  const Diff = isOwn ? paths.NoDiff : paths.FieldDiff
  field.admin = { ...field.admin, components: { ...field.admin?.components, Diff } } as typeof field.admin
}

/** The components of `compareByWords`, listed for Payload's import map, which is built before they are set. */
export const comparisonComponents = Object.fromEntries(
  Object.entries(paths).map(([name, path]) => [name, { path, type: 'component' as const }]),
)

/**
 * Compares versions by words and with labels. Payload compares letters, which separates joined Arabic letters, and
 * shows codes and system fields.
 */
export function compareByWords({ collections, globals }: SanitizedConfig): void {
  for (const { fields } of [...collections, ...globals]) fields.forEach(compare)
}
