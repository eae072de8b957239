import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Edition } from '@/payload-types'
import { editionSeed, policySeed, sectionsSeed } from './policy-texts'
import { type Seeding, seedWhole } from './seeding'

/** The association's one policy, approved as its edition 1. Does nothing where it is already there. */
export const seedPolicies = (payload: Payload): Promise<void> => seedWhole(payload, seedPolicy)

async function seedPolicy(seeding: Seeding): Promise<void> {
  const { payload, system } = seeding
  const policy = (await findPolicyId(seeding)) ?? (await createPolicy(seeding))
  const edition = await findEdition(seeding, policy)
  if (edition?._status === 'published') return
  // A seeding that was killed between its writes left a draft: start the edition again.
  if (edition) await payload.delete({ collection: 'editions', id: edition.id, ...system() })
  await createEdition(seeding, policy)
}

async function findPolicyId({ payload, system }: Seeding): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'policies',
    where: { slug: { equals: policySeed.slug } },
    limit: 1,
    depth: 0,
    pagination: false,
    ...system(),
  })
  const policy = docs[0]
  if (policy && policy._status !== 'published')
    await payload.delete({ collection: 'policies', id: policy.id, ...system() })
  return policy?._status === 'published' ? policy.id : null
}

async function createPolicy({ payload, system }: Seeding): Promise<string> {
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
    ...system(),
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
    ...system(),
  })
  return id
}

async function findEdition({ payload, system }: Seeding, policy: string): Promise<Edition | null> {
  const { docs } = await payload.find({
    collection: 'editions',
    where: { and: [{ policy: { equals: policy } }, { number: { equals: editionSeed.number } }] },
    limit: 1,
    depth: 0,
    pagination: false,
    ...system(),
  })
  return docs[0] ?? null
}

/** The scanner's text unchanged, for comparison. */
async function sourceTextId({ payload, system }: Seeding): Promise<string> {
  const name = `${policySeed.slug}.scan.ar.txt`
  const { docs } = await payload.find({
    collection: 'media',
    where: { originalName: { equals: name } },
    limit: 1,
    depth: 0,
    pagination: false,
    ...system(),
  })
  if (docs[0]) return docs[0].id
  const data = await readFile(path.resolve('src/seed/files', name))
  const file = await payload.create({
    collection: 'media',
    data: {},
    file: { name, data, size: data.byteLength, mimetype: 'text/plain' },
    ...system(),
  })
  return file.id
}

async function createEdition(seeding: Seeding, policy: string): Promise<void> {
  const { payload, system } = seeding
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
      sourceText: await sourceTextId(seeding),
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
    ...system(),
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
    ...system(),
  })
  // The board approved it; the system publishes on its behalf, with the seed as its reason.
  await payload.update({
    collection: 'editions',
    id: draft.id,
    locale: 'ar',
    data: { _status: 'published' },
    ...system(),
  })
}
