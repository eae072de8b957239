import type { Config, Plugin, SanitizedCollectionConfig, SanitizedConfig, SanitizedGlobalConfig } from 'payload'

/** Classifies a REST address before anything is looked up. */
export type RestAddress =
  /** The OpenAPI description. */
  | { kind: 'description' }
  /** Published documents, for everybody. */
  | { kind: 'published' }
  /** The current session, which a browser requests before sign-in. */
  | { kind: 'me' }
  /** Sign-in and password endpoints. */
  | { kind: 'signIn' }
  /** One of our own endpoints, which checks access itself. */
  | { kind: 'own' }
  | { kind: 'staff' }
  | { kind: 'unknown' }

interface OwnEndpoint {
  /** The segments before the endpoint's own. */
  base: string[]
  method: string
  path: string
}

const OWN = 'ownEndpoints'

type WithEndpoints = { slug: string; endpoints?: false | { method: string; path: string }[] }

/** Records our own endpoints before Payload adds its own to the same lists. Must be the last plugin. */
export const noteOwnEndpoints: Plugin = (config: Config): Config => {
  const of = (base: string[], endpoints: WithEndpoints['endpoints']): OwnEndpoint[] =>
    (endpoints || []).map(({ method, path }) => ({ base, method, path }))
  const own = [
    ...of([], config.endpoints),
    ...(config.collections ?? []).flatMap(({ slug, endpoints }) => of([slug], endpoints as WithEndpoints['endpoints'])),
    ...(config.globals ?? []).flatMap(({ slug, endpoints }) =>
      of(['globals', slug], endpoints as WithEndpoints['endpoints']),
    ),
  ]
  return { ...config, custom: { ...config.custom, [OWN]: own } }
}

function matches({ base, path }: OwnEndpoint, segments: readonly string[]): boolean {
  const pattern = [...base, ...path.split('/').filter(Boolean)]
  return (
    segments.length <= pattern.length &&
    pattern.every((part, index) => {
      const segment = segments[index]
      if (segment === undefined) return part.endsWith('?')
      return part.startsWith(':') || part === segment
    })
  )
}

const isReadByAnybody = (read: ((args: never) => unknown) | undefined): boolean => {
  try {
    const answer = read?.({ req: { user: null } } as never)
    return answer === true || (typeof answer === 'object' && answer !== null && !(answer instanceof Promise))
  } catch {
    // An access function that reads more than the user isn't for everybody.
    return false
  }
}

/** Collections and globals whose published documents everybody may read. */
export function publishedEntities({ collections, globals }: SanitizedConfig): {
  collections: SanitizedCollectionConfig[]
  globals: SanitizedGlobalConfig[]
} {
  return {
    collections: collections.filter(({ endpoints, access }) => endpoints !== false && isReadByAnybody(access.read)),
    globals: globals.filter(({ endpoints, access }) => endpoints !== false && isReadByAnybody(access.read)),
  }
}

/** What Payload's own screens of signing in ask for. */
const signInPaths = new Set(['login', 'logout', 'refresh-token', 'forgot-password', 'reset-password'])

/** Addresses of a collection that aren't a document's. */
const notDocuments = new Set(['access', 'count', 'file', 'init', 'me', 'paste-url', 'versions'])

function ofCollection(
  collection: SanitizedCollectionConfig,
  rest: readonly string[],
  method: string,
  isPublished: boolean,
): RestAddress {
  const [first, second] = rest
  if (collection.auth) {
    if (method === 'GET' && first === 'me' && rest.length === 1) return { kind: 'me' }
    if (method === 'POST' && rest.length === 1 && first !== undefined && signInPaths.has(first))
      return { kind: 'signIn' }
  }
  const isDocument = rest.length === 1 && first !== undefined && (first === 'count' || !notDocuments.has(first))
  const isFile = Boolean(collection.upload) && rest.length === 2 && first === 'file' && second !== ''
  const isReadable = rest.length === 0 || isDocument || isFile
  return { kind: method === 'GET' && isPublished && isReadable ? 'published' : 'staff' }
}

/**
 * @param method of what is meant: GET for a read that is sent as a POST
 * @param segments of the path behind /api, decoded
 */
export function readRestAddress(method: string, segments: readonly string[], config: SanitizedConfig): RestAddress {
  const own = (config.custom?.[OWN] ?? []) as OwnEndpoint[]
  const asked = method === 'HEAD' ? 'GET' : method
  if (own.some((endpoint) => endpoint.method.toUpperCase() === asked && matches(endpoint, segments))) {
    return { kind: 'own' }
  }
  const [first, second, ...rest] = segments
  if (segments.length === 1 && first === 'openapi.json') return { kind: 'description' }
  if (segments.length === 1 && first === 'access') return { kind: 'staff' }
  const published = publishedEntities(config)
  if (first === 'globals') {
    const global = config.globals.find(({ slug }) => slug === second)
    if (!global || global.endpoints === false) return { kind: 'unknown' }
    const isReadable = asked === 'GET' && rest.length === 0 && published.globals.includes(global)
    return { kind: isReadable ? 'published' : 'staff' }
  }
  // A list is searched by value; on an object `constructor` would be found.
  const collection = config.collections.find(({ slug }) => slug === first)
  if (!collection || collection.endpoints === false) return { kind: 'unknown' }
  return ofCollection(collection, segments.slice(1), asked, published.collections.includes(collection))
}
