import type { Payload } from 'payload'
import { expressionsIn } from '@/platform/search/synonym-line'
import { asSystem } from '@/platform/system-payload'
import { mostSynonymLines } from '../domain/limits'

/** The synonyms that editors keep: the expressions of each meaning. */
export async function synonymLines(payload: Payload): Promise<string[][]> {
  const { docs } = await payload.find({
    collection: 'search-synonyms',
    sort: 'createdAt',
    limit: mostSynonymLines,
    pagination: false,
    depth: 0,
    select: { words: true },
    ...asSystem('read-public-content'),
  })
  return docs.map(({ words }) => expressionsIn(words))
}
