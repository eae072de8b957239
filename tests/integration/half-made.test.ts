import type { CollectionSlug, Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findHalfMade, noteWholeSaves, wipeFreePages } from '@/platform/database'
import { readRevision } from '@/platform/revision'
import type { HalfMade } from '@/platform/sqlite/half-made'
import { describeRemedy, repairHalfMade, describe as sentence } from '@/platform/sqlite/repair'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { type StoredState, samples, storeDocument, storedStates } from '../factories/documents'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'
import { type Rest, signInAll } from '../setup/people'

const test = asSystem('test-setup')
const isSqlite = process.env.TEST_DATABASE_KIND === 'sqlite'

let payload: Payload
let stop: () => Promise<void>
let policy: string
let rest: Rest

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  await runSeeds(payload)
  ;({ rest } = await signInAll(payload))
  const { docs } = await payload.find({ collection: 'policies', limit: 1, depth: 0, ...test })
  policy = String(docs[0]?.id)
})
afterAll(() => stop())

const sql = async (statement: string) => {
  const { client } = payload.db as unknown as { client: { executeMultiple(sql: string): Promise<void> } }
  await client.executeMultiple(statement)
}
const rowsOf = async (statement: string) => {
  const { client } = payload.db as unknown as {
    client: { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> }
  }
  return (await client.execute(statement)).rows
}

type Kept = Exclude<keyof ReturnType<typeof samples>, 'pages'>
const store = (collection: Kept, state: StoredState) =>
  storeDocument(payload, collection, samples(policy)[collection], state)

const brief = (half: HalfMade) =>
  half.kind === 'document'
    ? [half.kind, half.collection, half.id, half.lacks, half.remedy.do]
    : half.kind === 'version'
      ? [half.kind, half.collection, half.document, half.lacks]
      : half.kind === 'global'
        ? [half.kind, half.slug]
        : [half.kind, half.table, half.count]

const newestVersion = async (collection: CollectionSlug, parent: string) => {
  const { docs } = await payload.findVersions({
    collection,
    where: { parent: { equals: parent } },
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    ...test,
  })
  return String(docs[0]?.id)
}

/** Finds it, repairs it, and finds nothing any more. */
async function expectRepaired(expected: unknown[][]) {
  const halves = await findHalfMade(payload)
  expect(halves.map(brief)).toEqual(expected)
  for (const half of nonEmpty(halves)) {
    expect(sentence(half).length).toBeGreaterThan(10)
    expect(describeRemedy(half).length).toBeGreaterThan(5)
  }
  const before = await readRevision(payload)
  await repairHalfMade(payload, halves)
  expect(await findHalfMade(payload)).toEqual([])
  expect(await readRevision(payload)).toBeGreaterThan(before)
}

describe.runIf(isSqlite)('what saves of earlier versions left', () => {
  it('is nothing where all are whole: seeded, drafts, published, with newer drafts, and lists that were emptied', async () => {
    for (const collection of ['policies', 'services', 'editions', 'surveys'] as const) {
      for (const state of storedStates) await store(collection, state)
    }
    const emptied = await store('services', 'published')
    await payload.update({ collection: 'services', id: emptied, data: { channels: [] }, locale: 'ar', ...test })
    expect((await findHalfMade(payload)).map(brief)).toEqual([])
  })

  it('is not what somebody emptied once saves are whole', async () => {
    await noteWholeSaves(payload)
    const id = await store('surveys', 'published')
    await payload.db.updateOne({
      collection: 'surveys',
      id,
      data: { questions: [], updatedAt: new Date().toISOString() },
    })
    expect(await findHalfMade(payload)).toEqual([])
    await payload.db.deleteMany({ collection: 'system-records', where: { key: { equals: 'whole-saves-since' } } })
    await expectRepaired([['document', 'surveys', id, 'rows', 'restore']])
  })

  it('as a published edition without text, of which no version was written, becomes a draft that can be deleted', async () => {
    const id = await store('editions', 'published')
    await sql(
      `DELETE FROM _editions_v WHERE parent_id = '${id}'; DELETE FROM editions_sections WHERE _parent_id = '${id}'`,
    )
    await expectRepaired([['document', 'editions', id, 'versions', 'keepAsDraft']])
    expect((await rest('editor', 'DELETE', `/editions/${id}`)).status).toBe(200)
    expect(await rowsOf(`SELECT id FROM editions WHERE id = '${id}'`)).toEqual([])
  })

  it('as a document without words and without a version is removed', async () => {
    const id = await store('services', 'published')
    await sql(
      `DELETE FROM _services_v WHERE parent_id = '${id}'; DELETE FROM services_locales WHERE _parent_id = '${id}'`,
    )
    await expectRepaired([['document', 'services', id, 'texts', 'delete']])
    expect(await rowsOf(`SELECT id FROM services WHERE id = '${id}'`)).toEqual([])
  })

  it('as a published survey that lost its questions in a change has them again', async () => {
    const id = await store('surveys', 'published')
    const read = () => payload.findByID({ collection: 'surveys', id, locale: 'ar', depth: 0, draft: false, ...test })
    const { questions } = await read()
    await sql(`DELETE FROM surveys_questions WHERE _parent_id = '${id}'`)
    expect((await read()).questions).toEqual([])
    await expectRepaired([['document', 'surveys', id, 'rows', 'restore']])
    expect((await read()).questions).toEqual(questions)
  })

  it('as a service without its words has them again', async () => {
    const id = await store('services', 'published')
    const read = () => payload.findByID({ collection: 'services', id, locale: 'ar', depth: 0, ...test })
    const { title } = await read()
    await sql(`DELETE FROM services_locales WHERE _parent_id = '${id}'`)
    await expectRepaired([['document', 'services', id, 'texts', 'restore']])
    expect((await read()).title).toBe(title)
  })

  it('as a whole document without a version gets one', async () => {
    const id = await store('services', 'draft')
    await sql(`DELETE FROM _services_v WHERE parent_id = '${id}'`)
    await expectRepaired([['document', 'services', id, 'versions', 'keepAsVersion']])
    expect((await payload.findByID({ collection: 'services', id, locale: 'ar', draft: true, ...test })).title).toBe(
      'now',
    )
  })

  it.each([
    ['texts', 'services', '_services_v_locales'],
    ['rows', 'editions', '_editions_v_version_sections'],
  ] as const)(
    'as a newest version without its %s is removed, and the one before it counts',
    async (lacks, slug, table) => {
      const id = await store(slug, 'draft')
      const newest = await newestVersion(slug, id)
      await sql(`DELETE FROM ${table} WHERE _parent_id = '${newest}'`)
      await expectRepaired([['version', slug, id, lacks]])
      const after = await newestVersion(slug, id)
      expect(after).not.toBe(newest)
      const [row] = await rowsOf(`SELECT latest FROM _${slug}_v WHERE id = '${after}'`)
      expect(row).toMatchObject({ latest: 1 })
    },
  )

  it('as a menu that lost its lines has them again', async () => {
    const save = (header: { page: 'services' | 'about' }[]) =>
      payload.updateGlobal({ slug: 'navigation', data: { header }, locale: 'ar', overrideAccess: true })
    await save([{ page: 'services' }, { page: 'about' }])
    await sql('DELETE FROM navigation_header')
    await expectRepaired([['global', 'navigation']])
    const { header } = await payload.findGlobal({ slug: 'navigation', locale: 'ar', depth: 0, ...test })
    expect(header?.map(({ page }) => page)).toEqual(['services', 'about'])
  })

  it('as rows that belong to nothing are removed', async () => {
    const id = await store('services', 'draft')
    await sql(
      `PRAGMA foreign_keys = OFF; UPDATE services_locales SET _parent_id = 'nobody' WHERE _parent_id = '${id}' AND _locale = 'en'; PRAGMA foreign_keys = ON`,
    )
    await expectRepaired([['rows', 'services_locales', 1]])
  })
})

describe.runIf(isSqlite)('pages that hold what was deleted before', () => {
  it('are wiped once in the database’s life', async () => {
    await payload.db.deleteMany({ collection: 'system-records', where: { key: { equals: 'secure-delete' } } })
    await sql(
      `PRAGMA secure_delete = OFF; CREATE TABLE passing (word TEXT); INSERT INTO passing WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT 'a word of somebody ' || i FROM n; DROP TABLE passing`,
    )
    expect(await wipeFreePages(payload)).toBe(true)
    expect(await rowsOf('PRAGMA freelist_count')).toMatchObject([{ freelist_count: 0 }])
    expect(await wipeFreePages(payload)).toBe(false)
  })
})

describe.skipIf(isSqlite)('on MongoDB', () => {
  it('there is nothing to find', async () => {
    expect(await findHalfMade(payload)).toEqual([])
    expect(await wipeFreePages(payload)).toBe(false)
  })
})
