import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/platform/system-payload'
import { marks, removeDocument, type StoredState, samples, storeDocument } from '../factories/documents'
import { startPayload } from '../setup/payload'
import { type Rest, signInAll } from '../setup/people'

/** Requests that say things in another way than the panel does: rights hold by what comes of them. */

const test = asSystem('test-setup')
let payload: Payload
let stop: () => Promise<void>
let rest: Rest
let sample: ReturnType<typeof samples>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  ;({ rest } = await signInAll(payload))
  const policy = await payload.create({
    collection: 'policies',
    data: { title: 'سياسة', slug: 'policy', category: 'governance', audiences: ['public'], _status: 'published' },
    ...test,
  })
  sample = samples(policy.id)
}, 60_000)
afterAll(() => stop())

const onSite = async (slug: 'policies' | 'pages', id: string) => {
  const { docs } = await payload.find({
    collection: slug,
    where: { id: { equals: id } },
    limit: 1,
    depth: 0,
    locale: 'ar',
    ...test,
  })
  return docs[0]?._status === 'published' ? docs[0].title : null
}

describe('an editor changes nothing that visitors see of a policy', () => {
  const ways: [name: string, query: string, body: Record<string, unknown>][] = [
    ['by no status', '', {}],
    ['by a status of null', '', { _status: null }],
    ['by an empty status', '', { _status: '' }],
    ['by a status that there isn’t', '', { _status: 'Published' }],
    ['by a list of statuses', '', { _status: ['published'] }],
    ['by a status for each language', '', { _status: { ar: 'draft' } }],
    ['by autosave', '?autosave=true', {}],
    ['by autosave that publishes', '?autosave=true&draft=true', { _status: 'published' }],
    ['by publishing all languages', '?publishAllLocales=true', {}],
    ['by publishing all languages of a draft', '?publishAllLocales=true&draft=true', { _status: 'published' }],
    ['by publishing one language', '?publishSpecificLocale=ar', { _status: 'published' }],
    ['by publishing one language of a draft', '?publishSpecificLocale=ar&draft=true', {}],
    ['by unpublishing all languages', '?unpublishAllLocales=true', {}],
    ['by unpublishing and publishing at once', '?unpublishAllLocales=true', { _status: 'published' }],
    ['in all languages at once', '?locale=all', { _status: 'draft' }],
    ['by naming another id', '', { id: 'another' }],
    ['by a draft that isn’t meant', '?draft=0', {}],
    ['past a lock', '?overrideLock=true', { _status: 'draft' }],
    ['with trash', '?trash=true', { deletedAt: '2026-01-01T00:00:00.000Z' }],
  ]
  it.each(ways)('%s', async (_, query, body) => {
    for (const state of ['published', 'published, newer draft'] satisfies StoredState[]) {
      const id = await storeDocument(payload, 'policies', sample.policies, state)
      for (const path of [`/policies/${id}${query}`, `/policies?where[id][in]=${id}&${query.slice(1)}`]) {
        const { status } = await rest('editor', 'PATCH', path, { title: 'new', ...body })
        expect({ state, path, isFailure: status >= 500 }).toEqual({ state, path, isFailure: false })
        expect({ state, path, title: await onSite('policies', id) }).toEqual({ state, path, title: marks.now })
      }
      await removeDocument(payload, 'policies', id)
    }
  })

  it('by posting one with the id of another', async () => {
    const id = await storeDocument(payload, 'policies', sample.policies, 'published')
    const { status } = await rest('editor', 'POST', '/policies', { ...sample.policies.body('new'), id })
    expect(status).toBeLessThan(500)
    expect(await onSite('policies', id)).toBe(marks.now)
    await removeDocument(payload, 'policies', id)
  })

  it('by restoring a draft’s version as it was', async () => {
    const id = await storeDocument(payload, 'policies', sample.policies, 'published, newer draft')
    const { docs } = await payload.findVersions({
      collection: 'policies',
      where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'draft' } }] },
      limit: 1,
      ...test,
    })
    expect((await rest('editor', 'POST', `/policies/versions/${docs[0]?.id}?draft=false`)).status).toBe(403)
    expect(await onSite('policies', id)).toBe(marks.now)
    await removeDocument(payload, 'policies', id)
  })
})

describe('nobody', () => {
  it('takes one of the three pages off the site, not even by restoring or by a status of null', async () => {
    const id = await storeDocument(payload, 'pages', sample.pages, 'published, newer draft')
    const { docs } = await payload.findVersions({
      collection: 'pages',
      where: { parent: { equals: id } },
      sort: '-updatedAt',
      limit: 1,
      ...test,
    })
    for (const [method, path, body] of [
      ['PATCH', `/pages/${id}`, { _status: 'draft' }],
      ['PATCH', `/pages/${id}`, { _status: null }],
      ['PATCH', `/pages/${id}?unpublishAllLocales=true`, { _status: 'draft' }],
      ['POST', `/pages/versions/${docs[0]?.id}?draft=false`, null],
      ['DELETE', `/pages/${id}`, null],
    ] as const) {
      const { status } = await rest('administrator', method, path, body)
      expect({ method, path, status }).toMatchObject({ status: 403 })
      expect(await onSite('pages', id)).toBe(marks.now)
    }
    await removeDocument(payload, 'pages', id)
  })

  it('publishes a draft full of gaps by unpublishing it at the same time', async () => {
    const { doc } = (await rest('editor', 'POST', '/services?draft=true', { slug: 'gaps', title: 'فجوات' })).body as {
      doc: { id: string }
    }
    const { status } = await rest('administrator', 'PATCH', `/services/${doc.id}?unpublishAllLocales=true`, {
      _status: 'published',
    })
    expect(status).toBe(400)
    await removeDocument(payload, 'services', doc.id)
  })

  it('changes an approved edition through the ids of its rows', async () => {
    const approved = await storeDocument(payload, 'editions', sample.editions, 'published')
    const read = () => payload.findByID({ collection: 'editions', id: approved, locale: 'ar', depth: 0, ...test })
    const before = await read()
    const rows = before.sections?.map((section) => ({
      ...section,
      heading: 'new',
      clauses: section.clauses?.map((clause) => ({ ...clause, text: 'new' })),
    }))
    const draft = await storeDocument(payload, 'editions', sample.editions, 'draft')
    for (const [method, path] of [
      ['PATCH', `/editions/${draft}`],
      ['PATCH', `/editions/${draft}?draft=true`],
      ['POST', '/editions?draft=true'],
    ] as const) {
      const { status } = await rest('editor', method, path, { ...sample.editions.body('x'), sections: rows })
      expect(status).toBeLessThan(500)
      expect(await read()).toEqual(before)
    }
    await removeDocument(payload, 'editions', draft)
    await removeDocument(payload, 'editions', approved)
  })
})
