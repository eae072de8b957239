import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

/** How a MongoDB server goes about one question that it was asked. */
export interface Plan {
  collection: string
  /** The index that it enters by, or null when it reads the whole collection. */
  index: string | null
  /** Whether it has to find and sort everything that fits before it can give the first row. */
  isSortedInMemory: boolean
  /** The question, for whoever reads a failing test. */
  question: string
}

type Filter = Readonly<Record<string, unknown>>
interface Question {
  collection: string
  method: string
  filter: Filter
  sort: Filter
}

const asFilter = (given: unknown): Filter => (typeof given === 'object' && given !== null ? (given as Filter) : {})
const sortOf = (options: unknown): Filter => asFilter(asFilter(options).sort)

/** Of a call to the driver the part that decides how rows are found; null for what finds none. */
function questionOf(collection: string, method: string, [first, second, third]: readonly unknown[]): Question | null {
  switch (method) {
    case 'find':
    case 'findOne':
    case 'countDocuments':
    case 'updateOne':
    case 'updateMany':
    case 'deleteOne':
    case 'deleteMany':
    case 'findOneAndDelete':
      return { collection, method, filter: asFilter(first), sort: sortOf(second) }
    case 'findOneAndUpdate':
      return { collection, method, filter: asFilter(first), sort: sortOf(third) }
    case 'distinct':
      return { collection, method, filter: asFilter(second), sort: {} }
    case 'aggregate': {
      const all = (first as readonly Filter[]) ?? []
      // What comes later works on rows that an earlier stage made.
      const made = all.findIndex((stage) => !('$match' in stage || '$sort' in stage))
      const stages = made === -1 ? all : all.slice(0, made)
      const match = stages.find((stage) => '$match' in stage)?.$match
      const sort = stages.find((stage) => '$sort' in stage)?.$sort
      return { collection, method, filter: asFilter(match), sort: asFilter(sort) }
    }
    default:
      return null
  }
}

/** What a field is held to: one or a few values, or a range. */
interface Bound {
  kind: 'point' | 'range'
  condition: unknown
}

const isNothing = (condition: unknown): boolean =>
  condition === null || ['{"$exists":false}', '{"$eq":null}', '{"$eq":""}', '""'].includes(JSON.stringify(condition))

function boundOf(condition: unknown): Bound | null {
  if (typeof condition !== 'object' || condition === null || condition instanceof Date || '_bsontype' in condition) {
    return { kind: 'point', condition }
  }
  const operators = asFilter(condition)
  if ('$eq' in operators) return { kind: 'point', condition: operators.$eq }
  // Each of the values is a point; the first stands for all.
  if (Array.isArray(operators.$in)) return { kind: 'point', condition: operators.$in[0] ?? null }
  return Object.keys(operators).some((name) => /^\$(gt|gte|lt|lte)$/.test(name)) ? { kind: 'range', condition } : null
}

/** What each field is held to, as MongoDB sees it once it has put the nested conditions into one row. */
function boundsOf(filter: Filter, bounds = new Map<string, Bound>()): Map<string, Bound> {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and') for (const inside of condition as Filter[]) boundsOf(inside, bounds)
    else if (field === '$or') {
      // Payload's "is empty" is three ways to have nothing in the same fields. Others narrow what was found.
      const branches = condition as Filter[]
      const names = [...new Set(branches.flatMap((branch) => Object.keys(branch)))]
      const isEmptiness = branches.every((branch) => names.every((name) => name in branch && isNothing(branch[name])))
      if (isEmptiness) for (const name of names) bounds.set(name, { kind: 'point', condition: null })
    } else if (!field.startsWith('$')) {
      const bound = boundOf(condition)
      if (bound && bounds.get(field)?.kind !== 'point') bounds.set(field, bound)
    }
  }
  return bounds
}

interface Index {
  name: string
  key: Readonly<Record<string, number>>
}

interface IndexUse {
  index: Index
  isInOrder: boolean
  /** The part of the question that the index answers by itself. */
  reduced: { filter: Filter; sort: Filter }
  score: number
}

/**
 * How an index serves a question: fields held to a point, then what it is sorted by or one range, as
 * MongoDB's manual has it ("equality, sort, range").
 * @returns null when it can't be entered by the index
 */
function indexUse({ filter, sort }: Question, index: Index): IndexUse | null {
  const bounds = boundsOf(filter)
  const fields = Object.entries(index.key)
  let points = 0
  while (bounds.get(fields[points]?.[0] ?? '')?.kind === 'point') points += 1
  const rest = fields.slice(points)
  const sorted = Object.entries(sort).map(([field, direction]) => ({
    field,
    isUp: direction === 1 || direction === 'asc',
  }))
  const turns = new Set(sorted.map(({ isUp }, at) => (rest[at]?.[1] === 1) === isUp))
  const isInOrder = turns.size <= 1 && sorted.every(({ field }, at) => rest[at]?.[0] === field)
  const next = rest[0]?.[0] ?? ''
  const range = bounds.get(next)
  if (points === 0 && !range && !(isInOrder && sorted.length > 0)) return null
  const held = [...fields.slice(0, points), ...(range ? [[next, 0] as const] : [])]
  return {
    index,
    isInOrder,
    reduced: {
      filter: Object.fromEntries(held.map(([field]) => [field, bounds.get(field)?.condition])),
      sort: held.length === 0 ? sort : {},
    },
    score: points * 4 + (isInOrder ? 3 : 0) + (range ? 1 : 0),
  }
}

/** The names of all stages of the plan that won. */
function stagesIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([name, inside]) =>
    name === 'stage' && typeof inside === 'string' ? [inside] : name === 'rejectedPlans' ? [] : stagesIn(inside),
  )
}

/** How the server goes about everything that `ask` asks of it, in every collection. */
export async function mongoPlansOf(payload: Payload, ask: () => Promise<unknown>): Promise<Plan[]> {
  const { connection } = payload.db as unknown as MongooseAdapter
  const questions: Question[] = []
  const listen = (asked: { collectionName: string; method: string; params: unknown[] }) => {
    const question = questionOf(asked.collectionName, asked.method, asked.params)
    if (question) questions.push(question)
  }
  connection.on('operation-start', listen)
  try {
    await ask()
  } finally {
    connection.off('operation-start', listen)
  }
  const database = connection.getClient().db(connection.name)
  const { secantusVersion } = await database.admin().command({ buildInfo: 1 })
  const isStandIn = secantusVersion !== undefined

  return Promise.all(
    questions.map(async (question): Promise<Plan> => {
      const { filter, sort } = question
      const collection = database.collection(question.collection)
      const indexes = (await collection.indexes()) as Index[]
      const [best] = indexes
        .map((index) => indexUse(question, index))
        .filter((found) => found !== null)
        .toSorted((left, right) => right.score - left.score)
      // SecantusDB's planner knows only questions that an index answers whole, so it is asked the part that does.
      const asked = isStandIn ? best?.reduced : { filter, sort }
      const stages = asked
        ? stagesIn(await collection.find(asked.filter, { sort: asked.sort as never }).explain('queryPlanner'))
        : ['COLLSCAN']
      const isScan = stages.includes('COLLSCAN')
      const hasOrder = Object.keys(sort).length > 0
      return {
        collection: question.collection,
        index: isScan ? null : (best?.index.name ?? stages.join(' ')),
        isSortedInMemory: hasOrder && (isStandIn ? !best?.isInOrder : stages.includes('SORT')),
        question: `${question.method} ${JSON.stringify(filter)} sorted by ${JSON.stringify(sort)}`,
      }
    }),
  )
}
