import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Edition } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { editionSeed, policySeed, sectionsSeed } from './policy-texts'

const system = asSystem('seed')

/** The association's one policy, approved as its edition 1. Does nothing where it is already there. */
export async function seedPolicies(payload: Payload): Promise<void> {
  const policy = (await findPolicyId(payload)) ?? (await createPolicy(payload))
  const edition = await findEdition(payload, policy)
  if (edition?._status === 'published') return
  // A seeding that was killed between its writes left a draft: start the edition anew.
  if (edition) await payload.delete({ collection: 'editions', id: edition.id, ...system })
  await createEdition(payload, policy)
}

async function findPolicyId(payload: Payload): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'policies',
    where: { slug: { equals: policySeed.slug } },
    limit: 1,
    depth: 0,
    pagination: false,
    ...system,
  })
  const policy = docs[0]
  if (policy && policy._status !== 'published')
    await payload.delete({ collection: 'policies', id: policy.id, ...system })
  return policy?._status === 'published' ? policy.id : null
}

async function createPolicy(payload: Payload): Promise<string> {
  const { slug, title, category, audiences, brief } = policySeed
  const { id, brief: rows } = await payload.create({
    collection: 'policies',
    locale: 'ar',
    draft: true,
    data: {
      slug,
      title: title.ar,
      category,
      audiences: [...audiences],
      brief: brief.map(({ anchor, ar }) => ({ anchor, sentence: ar })),
    },
    ...system,
  })
  await payload.update({
    collection: 'policies',
    id,
    locale: 'en',
    data: {
      title: title.en,
      brief: (rows ?? []).map((row, index) => ({ ...row, sentence: brief[index]?.en ?? row.sentence })),
      _status: 'published',
    },
    ...system,
  })
  return id
}

async function findEdition(payload: Payload, policy: string): Promise<Edition | null> {
  const { docs } = await payload.find({
    collection: 'editions',
    where: { and: [{ policy: { equals: policy } }, { number: { equals: editionSeed.number } }] },
    limit: 1,
    depth: 0,
    pagination: false,
    ...system,
  })
  return docs[0] ?? null
}

/** The scanner's text as it came, for whoever wants to compare. */
async function sourceTextId(payload: Payload): Promise<string> {
  const name = `${policySeed.slug}.scan.ar.txt`
  const { docs } = await payload.find({
    collection: 'media',
    where: { originalName: { equals: name } },
    limit: 1,
    depth: 0,
    pagination: false,
    ...system,
  })
  if (docs[0]) return docs[0].id
  const data = await readFile(path.resolve('src/seed/files', name))
  const file = await payload.create({
    collection: 'media',
    data: {},
    file: { name, data, size: data.byteLength, mimetype: 'text/plain' },
    ...system,
  })
  return file.id
}

async function createEdition(payload: Payload, policy: string): Promise<void> {
  const { number, decision, coverYear, translationNote, errata } = editionSeed
  const draft = await payload.create({
    collection: 'editions',
    locale: 'ar',
    draft: true,
    data: {
      policy,
      number,
      decision: { ...decision },
      coverYear: { ...coverYear },
      translationNote: translationNote.ar,
      errata: errata.map((erratum) => ({ ...erratum })),
      sourceText: await sourceTextId(payload),
      sections: sectionsSeed.map(({ kind, heading, clauses }) => ({
        kind,
        heading: heading?.ar ?? null,
        clauses: clauses.map(({ ar, number: printed, doubts }) => ({
          text: ar,
          number: printed ?? null,
          doubts: doubts ?? [],
        })),
      })),
    },
    ...system,
  })
  await payload.update({
    collection: 'editions',
    id: draft.id,
    locale: 'en',
    draft: true,
    data: {
      translationNote: translationNote.en,
      sections: (draft.sections ?? []).map((section, s) => ({
        ...section,
        heading: sectionsSeed[s]?.heading?.en ?? null,
        clauses: (section.clauses ?? []).map((clause, c) => ({
          ...clause,
          text: sectionsSeed[s]?.clauses[c]?.en ?? null,
        })),
      })),
    },
    ...system,
  })
  // The board approved it; the system publishes on its behalf, with the seed as its reason.
  await payload.update({
    collection: 'editions',
    id: draft.id,
    locale: 'ar',
    data: { _status: 'published' },
    ...system,
  })
}
