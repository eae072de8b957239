import path from 'node:path'
import Database from 'libsql'
import type { CollectionSlug, Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { env } from '@/platform/env'
import { Connection } from '@/platform/sqlite/connection'
import { kindOf } from '@/platform/sqlite/statement-kind'
import { asSystem } from '@/platform/system-payload'
import { seedPolicies } from '@/seed/policies'
import { marks, samples, storeDocument } from '../factories/documents'
import { startPayload } from '../setup/payload'
import { type Answer, type Rest, signInAll } from '../setup/people'

/**
 * Every kind of save is cut short at each of its statements, its COMMIT among them, until it comes
 * through uncut: what the database holds is what it held before, or all of the save.
 */
const test = asSystem('test-setup')

let payload: Payload
let stop: () => Promise<void>
let rest: Rest
let policy: string
/** Another process, which sees what is committed and nothing else. */
let observer: Database.Database

const isSqlite = process.env.TEST_DATABASE_KIND === 'sqlite'

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  if (!isSqlite) return
  ;({ rest } = await signInAll(payload))
  await seedPolicies(payload)
  const { docs } = await payload.find({ collection: 'policies', limit: 1, depth: 0, ...test })
  policy = String(docs[0]?.id)
  observer = new Database(path.join(env().dataDir, 'database.sqlite'))
})
afterAll(async () => {
  observer?.close()
  await stop()
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Rises with every commit of others. */
const commits = () => (observer.prepare('PRAGMA data_version').all([])[0] as { data_version: number }).data_version

/** Fails at the statement of this number; the last of a save is its COMMIT. */
function failAt(number: number) {
  const state = { count: 0, hasFailed: false }
  let isOfSystem = false
  const step = () => {
    // What follows a save (the revision), or counts whoever sends it.
    if (isOfSystem) return
    state.count += 1
    if (state.count !== number) return
    state.hasFailed = true
    throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' })
  }
  const { run, execute } = Connection.prototype
  vi.spyOn(Connection.prototype, 'run').mockImplementation(function (this: Connection, sql, args) {
    if (kindOf(sql) === 'write') {
      isOfSystem = sql.includes('"system_records"')
      step()
    }
    return run.call(this, sql, args)
  })
  vi.spyOn(Connection.prototype, 'execute').mockImplementation(function (this: Connection, sql) {
    if (sql === 'COMMIT') step()
    return execute.call(this, sql)
  })
  return state
}

/** @returns how many statements the save took */
async function cutShortEverywhere(save: () => Promise<Answer>): Promise<number> {
  for (let number = 1; ; number += 1) {
    const before = commits()
    const state = failAt(number)
    const { status, body } = await save()
    vi.restoreAllMocks()
    if (!state.hasFailed) {
      expect(status, JSON.stringify(body)).toBeLessThan(300)
      expect(commits()).toBeGreaterThan(before)
      return number - 1
    }
    expect(status, `cut short at statement ${number}`).toBeGreaterThanOrEqual(400)
    expect(commits(), `something of it was kept at statement ${number}`).toBe(before)
  }
}

type DocumentSlug = keyof ReturnType<typeof samples>
const documents = ['pages', 'services', 'policies', 'editions', 'surveys'] as const satisfies readonly DocumentSlug[]

// Pages have three places; each test makes room for its own.
const clear = async (collection: CollectionSlug) => {
  if (collection !== 'pages') return
  await payload.db.deleteVersions({ collection, where: { id: { exists: true } } })
  await payload.db.deleteMany({ collection, where: { id: { exists: true } } })
}

const store = async (collection: DocumentSlug, state: 'draft' | 'published' | 'published, newer draft') => {
  await clear(collection)
  return storeDocument(payload, collection, samples(policy)[collection], state)
}
const body = (collection: DocumentSlug, changed: object = {}) => ({
  ...samples(policy)[collection].body('new words'),
  ...changed,
})

describe.runIf(isSqlite).each(documents)('of %s', (collection) => {
  const { marker } = samples('')[collection]
  const change = { [marker]: 'other words' }

  it('making a draft', async () => {
    await clear(collection)
    const data = body(collection)
    const save = () => rest('administrator', 'POST', `/${collection}?depth=0&draft=true&locale=ar`, data)
    expect(await cutShortEverywhere(save)).toBeGreaterThan(4)
  })

  it('saving a draft', async () => {
    const id = await store(collection, 'draft')
    const save = () => rest('administrator', 'PATCH', `/${collection}/${id}?depth=0&draft=true&locale=ar`, change)
    expect(await cutShortEverywhere(save)).toBeGreaterThan(3)
  })

  it('publishing', async () => {
    const id = await store(collection, 'draft')
    const data = { ...change, _status: 'published' }
    const save = () => rest('administrator', 'PATCH', `/${collection}/${id}?depth=0&locale=ar`, data)
    expect(await cutShortEverywhere(save)).toBeGreaterThan(4)
  })

  it('restoring an earlier version', async () => {
    const id = await store(collection, 'draft')
    const { docs } = await payload.findVersions({
      collection,
      where: { and: [{ parent: { equals: id } }, { [`version.${marker}`]: { equals: marks.earlier } }] },
      locale: 'ar',
      limit: 1,
      ...test,
    })
    const save = () =>
      rest('administrator', 'POST', `/${collection}/versions/${docs[0]?.id}?depth=0&draft=true&locale=ar`)
    expect(await cutShortEverywhere(save)).toBeGreaterThan(3)
  })

  it('changing several at once', async () => {
    const ids = [await store(collection, 'draft')]
    if (collection !== 'pages') ids.push(await store(collection, 'draft'))
    const address = `/${collection}?depth=0&draft=true&locale=ar&where[id][in]=${ids.join(',')}`
    const save = () => rest('administrator', 'PATCH', address, change)
    expect(await cutShortEverywhere(save)).toBeGreaterThan(3)
  })

  // Nobody deletes a page.
  it.skipIf(collection === 'pages')('deleting', async () => {
    const id = await store(collection, 'draft')
    const save = () => rest('administrator', 'DELETE', `/${collection}/${id}`)
    expect(await cutShortEverywhere(save)).toBeGreaterThan(1)
    const left = observer.prepare(`SELECT * FROM ${`_${collection}_v`} WHERE parent_id = ?`).all([id])
    expect(left).toEqual([])
  })

  it.skipIf(collection === 'pages')('deleting several at once', async () => {
    const ids = [await store(collection, 'draft')]
    ids.push(await store(collection, 'draft'))
    const save = () => rest('administrator', 'DELETE', `/${collection}?depth=0&where[id][in]=${ids.join(',')}`)
    expect(await cutShortEverywhere(save)).toBeGreaterThan(1)
  })

  it.skipIf(collection === 'pages' || collection === 'surveys')('duplicating', async () => {
    const id = await store(collection, 'draft')
    const data = { slug: `copy-of-${collection}`, number: 77, _status: 'draft' }
    const save = () => rest('administrator', 'POST', `/${collection}/${id}/duplicate?depth=0&locale=ar`, data)
    expect(await cutShortEverywhere(save)).toBeGreaterThan(3)
  })
})

describe.runIf(isSqlite)('of what has no drafts', () => {
  it('the association and the navigation', async () => {
    const association = () =>
      rest('administrator', 'POST', '/globals/association?depth=0&locale=ar', { name: 'جمعية', description: 'تعريف' })
    expect(await cutShortEverywhere(association)).toBeGreaterThan(2)
    const navigation = () =>
      rest('administrator', 'POST', '/globals/navigation?depth=0&locale=ar', {
        header: [{ page: 'services' }, { page: 'about' }],
      })
    expect(await cutShortEverywhere(navigation)).toBeGreaterThan(2)
  })

  it('a member of staff, with roles', async () => {
    const account = { email: 'cut@example.org', password: 'four words to remember' }
    const make = () =>
      rest('administrator', 'POST', '/users', { name: 'هند', roles: ['editor', 'approver'], ...account })
    expect(await cutShortEverywhere(make)).toBeGreaterThan(2)
    const { docs } = await payload.find({ collection: 'users', where: { email: { equals: account.email } }, ...test })
    const id = docs[0]?.id
    const change = () => rest('administrator', 'PATCH', `/users/${id}`, { roles: ['auditor', 'case-officer'] })
    expect(await cutShortEverywhere(change)).toBeGreaterThan(2)
    const remove = () => rest('administrator', 'DELETE', `/users/${id}`)
    expect(await cutShortEverywhere(remove)).toBeGreaterThan(1)
  })

  it('a department, with its languages', async () => {
    const make = () => rest('administrator', 'POST', '/departments?depth=0&locale=ar', { name: 'قسم', slug: 'cut' })
    expect(await cutShortEverywhere(make)).toBeGreaterThan(1)
  })

  // A failed sign-in writes the whole account, outside of every transaction of Payload's.
  it('a row that is written past Payload’s transactions', async () => {
    const { docs } = await payload.find({ collection: 'users', where: { roles: { in: ['editor'] } }, ...test })
    const [user] = docs
    const write = async (): Promise<Answer> => {
      try {
        await payload.db.updateOne({
          collection: 'users',
          id: String(user?.id),
          data: { ...user, name: 'هند' },
          returning: false,
        })
        return { status: 200, body: {} }
      } catch {
        return { status: 500, body: {} }
      }
    }
    expect(await cutShortEverywhere(write)).toBeGreaterThan(2)
  })
})
