import {
  type BaseDatabaseAdapter,
  type CollectionSlug,
  type DatabaseAdapterObj,
  type FlattenedField,
  getFieldByPath,
  type Where,
} from 'payload'
import { foldedPattern } from '@/platform/folded-search'

/** Operations with conditions chosen by people. */
const asking = [
  'count',
  'countVersions',
  'find',
  'findDistinct',
  'findVersions',
  'queryDrafts',
] as const satisfies readonly (keyof BaseDatabaseAdapter)[]

const looksIn = new Set(['like', 'contains', 'not_like'])
const texts = new Set(['text', 'textarea', 'email', 'code'])

/** Payload passes patterns to MongoDB by `in` only, which accepts them. */
function foldedCondition(path: string, operator: string, value: unknown): Where | null {
  if (!looksIn.has(operator) || typeof value !== 'string') return null
  // "Like" searches each word, "contains" the whole phrase.
  const asked = operator === 'contains' ? [value] : value.split(' ')
  const patterns = asked.flatMap((words) => foldedPattern(words) ?? [])
  const plain = { [path]: { [operator]: value } }
  if (patterns.length === 0) return plain
  const folded = patterns.map((pattern) => ({ [path]: { [operator === 'not_like' ? 'not_in' : 'in']: [pattern] } }))
  return operator === 'not_like' ? { and: [plain, ...folded] } : { or: [plain, { and: folded }] }
}

/** The same question, finding the words that it looks for in any of their writings. */
export function foldedWhere(where: Where, isText: (path: string) => boolean): Where {
  const same: Where = {}
  const folded: Where[] = []
  for (const [path, asked] of Object.entries(where)) {
    if (Array.isArray(asked)) same[path] = asked.map((one) => foldedWhere(one, isText))
    else if (typeof asked !== 'object' || asked === null || !isText(path)) same[path] = asked
    else {
      for (const [operator, value] of Object.entries(asked)) {
        folded.push(foldedCondition(path, operator, value) ?? { [path]: { [operator]: value } })
      }
    }
  }
  return folded.length === 0 ? same : { and: Object.keys(same).length === 0 ? folded : [same, ...folded] }
}

interface Asked {
  collection?: CollectionSlug
  where?: Where
}

/** MongoDB's adapter, whose lists find a word in any of its writings (src/platform/folded-search.ts). */
export function foldedLists(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...adapter,
    init(given) {
      const db = adapter.init(given)
      const methods = db as unknown as Record<string, (asked: Asked, ...rest: unknown[]) => Promise<unknown>>
      const { payload } = given
      const isTextOf =
        (collection: CollectionSlug) =>
        (path: string): boolean => {
          const fields: FlattenedField[] | undefined = payload.collections[collection]?.config.flattenedFields
          if (!fields) return false
          const found = getFieldByPath({
            config: payload.config,
            fields,
            includeRelationships: true,
            path: path.replace(/^version\./, ''),
          })
          return texts.has(found?.field.type ?? '')
        }
      for (const name of asking) {
        const ask = methods[name]?.bind(db)
        if (!ask) throw new Error(`The database adapter has no ${name}.`)
        methods[name] = (asked, ...rest) => {
          const { collection, where } = asked
          if (!collection || !where) return ask(asked, ...rest)
          return ask({ ...asked, where: foldedWhere(where, isTextOf(collection)) }, ...rest)
        }
      }
      return db
    },
  }
}
