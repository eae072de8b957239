import path from 'node:path'
import { type Client, createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nonEmpty } from '../setup/non-empty'
import { publicPaths } from './setup/pages'
import { type RunningSite, startSite } from './setup/running-site'

/**
 * What a public page is made of fails, one collection after the other: nothing made without its data
 * is kept, and no "not found" takes the place of a page that was there.
 */

let site: RunningSite
let database: Client
let addresses: string[]

beforeAll(async () => {
  site = await startSite({ LOG_LEVEL: 'silent' })
  database = createClient({ url: `file:${path.join(site.dataDir, 'database.sqlite')}` })
  await database.execute('PRAGMA busy_timeout = 5000')
  addresses = (await publicPaths(site.url)).filter((address) => !address.includes('search?'))
})
afterAll(async () => {
  database.close()
  await site.remove()
})

const visit = async (address: string) => {
  const answer = await fetch(new URL(address, site.url))
  return { address, status: answer.status, text: await answer.text() }
}

const visitAll = async (which = addresses) => {
  const pages: Awaited<ReturnType<typeof visit>>[] = []
  for (const address of which) pages.push(await visit(address))
  return pages
}

/** Every page is to be made again, as after an edit. */
async function contentChanges(): Promise<void> {
  const { rows } = await database.execute(
    "UPDATE system_records SET value = value + 1 WHERE key = 'revision' RETURNING value",
  )
  await known(Number(rows[0]?.value))
}

async function known(revision: number): Promise<void> {
  const knownRevision = async () => {
    const ready = (await (await fetch(`${site.url}/readyz`)).json()) as { revision: number }
    return Number(ready.revision)
  }
  await expect.poll(knownRevision, { timeout: 10_000 }).toBeGreaterThanOrEqual(revision)
}

/** A table that can't be read: whatever asks for it fails, and whatever doesn't goes on. */
async function without(table: string, work: () => Promise<void>): Promise<void> {
  await database.execute('PRAGMA legacy_alter_table = ON')
  await database.execute(`ALTER TABLE ${table} RENAME TO hidden_${table}`)
  try {
    await work()
  } finally {
    await database.execute(`ALTER TABLE hidden_${table} RENAME TO ${table}`)
  }
}

const tables = [
  'services',
  'policies',
  'editions',
  'pages',
  'association',
  'navigation',
  'surveys',
  'inquiries',
  'media',
]

describe.each(tables)('while "%s" can not be read', (table) => {
  it('every page is the one from before, and whole again afterwards', async () => {
    await contentChanges()
    const before = await visitAll()
    await contentChanges()
    await without(table, async () => {
      for (const page of nonEmpty(await visitAll()))
        expect(page).toEqual(before.find(({ address }) => address === page.address))
    })
    for (const page of nonEmpty(await visitAll()))
      expect(page).toEqual(before.find(({ address }) => address === page.address))
  }, 120_000)
})

describe('a page that nobody had asked for before', () => {
  const unseen = ['/ar/contact/meet-staff', '/en/contact/meet-staff', '/ar/contact/no-such-service']

  it('is not "not found" because the list of services can not be read, and whole afterwards', async () => {
    // Nothing is remembered by a process that has just started.
    await site.stop()
    await site.start()
    await without('services', async () => {
      for (const { status, text } of nonEmpty(await visitAll(unseen))) {
        expect(status).not.toBe(404)
        expect(text).toContain('name="message"')
      }
    })
    const [arabic, english, none] = await visitAll(unseen)
    for (const page of [arabic, english]) {
      expect(page?.status).toBe(200)
      expect(page?.text).toMatch(/<option value="meet-staff" selected/)
    }
    expect(none?.status).toBe(404)
  })

  it('of something that may be there says that it can not be shown now, not that it is not there', async () => {
    await without('services', async () => {
      expect((await visit('/ar/services/no-such-service')).status).toBeGreaterThanOrEqual(500)
    })
    expect((await visit('/ar/services/no-such-service')).status).toBe(404)
  })
})
