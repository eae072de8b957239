/**
 * Payload's panel calls the server by names that the browser sends, and Payload looks them up on
 * plain objects: `constructor` was found there and answered with the whole request. Only a call
 * that passes here goes on to Payload (docs/adr/0015-payload-server-functions.md).
 */

/** What the panel's screens call. Signing in needs none of them; see the ADR before adding one. */
const functionNames: ReadonlySet<unknown> = new Set([
  'copy-data-from-locale',
  'form-state',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'table-state',
])

/** What a call names documents by; looked up by Payload as the names of functions are. */
const slugArguments = ['collectionSlug', 'docCollectionSlug', 'relationTo', 'globalSlug'] as const

export interface PanelCall {
  name: string
  args: Record<string, unknown>
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/**
 * The call, if it is one that the panel makes, or null. What a browser sends can be anything.
 * @param slugs of all collections and globals
 */
export function readPanelCall(given: unknown, slugs: ReadonlySet<string>): PanelCall | null {
  if (!isPlainObject(given)) return null
  const { name, args = {} } = given
  if (typeof name !== 'string' || !functionNames.has(name) || !isPlainObject(args)) return null
  const isKnown = (slug: unknown) => typeof slug === 'string' && slugs.has(slug)
  // A list of documents of several kinds names them all.
  const named = slugArguments.flatMap((argument) => args[argument] ?? []).flat()
  return named.every(isKnown) ? { name, args } : null
}
