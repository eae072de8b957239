import { isDeepStrictEqual } from 'node:util'
import type { CollectionSlug, Payload, Where } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { englishCorrections } from './english-corrections'
import { policySeed, sectionsSeed } from './policy-texts'

const system = asSystem('seed')

/**
 * The same value with every string that an earlier seed wrote replaced by today's. Anything an editor
 * changed differs from the earlier sentence and stays as it is.
 */
export function corrected<T>(value: T, corrections: ReadonlyMap<string, string> = englishCorrections): T {
  if (typeof value === 'string') return (corrections.get(value) ?? value) as T
  if (Array.isArray(value)) return value.map((item) => corrected(item, corrections)) as T
  if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, corrected(item, corrections)])) as T
  }
  return value
}

/** The fields of each collection that hold seeded sentences, and the documents that came from the seed. */
const seeded: readonly { collection: CollectionSlug; fields: readonly string[]; where: Where }[] = [
  { collection: 'policies', fields: ['brief'], where: { slug: { equals: policySeed.slug } } },
  {
    collection: 'services',
    fields: ['summary', 'steps'],
    where: { slug: { in: ['meet-staff', 'registration'] } },
  },
  { collection: 'surveys', fields: ['questions'], where: { slug: { equals: 'how-we-served-you' } } },
]

/**
 * Brings corrected English sentences to a database that was seeded with earlier ones: the courtesy
 * translation of the policy's first edition, its summary, sentences of two services and the ends of a scale.
 * A document with unpublished changes is left alone, because writing it would publish them, and so is
 * a survey that people have answered.
 */
export async function correctEnglish(payload: Payload): Promise<void> {
  for (const { collection, fields, where } of seeded) {
    const { docs } = await payload.find({
      collection,
      where,
      draft: true,
      locale: 'en',
      fallbackLocale: false,
      depth: 0,
      limit: 5,
      pagination: false,
      ...system,
    })
    for (const doc of docs as { id: string; _status?: string }[]) {
      if (doc._status !== 'published') continue
      if (collection === 'surveys' && (await isAnswered(payload, doc.id))) continue
      const before = Object.fromEntries(fields.map((field) => [field, Reflect.get(doc, field)]))
      const data = corrected(before)
      if (isDeepStrictEqual(before, data)) continue
      await payload.update({ collection, id: doc.id, locale: 'en', data: { ...data, _status: 'published' }, ...system })
    }
  }
  await correctFirstEdition(payload)
}

async function isAnswered(payload: Payload, survey: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'survey-responses',
    where: { survey: { equals: survey } },
    ...system,
  })
  return totalDocs > 0
}

/** The approved Arabic stays as it is; the translation beside it and the list of doubtful readings are ours. */
async function correctFirstEdition(payload: Payload): Promise<void> {
  const { docs: policies } = await payload.find({
    collection: 'policies',
    where: { slug: { equals: policySeed.slug } },
    depth: 0,
    limit: 1,
    pagination: false,
    ...system,
  })
  const policy = policies[0]?.id
  if (!policy) return
  const { docs } = await payload.find({
    collection: 'editions',
    where: { and: [{ policy: { equals: policy } }, { number: { equals: 1 } }, { _status: { equals: 'published' } }] },
    locale: 'en',
    fallbackLocale: false,
    depth: 0,
    limit: 1,
    pagination: false,
    ...system,
  })
  const edition = docs[0]
  if (!edition) return
  const seededClauses = sectionsSeed.flatMap(({ clauses }) => clauses)
  const sections = corrected(edition.sections ?? []).map((section) => ({
    ...section,
    clauses: (section.clauses ?? []).map((clause) => {
      const known = seededClauses.find(({ en }) => en === clause.text)?.doubts ?? []
      const noted = new Set((clause.doubts ?? []).map(({ word }) => word))
      return { ...clause, doubts: [...(clause.doubts ?? []), ...known.filter(({ word }) => !noted.has(word))] }
    }),
  }))
  if (isDeepStrictEqual(sections, edition.sections)) return
  await payload.update({
    collection: 'editions',
    id: edition.id,
    locale: 'en',
    data: { sections, _status: 'published' },
    ...system,
  })
}
