import {
  entityToJSONSchema,
  type FlattenedField,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
  type SanitizedGlobalConfig,
} from 'payload'
import { publishedEntities } from './addresses'
import { isFieldPublished } from './asked-fields'
import { DEFAULT_LIMIT, MAX_DEPTH, MAX_LIMIT } from './query-bounds'

/** The part of JSON Schema (OpenAPI 3.1) that is used here. */
type Schema = {
  [key: string]: unknown
  properties?: Record<string, Schema>
  items?: Schema
  required?: string[]
}

/** Without fields for staff only. `select` may leave out any field but the id, so only the id is required. */
function publishedSchema(schema: Schema, fields: readonly FlattenedField[], isWhole: boolean): Schema {
  const { required: _, ...kept } = schema
  const properties: Record<string, Schema> = {}
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const field = fields.find((candidate) => candidate.name === name)
    if (field && !isFieldPublished(field)) continue
    const inner = field && 'flattenedFields' in field ? field.flattenedFields : null
    properties[name] =
      inner && property.items
        ? { ...property, items: publishedSchema(property.items, inner, false) }
        : inner && property.properties
          ? publishedSchema(property, inner, false)
          : property
  }
  return { ...kept, properties, ...(isWhole && { required: ['id'] }) }
}

/** References of Payload's generator in OpenAPI's form; a document that is not public is an id. */
function withReferences(node: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(node)) return node.map((item) => withReferences(item, names))
  if (typeof node !== 'object' || node === null) return node
  const { $ref } = node as { $ref?: unknown }
  if (typeof $ref === 'string') {
    const name = $ref.replace('#/definitions/', '')
    return names.has(name) ? { $ref: `#/components/schemas/${name}` } : { type: 'string' }
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withReferences(value, names)]))
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const parameters = {
  locale: { schema: { enum: ['ar', 'en'], default: 'ar' }, description: 'Language of the texts.' },
  depth: {
    schema: { type: 'integer', minimum: 0, maximum: MAX_DEPTH, default: MAX_DEPTH },
    description: 'How deep related documents are given instead of their ids.',
  },
  select: { schema: { type: 'object' }, style: 'deepObject', description: 'Fields to give: select[title]=true.' },
  limit: {
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
    description: 'Documents in a page.',
  },
  page: { schema: { type: 'integer', minimum: 1, default: 1 }, description: 'Which page.' },
  sort: { schema: { type: 'string' }, description: 'Up to three fields, with a - for the descending order.' },
  where: {
    schema: { type: 'object' },
    style: 'deepObject',
    description: 'Conditions: where[slug][equals]=about. Also and, or, and the operators of Payload.',
  },
} as const satisfies Record<string, object>

const named = (...names: (keyof typeof parameters)[]) =>
  names.map((name) => ({ name, in: 'query', ...parameters[name] }))

const json = (schema: object) => ({ 'application/json': { schema } })

const failures = {
  400: {
    description: 'The query is out of bounds; the answer says which parameter.',
    content: json(reference('Errors')),
  },
  429: {
    description: 'Too many requests from this address.',
    headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait.' } },
    content: json(reference('Errors')),
  },
  503: { description: 'The database is away.', content: json(reference('Errors')) },
} as const

const read = (summary: string, schema: object, given: object[], more: Record<string, object> = {}) => ({
  get: {
    summary,
    security: [],
    parameters: given,
    responses: {
      200: {
        description: 'What is published.',
        headers: { ETag: { schema: { type: 'string' }, description: 'Changes when published content does.' } },
        content: json(schema),
      },
      304: { description: 'Nothing has changed since the ETag that was sent with If-None-Match.' },
      ...failures,
      ...more,
    },
  },
})

const list = (name: string): object => ({
  type: 'object',
  required: ['docs', 'totalDocs', 'limit', 'page', 'totalPages', 'hasNextPage', 'hasPrevPage'],
  properties: {
    docs: { type: 'array', items: reference(name) },
    totalDocs: { type: 'integer' },
    limit: { type: 'integer' },
    totalPages: { type: 'integer' },
    page: { type: 'integer' },
    pagingCounter: { type: 'integer' },
    hasPrevPage: { type: 'boolean' },
    hasNextPage: { type: 'boolean' },
    prevPage: { type: ['integer', 'null'] },
    nextPage: { type: ['integer', 'null'] },
  },
  additionalProperties: false,
})

const missing = { 404: { description: 'There is none, or it is not published.', content: json(reference('Errors')) } }
const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }

function pathsOfCollection({ slug, upload }: SanitizedCollectionConfig): [path: string, item: object][] {
  const of = ['locale', 'depth', 'select'] as const
  const count = { type: 'object', properties: { totalDocs: { type: 'integer' } }, required: ['totalDocs'] }
  const file = { name: 'filename', in: 'path', required: true, schema: { type: 'string' } }
  return [
    [`/${slug}`, read(`A page of ${slug}`, list(slug), named(...of, 'limit', 'page', 'sort', 'where'))],
    [`/${slug}/{id}`, read(`One of ${slug}`, reference(slug), [idParameter, ...named(...of)], missing)],
    [`/${slug}/count`, read(`How many ${slug} there are`, count, named('where'))],
    ...(upload
      ? ([
          [
            `/${slug}/file/{filename}`,
            {
              get: {
                summary: 'The bytes of a file',
                security: [],
                parameters: [file],
                responses: { 200: { description: 'The file.', content: { '*/*': {} } }, ...missing },
              },
            },
          ],
        ] as [string, object][])
      : []),
  ]
}

const pathOfGlobal = ({ slug }: SanitizedGlobalConfig): [path: string, item: object] => [
  `/globals/${slug}`,
  read(`The ${slug}`, reference(slug), named('locale', 'depth', 'select')),
]

const errors = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message'],
        properties: {
          message: { type: 'string', description: 'For a person, in the language of Accept-Language.' },
          parameter: { type: 'string', description: 'Which part of the query is refused.' },
          name: { type: 'string' },
        },
      },
    },
  },
} as const

/** What REST offers to anybody, made of the configuration, as an OpenAPI 3.1 document. */
export function describeRest(config: SanitizedConfig): {
  openapi: string
  paths: Record<string, object>
  components: { schemas: Record<string, Schema> }
  [key: string]: unknown
} {
  const { collections, globals } = publishedEntities(config)
  const entities = [...collections, ...globals]
  const names = new Set(entities.map(({ slug }): string => slug))
  const schemas: Record<string, Schema> = { Errors: errors as unknown as Schema }
  for (const entity of entities) {
    const definitions = new Map<string, never>()
    const made = entityToJSONSchema(config, entity, definitions, 'text') as Schema
    // A global that was never saved has no id.
    const isGlobal = globals.some(({ slug }) => slug === entity.slug)
    const { title: _, ...schema } = publishedSchema(made, entity.flattenedFields, !isGlobal)
    const own = isGlobal ? { globalType: { const: entity.slug } } : {}
    const whole = { ...schema, properties: { ...schema.properties, ...own } }
    schemas[entity.slug] = withReferences(whole, names) as Schema
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Creative Mom Association: what is published',
      version: '1',
      description:
        'Published pages, policies, services and surveys, for reading. No key is needed. See docs/API.md in the source.',
    },
    servers: [{ url: `${config.serverURL}${config.routes.api}` }],
    paths: Object.fromEntries([...collections.flatMap(pathsOfCollection), ...globals.map(pathOfGlobal)]),
    components: { schemas },
  }
}
