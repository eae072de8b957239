import { existsSync, readdirSync, utimesSync } from 'node:fs'
import path from 'node:path'
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionSlug,
  type Payload,
  type Where,
} from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { jobs } from '@/jobs'
import type { Media } from '@/payload-types'
import { env } from '@/platform/env'
import { readRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'
import { startPayload } from '../setup/payload'
import { type Rest, signInAll } from '../setup/people'

let payload: Payload
let stop: () => Promise<void>
let rest: Rest

const test = asSystem('test-setup')
const mediaDir = path.join(env().dataDir, 'media')
const heldDir = path.join(mediaDir, '.held')

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  ;({ rest } = await signInAll(payload))
})
afterAll(() => stop())

/** Adds a hook for one test. */
const added: (() => void)[] = []
function addHook<Hook>(collection: CollectionSlug, kind: 'beforeChange' | 'beforeDelete' | 'afterChange', hook: Hook) {
  const hooks = payload.collections[collection].config.hooks[kind] as Hook[]
  hooks.push(hook)
  added.push(() => hooks.splice(hooks.indexOf(hook), 1))
}
afterEach(() => {
  for (const remove of added.splice(0)) remove()
})

const refused = () => new APIError('refused by a rule', 409, null, true)
const held = () => (existsSync(heldDir) ? readdirSync(heldDir) : [])

let count = 0
const department = async (name: string) => {
  count += 1
  const { id } = await payload.create({
    collection: 'departments',
    data: { name, slug: `d-${count}` },
    locale: 'ar',
    ...test,
  })
  return id
}

const file = async (text: string): Promise<Media> =>
  payload.create({
    collection: 'media',
    data: {},
    file: { name: 'note.txt', data: Buffer.from(text), mimetype: 'text/plain', size: text.length },
    ...test,
  })
const stored = () =>
  readdirSync(mediaDir)
    .filter((name) => !name.startsWith('.'))
    .sort()
const inPlace = ({ filename }: Media) => existsSync(path.join(mediaDir, filename ?? ''))

const hasTransactions = env().databaseKind === 'sqlite' || inject('mongoHasTransactions')

describe.runIf(hasTransactions)('a command over several documents', () => {
  it('changes none of them when one is refused, and says why and that nothing has changed', async () => {
    const ids = [await department('one'), await department('two'), await department('three')]
    const hook: CollectionBeforeChangeHook = ({ originalDoc, data }) => {
      if (originalDoc?.id === ids[1]) throw refused()
      return data
    }
    addHook('departments', 'beforeChange', hook)
    const address = `/departments?locale=ar&where[id][in]=${ids.join(',')}`
    const { status, body } = await rest('administrator', 'PATCH', address, { email: 'all@example.org' })
    expect(status).toBe(400)
    expect(body).toMatchObject({ docs: [], errors: [{ id: ids[1] }] })
    expect(JSON.stringify(body)).toContain('refused by a rule Nothing that was selected has changed')
    for (const id of ids) {
      expect((await payload.findByID({ collection: 'departments', id, ...test })).email ?? null).toBeNull()
    }
  })

  it('changes none of them when an operation inside of one fails, which rolls the transaction back', async () => {
    const ids = [await department('one'), await department('two'), await department('three')]
    const hook: CollectionBeforeChangeHook = async ({ originalDoc, data, req }) => {
      if (originalDoc?.id === ids[0]) await req.payload.findByID({ collection: 'pages', id: 'none', req })
      return data
    }
    addHook('departments', 'beforeChange', hook)
    const address = `/departments?locale=ar&where[id][in]=${ids.join(',')}`
    const { status, body } = await rest('administrator', 'PATCH', address, { email: 'all@example.org' })
    expect(status).toBe(400)
    expect(body).toMatchObject({ docs: [], errors: [{ id: ids[0] }] })
    expect(JSON.stringify(body)).toContain('Nothing that was selected has changed')
    const where: Where = { and: [{ id: { in: ids } }, { email: { equals: 'all@example.org' } }] }
    expect((await payload.count({ collection: 'departments', where, ...test })).totalDocs).toBe(0)
  })

  it('fails when an operation inside of one fails and is passed over', async () => {
    const ids = [await department('one'), await department('two')]
    const hook: CollectionBeforeChangeHook = async ({ originalDoc, data, req }) => {
      const none = { collection: 'pages', id: 'none', req } as const
      if (originalDoc?.id === ids[0]) await req.payload.findByID(none).catch(() => undefined)
      return data
    }
    addHook('departments', 'beforeChange', hook)
    const address = `/departments?locale=ar&where[id][in]=${ids.join(',')}`
    expect((await rest('administrator', 'PATCH', address, { email: 'all@example.org' })).status).toBe(400)
    const where: Where = { and: [{ id: { in: ids } }, { email: { equals: 'all@example.org' } }] }
    expect((await payload.count({ collection: 'departments', where, ...test })).totalDocs).toBe(0)
  })

  it('changes all of them when none is refused', async () => {
    const ids = [await department('one'), await department('two')]
    const address = `/departments?locale=ar&where[id][in]=${ids.join(',')}`
    const { status } = await rest('administrator', 'PATCH', address, { email: 'all@example.org' })
    expect(status).toBe(200)
    for (const id of ids) {
      expect((await payload.findByID({ collection: 'departments', id, ...test })).email).toBe('all@example.org')
    }
  })

  it('deletes none of them when one is refused, and says so in Arabic to whoever reads Arabic', async () => {
    const ids = [await department('one'), await department('two')]
    const hook: CollectionBeforeDeleteHook = ({ id }) => {
      if (id === ids[1]) throw refused()
    }
    addHook('departments', 'beforeDelete', hook)
    const address = `/departments?where[id][in]=${ids.join(',')}`
    const { status, body } = await rest('administrator', 'DELETE', address, null, 'ar')
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('لم يتغير شيء من المحدد')
    const { totalDocs } = await payload.count({ collection: 'departments', where: { id: { in: ids } }, ...test })
    expect(totalDocs).toBe(2)
  })
})

describe.runIf(hasTransactions)('a file', () => {
  it('is there again when the command that deletes it and others is refused', async () => {
    const files = [await file('one'), await file('two')]
    const hook: CollectionBeforeDeleteHook = ({ id }) => {
      if (id === files[1]?.id) throw refused()
    }
    addHook('media', 'beforeDelete', hook)
    const address = `/media?where[id][in]=${files.map(({ id }) => id).join(',')}`
    expect((await rest('administrator', 'DELETE', address)).status).toBe(400)
    expect(files.map(inPlace)).toEqual([true, true])
    expect(held()).toEqual([])
  })

  it('is gone with its row when nothing refuses', async () => {
    const deleted = await file('one')
    expect((await rest('administrator', 'DELETE', `/media/${deleted.id}`)).status).toBe(200)
    expect(inPlace(deleted)).toBe(false)
    expect(held()).toEqual([])
  })

  it('is there again when another one was to replace it and was refused, and the other one is not', async () => {
    const kept = await file('the first text')
    addHook('media', 'afterChange', () => {
      throw refused()
    })
    const before = stored()
    const replaced = payload.update({
      collection: 'media',
      id: kept.id,
      data: {},
      file: { name: 'new.txt', data: Buffer.from('another text'), mimetype: 'text/plain', size: 12 },
      overrideAccess: true,
    })
    await expect(replaced).rejects.toThrow('refused by a rule')
    expect(inPlace(kept)).toBe(true)
    expect(stored()).toEqual(before)
  })

  it('that a dead process held is put back by the job, if its row is there', async () => {
    const { renameSync, mkdirSync, writeFileSync } = await import('node:fs')
    const kept = await file('kept')
    mkdirSync(heldDir, { recursive: true })
    renameSync(path.join(mediaDir, String(kept.filename)), path.join(heldDir, String(kept.filename)))
    writeFileSync(path.join(heldDir, 'of-nobody.txt'), 'x')
    utimesSync(path.join(heldDir, 'of-nobody.txt'), 0, 0)
    const job = jobs.find(({ name }) => name === 'held-files-media')
    await job?.run(payload, new Date())
    expect(held().sort()).toEqual([String(kept.filename), 'of-nobody.txt'].sort())
    await job?.run(payload, new Date(Date.now() + 10 * 60_000))
    expect(inPlace(kept)).toBe(true)
    expect(held()).toEqual([])
  })
})

describe('the revision', () => {
  it('rises with a save, and not with one that is refused', async () => {
    const page = () => rest('editor', 'POST', '/pages?locale=ar&draft=true', { title: 'عن', slug: 'about' })
    const before = await readRevision(payload)
    addHook('pages', 'afterChange', () => {
      throw refused()
    })
    expect((await page()).status).toBe(409)
    // Without transactions a save that fails has raised it already, which costs a rendering and no more.
    expect((await readRevision(payload)) === before).toBe(hasTransactions)
    for (const remove of added.splice(0)) remove()
    await payload.delete({ collection: 'pages', where: { slug: { equals: 'about' } }, ...test })
    const between = await readRevision(payload)
    expect((await page()).status).toBe(201)
    expect(await readRevision(payload)).toBeGreaterThan(between)
  })
})
