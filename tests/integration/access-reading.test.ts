import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DocumentSlug, documentRights } from '@/platform/rights'
import { asSystem } from '@/platform/system-payload'
import { marks, removeDocument, storeDocument, storedStates } from '../factories/documents'
import { people } from '../setup/people'
import { initially, may, type RightsWalk, startRightsWalk } from '../setup/rights-walk'

/** Who reads which text of a document with drafts: every role × way of reading × stored state, over REST. */

const slugs = Object.keys(documentRights) as DocumentSlug[]

let walk: RightsWalk

beforeAll(async () => {
  walk = await startRightsWalk()
}, 60_000)
afterAll(() => walk.stop())

type Row = Record<string, unknown> & { version?: Record<string, unknown> }

it.each(slugs)(
  '%s show drafts and versions to whom the table says, and what is published to everybody',
  async (slug) => {
    const { payload, rest, sample } = walk
    const { readDrafts } = documentRights[slug]
    const { marker } = sample[slug]
    const lines: string[] = []
    for (const state of storedStates) {
      const id = await storeDocument(payload, slug, sample[slug], state)
      const { docs } = await payload.findVersions({
        collection: slug,
        where: { parent: { equals: id } },
        sort: '-updatedAt',
        limit: 1,
        depth: 0,
        ...asSystem('test-setup'),
      })
      const newestVersion = docs[0]?.id
      const history = [...(state === 'published, newer draft' ? [marks.newer] : []), marks.now, marks.earlier]
      for (const person of people) {
        /** The texts that the answer holds, or its status. */
        const read = async (path: string): Promise<unknown[] | number> => {
          const { body, status } = await rest(person, 'GET', `/${slug}${path}`)
          const rows = (body.docs ?? [body]) as Row[]
          return status === 200 ? rows.map((row) => (row.version ?? row)[marker]) : status
        }
        const { newest, onSite } = initially(state)
        const isReader = may(person, readDrafts)
        const shown = isReader ? marks.now : onSite
        const newestShown = isReader ? newest : onSite
        const cells: [name: string, got: unknown, wanted: unknown][] = [
          ['list', await read(`?where[id][equals]=${id}`), shown ? [shown] : []],
          // Payload looks for what is published among the newest versions alone.
          [
            'list of drafts',
            await read(`?where[id][equals]=${id}&draft=true`),
            isReader || newest === onSite ? [newest] : [],
          ],
          ['one', await read(`/${id}`), shown ? [shown] : 404],
          ['its newest draft', await read(`/${id}?draft=true`), newestShown ? [newestShown] : 404],
          ['versions', await read(`/versions?where[parent][equals]=${id}&sort=-updatedAt`), isReader ? history : 403],
          ['a version', await read(`/versions/${newestVersion}?locale=ar`), isReader ? [newest] : 403],
        ]
        for (const [name, got, wanted] of cells) {
          if (JSON.stringify(got) === JSON.stringify(wanted)) continue
          lines.push(`${state}: ${name} by ${person}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`)
        }
      }
      await removeDocument(payload, slug, id)
    }
    expect(lines).toEqual([])
  },
  60_000,
)
