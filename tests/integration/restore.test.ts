import type { CollectionSlug, Field, GlobalSlug, Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DocumentSlug, documentRights } from '@/platform/rights'
import { asSystem } from '@/platform/system-payload'
import { p, richText } from '@/seed/rich-text'
import { removeDocument, type StoredState, samples, storeDocument } from '../factories/documents'
import { startPayload } from '../setup/payload'
import { type Rest, signInAll } from '../setup/people'

/** An earlier version is back whole, with what people may not change as it was; see keep-stored.ts. */

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

const read = async (slug: CollectionSlug, id: string, draft: boolean) => {
  const all = 'all' as 'ar'
  const { docs } = await payload.find({
    collection: slug,
    where: { id: { equals: id } },
    draft,
    locale: all,
    depth: 0,
    limit: 1,
    ...test,
  })
  return docs[0] as unknown as Record<string, unknown>
}

/** The oldest first. */
const versionsOf = async (slug: CollectionSlug, id: string) =>
  (
    await payload.findVersions({
      collection: slug,
      where: { parent: { equals: id } },
      sort: 'updatedAt',
      limit: 20,
      depth: 0,
      locale: 'all' as 'ar',
      ...test,
    })
  ).docs as unknown as { id: string; version: Record<string, unknown> }[]

/** One database keeps nothing where the other keeps null. */
const content = ({ id: _, _status, updatedAt, createdAt, updatedBy, sortKey, ...rest }: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined))

const onSite = (Object.keys(documentRights) as DocumentSlug[]).filter(
  // What the board approved is never restored; approved-editions.test.ts.
  (slug) => documentRights[slug].published.publish.length > 0,
)

describe.each(onSite)('an earlier version of one of the %s', (slug) => {
  it.each<[state: StoredState, isDraft: boolean]>([
    ['published', false],
    ['published', true],
    ['published, newer draft', false],
    ['published, newer draft', true],
    ['draft', true],
  ])('comes back whole in both languages and can then be published (%s, as a draft: %s)', async (state, isDraft) => {
    const id = await storeDocument(payload, slug, sample[slug], state)
    const [earlier] = await versionsOf(slug, id)
    const { status, body } = await rest('administrator', 'POST', `/${slug}/versions/${earlier?.id}?draft=${isDraft}`)
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    const restored = await read(slug, id, true)
    expect(content(restored)).toEqual(content(earlier?.version ?? {}))
    expect(restored._status).toBe(isDraft ? 'draft' : 'published')
    const published = await rest('administrator', 'PATCH', `/${slug}/${id}`, { _status: 'published' })
    expect({ status: published.status, errors: published.body.errors }).toEqual({ status: 200, errors: undefined })
    expect(content(await read(slug, id, false))).toEqual(content(earlier?.version ?? {}))
    await removeDocument(payload, slug, id)
  })
})

describe.each(['services', 'policies'] as const)('the address of one of the %s', (slug) => {
  const change = (id: string, address: string, more: object = {}, language: 'ar' | 'en' = 'en') =>
    rest('administrator', 'PATCH', `/${slug}/${id}?draft=${'draft' in more}`, { slug: address, ...more }, language)
  const addressOf = async (id: string, draft = false) => (await read(slug, id, draft)).slug

  it('can be changed until it is published', async () => {
    const id = await storeDocument(payload, slug, sample[slug], 'draft')
    expect((await change(id, 'another-address')).status).toBe(200)
    expect(await addressOf(id)).toBe('another-address')
    await removeDocument(payload, slug, id)
  })

  it.each<[name: string, state: StoredState, more: object]>([
    ['by a save', 'published', {}],
    ['by a draft', 'published', { draft: true }],
    ['by publishing a draft', 'published, newer draft', { _status: 'published' }],
  ])('stays once it was published, and the refusal says why beside the field: %s', async (_, state, more) => {
    const id = await storeDocument(payload, slug, sample[slug], state)
    const before = await addressOf(id)
    for (const [language, word] of [
      ['ar', /يحفظون الرابط/],
      ['en', /keep links/],
    ] as const) {
      const { status, body } = await change(id, 'another-address', more, language)
      expect(status).toBe(400)
      expect(body).toMatchObject({
        errors: [{ data: { errors: [{ path: 'slug', message: expect.stringMatching(word) }] } }],
      })
    }
    expect([await addressOf(id), await addressOf(id, true)]).toEqual([before, before])
    await removeDocument(payload, slug, id)
  })

  it('stays also after it was taken off the site', async () => {
    const id = await storeDocument(payload, slug, sample[slug], 'published')
    await rest('administrator', 'PATCH', `/${slug}/${id}`, { _status: 'draft' })
    expect((await change(id, 'another-address')).status).toBe(400)
    await removeDocument(payload, slug, id)
  })

  it('is not taken from a version of the time before its publication, nor from one that lost it', async () => {
    const id = await storeDocument(payload, slug, sample[slug], 'published')
    const before = await addressOf(id)
    const [earlier, now] = await versionsOf(slug, id)
    for (const [version, address] of [
      [earlier, 'before-publication'],
      [now, null],
    ] as const) {
      await payload.db.updateVersion({
        collection: slug,
        id: version?.id ?? '',
        versionData: { version: { ...version?.version, slug: address, _status: 'draft' } } as never,
      })
      const { status } = await rest('administrator', 'POST', `/${slug}/versions/${version?.id}?draft=true`)
      expect(status).toBe(200)
      expect([await addressOf(id), await addressOf(id, true)]).toEqual([before, before])
    }
    await removeDocument(payload, slug, id)
  })
})

describe('a page', () => {
  it('keeps its place in the site, and says so', async () => {
    const id = await storeDocument(payload, 'pages', sample.pages, 'draft')
    const { status, body } = await rest('editor', 'PATCH', `/pages/${id}`, { slug: 'accessibility' })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ data: { errors: [{ path: 'slug' }] } }] })
    expect((await read('pages', id, true)).slug).toBe('about')
    await removeDocument(payload, 'pages', id)
  })

  it('is restored by what the version says in the other language, not the newest draft', async () => {
    const id = await storeDocument(payload, 'pages', sample.pages, 'published')
    const emptied = await rest('editor', 'PATCH', `/pages/${id}?draft=true&locale=en`, { title: '', body: richText() })
    expect(emptied.status).toBe(200)
    const [whole, , half] = await versionsOf('pages', id)
    await payload.db.updateVersion({
      collection: 'pages',
      id: half?.id ?? '',
      versionData: { version: { ...half?.version, _status: 'published' } } as never,
    })
    expect((await rest('editor', 'POST', `/pages/versions/${half?.id}?draft=false`)).status).toBe(400)
    expect((await rest('editor', 'POST', `/pages/versions/${whole?.id}?draft=false`)).status).toBe(200)
    expect((await read('pages', id, false)).body).toEqual({ ar: richText(p('نص')), en: richText(p('نص')) })
    await removeDocument(payload, 'pages', id)
  })
})

describe('a global', () => {
  it.each<[GlobalSlug, (text: string) => object, (text: string) => object]>([
    ['association', (text) => ({ description: text }), (text) => ({ description: text })],
    [
      'navigation',
      (text) => ({ header: [{ id: 'row', page: 'custom', label: text, url: '/ar' }] }),
      (text) => ({ header: [{ id: 'row', page: 'custom', label: text, url: '/ar' }] }),
    ],
  ])('%s is restored in both languages, in the name of who restores', async (slug, inArabic, inEnglish) => {
    const save = async (arabic: string, english: string) => {
      await rest('administrator', 'POST', `/globals/${slug}?locale=ar`, inArabic(arabic))
      await rest('administrator', 'POST', `/globals/${slug}?locale=en`, inEnglish(english))
    }
    const readAll = () => payload.findGlobal({ slug, locale: 'all' as 'ar', depth: 1, ...test })
    await save('قبل', 'before')
    const before = await readAll()
    const { docs } = await payload.findGlobalVersions({ slug, sort: '-updatedAt', limit: 1, ...test })
    await save('بعد', 'after')
    expect(JSON.stringify(await readAll())).not.toContain('before')
    expect((await rest('editor', 'POST', `/globals/${slug}/versions/${docs[0]?.id}?draft=false`)).status).toBe(200)
    const after = await readAll()
    expect(content(after as never)).toEqual(content(before as never))
    expect(after.updatedBy).toMatchObject({ name: 'editor' })
    const newest = await payload.findGlobalVersions({ slug, sort: '-updatedAt', limit: 1, depth: 1, ...test })
    expect(newest.docs[0]?.version.updatedBy).toMatchObject({ name: 'editor' })
  })
})

describe('a required field of what has versions', () => {
  const fieldsOf = (fields: readonly Field[]): Field[] =>
    fields.flatMap((field) => {
      if (field.type === 'tabs') return field.tabs.flatMap((tab) => fieldsOf(tab.fields))
      return [field, ...('fields' in field ? fieldsOf(field.fields) : [])]
    })

  it('is closed by no field access, which would take it out of a restored version', () => {
    const versioned = [...payload.config.collections, ...payload.config.globals].filter(({ versions }) => versions)
    expect(versioned.length).toBeGreaterThan(6)
    const closed = versioned.flatMap(({ fields, slug }) =>
      fieldsOf(fields)
        .filter((field) => 'required' in field && field.required && 'access' in field && field.access?.update)
        .map((field) => `${slug}.${'name' in field ? field.name : field.type}`),
    )
    expect(closed).toEqual([])
  })
})
