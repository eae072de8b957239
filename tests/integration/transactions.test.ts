import type { CollectionAfterChangeHook, Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
})
afterAll(() => stop())

/** A step at the end of a save that fails, as a full disk or a lost connection would have it. */
const failing: CollectionAfterChangeHook = () => {
  throw new Error('the last step of a save')
}
const hooks = () => payload.collections.pages.config.hooks.afterChange
afterEach(() => {
  const found = hooks().indexOf(failing)
  if (found >= 0) hooks().splice(found, 1)
})

// Payload turns transactions off and says nothing when the address names no replica set.
describe.runIf(env().databaseKind === 'mongodb' && inject('mongoHasTransactions'))('on a MongoDB server', () => {
  it('a save is a transaction', async () => {
    const id = await payload.db.beginTransaction()
    expect(id).toEqual(expect.any(String))
    await payload.db.rollbackTransaction(String(id))
  })

  it('a save whose last step fails leaves neither the document nor a version behind', async () => {
    const editor = await payload.create({
      collection: 'users',
      data: { name: 'هند', email: 'hind@example.test', password: 'a long enough password 1', roles: ['editor'] },
      ...asSystem('test-setup'),
    })
    const asEditor = { overrideAccess: false, user: { ...editor, collection: 'users' as const } }
    const { id } = await payload.create({
      collection: 'pages',
      data: { title: 'عن الجمعية', slug: 'about', _status: 'draft' },
      draft: true,
      ...asEditor,
    })
    const kept = async () => {
      const { docs } = await payload.findVersions({ collection: 'pages', depth: 0, ...asSystem('test-setup') })
      const { title } = await payload.findByID({ collection: 'pages', id, ...asSystem('test-setup') })
      return { title, versions: docs.map(({ version }) => version.title) }
    }
    const before = await kept()
    hooks().push(failing)
    await expect(
      payload.update({ collection: 'pages', id, data: { title: 'غيره' }, draft: false, ...asEditor }),
    ).rejects.toThrow('the last step of a save')
    expect(await kept()).toEqual(before)
  })
})
