import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '@/platform/system-payload'
import { p, richText } from '@/seed/rich-text'
import { removeDocument, samples, storeDocument } from '../factories/documents'
import { startPayload } from '../setup/payload'
import { type Rest, signInAll } from '../setup/people'

/** A file that something on the site or in a draft needs is not deleted, and keeps its address. */

const test = asSystem('test-setup')
let payload: Payload
let stop: () => Promise<void>
let rest: Rest
let policy: string

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  ;({ rest } = await signInAll(payload))
  const made = await payload.create({
    collection: 'policies',
    data: { title: 'سياسة', slug: 'policy', category: 'governance', audiences: ['public'], _status: 'published' },
    ...test,
  })
  policy = made.id
}, 60_000)
afterAll(() => stop())

const upload = (text: string) =>
  payload.create({
    collection: 'media',
    data: {},
    file: { name: 'a.txt', data: Buffer.from(text), mimetype: 'text/plain', size: text.length },
    ...test,
  })
const isThere = async (id: string) =>
  (await payload.count({ collection: 'media', where: { id: { equals: id } }, ...test })).totalDocs === 1

const link = (url: string) => ({
  type: 'link',
  version: 3,
  direction: null,
  format: '',
  indent: 0,
  fields: { linkType: 'custom', url },
  children: [{ type: 'text', version: 1, text: 'الملف', format: 0, detail: 0, mode: 'normal', style: '' }],
})
const withLink = (url: string) => {
  const body = richText(p('نص'))
  return { ...body, root: { ...body.root, children: [{ ...body.root.children[0], children: [link(url)] }] } }
}

interface Use {
  /** @returns how to take the file out again */
  put: (file: { id: string; address: string }) => Promise<() => Promise<unknown>>
  ar: string
  en: string
}

const uses: Record<string, Use> = {
  'a page on the site, in English': {
    put: async ({ address }) => {
      const sample = samples(policy).pages
      const data = { ...sample.data('now', 'published'), body: { ar: richText(p('نص')), en: withLink(address) } }
      const id = await storeDocument(payload, 'pages', { ...sample, data: () => data }, 'published')
      return () => removeDocument(payload, 'pages', id)
    },
    ar: 'صفحة «now»',
    en: 'Page «now»',
  },
  'the newest draft of a service': {
    put: async ({ address }) => {
      const sample = samples(policy).services
      const id = await storeDocument(payload, 'services', sample, 'published')
      const { status } = await rest('editor', 'PATCH', `/services/${id}?draft=true`, {
        action: { kind: 'link', label: 'الملف', url: address },
      })
      expect(status).toBe(200)
      return () => removeDocument(payload, 'services', id)
    },
    ar: 'خدمة «now»',
    en: 'Service «now»',
  },
  'a menu': {
    put: async ({ address }) => {
      const header = [{ page: 'custom' as const, label: 'الملف', url: address }]
      await payload.updateGlobal({ slug: 'navigation', locale: 'ar', data: { header }, ...test })
      return () => payload.updateGlobal({ slug: 'navigation', locale: 'ar', data: { header: [] }, ...test })
    },
    ar: 'قوائم التصفح',
    en: 'Menus',
  },
  'a draft edition': {
    put: async ({ id: file }) => {
      const sample = samples(policy).editions
      const data = { ...sample.data('x', 'draft'), attachedFile: file }
      const id = await storeDocument(payload, 'editions', { ...sample, data: () => data }, 'draft')
      return () => removeDocument(payload, 'editions', id)
    },
    ar: 'إصدار',
    en: 'Edition',
  },
}

describe('a file', () => {
  it.each(Object.entries(uses))('that is used in %s stays, and the refusal says where', async (_, { ar, en, put }) => {
    const { address, id } = await upload('نص')
    const takeOut = await put({ id, address: String(address) })
    for (const [language, words] of [
      ['ar', ar],
      ['en', en],
    ] as const) {
      const { status, body } = await rest('editor', 'DELETE', `/media/${id}`, null, language)
      expect({ status, said: JSON.stringify(body) }).toEqual({ status: 409, said: expect.stringContaining(words) })
    }
    const other = await upload('آخر')
    const bulk = await rest('editor', 'DELETE', `/media?where[id][in]=${id},${other.id}`)
    expect(bulk).toMatchObject({ status: 409, body: { docs: [], errors: [{ message: expect.stringContaining(en) }] } })
    expect(await isThere(other.id)).toBe(true)
    expect(await isThere(id)).toBe(true)

    await takeOut()
    expect((await rest('editor', 'DELETE', `/media/${id}`)).status).toBe(200)
    expect(await isThere(id)).toBe(false)
  })

  const byAddress = Object.entries(uses).filter(([where]) => where !== 'a draft edition')
  it.each(byAddress)('whose address is used in %s is not replaced, which would change it', async (_, { put }) => {
    const before = await upload('نص')
    const takeOut = await put({ id: before.id, address: String(before.address) })
    const replace = () =>
      payload.update({
        collection: 'media',
        id: before.id,
        data: {},
        file: { name: 'b.txt', data: Buffer.from('غيره'), mimetype: 'text/plain', size: 8 },
        overrideAccess: false,
        user: { ...editor, collection: 'users' },
      })
    const { docs } = await payload.find({
      collection: 'users',
      where: { name: { equals: 'editor' } },
      limit: 1,
      ...test,
    })
    const editor = docs[0] as NonNullable<(typeof docs)[0]>
    await expect(replace()).rejects.toMatchObject({ status: 409 })
    expect((await payload.findByID({ collection: 'media', id: before.id, ...test })).filename).toBe(before.filename)
    await takeOut()
    expect((await replace()).filename).not.toBe(before.filename)
  })
})
