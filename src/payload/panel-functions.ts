/**
 * Payload's panel calls the server by names that the browser sends, and Payload looks them up on
 * plain objects: `constructor` was found there and answered with the whole request. Only a call
 * that passes here goes on to Payload (docs/adr/0015-payload-server-functions.md).
 */

/** The functions that the panel calls. Sign-in needs none of them; see the ADR before adding one. */
const functionNames: ReadonlySet<unknown> = new Set([
  'copy-data-from-locale',
  'form-state',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'table-state',
])

/** Arguments that name collections or globals, which Payload looks up like function names. */
const slugArguments = ['collectionSlug', 'docCollectionSlug', 'relationTo', 'globalSlug'] as const

export interface PanelCall {
  name: string
  args: Record<string, unknown>
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/**
 * Validates a call; null if it is none of the panel's. A browser can send anything.
 * @param slugs of all collections and globals
 */
export function readPanelCall(given: unknown, slugs: ReadonlySet<string>): PanelCall | null {
  if (!isPlainObject(given)) return null
  const { name, args = {} } = given
  if (typeof name !== 'string' || !functionNames.has(name) || !isPlainObject(args)) return null
  const isKnown = (slug: unknown) => typeof slug === 'string' && slugs.has(slug)
  // A list across collections names several.
  const named = slugArguments.flatMap((argument) => args[argument] ?? []).flat()
  return named.every(isKnown) ? { name, args } : null
}
