import type { Payload } from 'payload'
import { ValidationError } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchSite } from '@/app/(site)/[locale]/search/site-search'
import type { SearchSynonym } from '@/payload-types'
import { bumpRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { seedSynonyms, synonymsSeed } from '@/seed/search-synonyms'
import { servicesSeed } from '@/seed/service-texts'
import { addServiceKeywords } from '@/seed/services'
import { startPayload } from '../setup/payload'

/** Words that editors keep for the search: synonyms, and those of a service. */

let payload: Payload
let stop: () => Promise<void>
const test = asSystem('test-setup')

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  await runSeeds(payload)
  await bumpRevision(payload)
}, 120_000)
afterAll(() => stop())

const firstFor = async (text: string) =>
  (await searchSite('ar', { text, isCut: false, page: 1 })).hits[0]?.document.path

const lines = async (): Promise<SearchSynonym[]> =>
  (await payload.find({ collection: 'search-synonyms', limit: 500, pagination: false, ...test })).docs

const lineWith = async (word: string) => {
  const line = (await lines()).find(({ words }) => words.includes(word))
  return line ?? expect.fail(`No line has ${word}.`)
}

/** What is said beside the field when the line is refused. */
async function refusal(save: () => Promise<unknown>): Promise<string> {
  try {
    await save()
  } catch (error) {
    if (error instanceof ValidationError) {
      const [first] = error.data.errors
      expect(first?.path).toBe('words')
      return first?.message ?? ''
    }
    throw error
  }
  return expect.fail('The line was saved.')
}
const create = (words: string) => payload.create({ collection: 'search-synonyms', data: { words }, ...test })

describe('a line of synonyms', () => {
  it('is found by from the moment it is saved, and no longer once it is deleted', async () => {
    expect(await firstFor('قرقيعان')).toBeUndefined()
    const { id, words } = await create(' قرقيعان,  سهولة التصفح ; accessible browsing,')
    expect(words).toBe('قرقيعان، سهولة التصفح، accessible browsing')
    await payload.update({
      collection: 'search-synonyms',
      id,
      data: { words: 'قرقيعان، لغة الإشارة، sign language' },
      ...test,
    })
    expect(await firstFor('القرقيعان')).toBe('/accessibility')
    await payload.delete({ collection: 'search-synonyms', id, ...test })
    expect(await firstFor('قرقيعان')).toBeUndefined()
  })

  it.each([
    [`${'قرقيعان، '.repeat(200)}`, '1000'],
    ['قرقيعان', 'تعبيران'],
    ['قرقيعان، والقرقيعان، قرقيعان', 'مرتين'],
    ['قرقيعان، في', '«في»'],
    [`قرقيعان، ${'كلمة '.repeat(8)}`, 'أطول'],
  ])('is refused in words beside its field: %#', async (words, said) => {
    expect(await refusal(() => create(words))).toContain(said)
  })

  it('names an expression that another line has, and what that line begins with', async () => {
    const message = await refusal(() => create('قرقيعان، الواتساب'.replace('ال', '')))
    expect(message).toContain('«واتساب»')
    expect(message).toContain('«وسائل التواصل الاجتماعي»')
  })

  it('may be saved again as it is, and keeps its earlier forms', async () => {
    const { id, words } = await lineWith('رسوم')
    await payload.update({ collection: 'search-synonyms', id, data: { words: `${words}، قيمة الاشتراك` }, ...test })
    await payload.update({ collection: 'search-synonyms', id, data: { words }, ...test })
    const { docs } = await payload.findVersions({
      collection: 'search-synonyms',
      where: { parent: { equals: id } },
      limit: 5,
      ...test,
    })
    expect(docs.some(({ version }) => version.words.includes('قيمة الاشتراك'))).toBe(true)
  })
})

describe('the first words', () => {
  it('are there once, and what an editor changed stays as it is', async () => {
    expect(await lines()).toHaveLength(synonymsSeed.length)
    const { id } = await lineWith('كوكيز')
    await payload.update({ collection: 'search-synonyms', id, data: { words: 'كوكيز، بسكويت' }, ...test })
    await seedSynonyms(payload)
    expect(await lines()).toHaveLength(synonymsSeed.length)
    expect((await lineWith('بسكويت')).words).toBe('كوكيز، بسكويت')
  })

  it('reach a database whose services were seeded without them, and no others', async () => {
    const { docs } = await payload.find({ collection: 'services', limit: 10, sort: 'order', ...test })
    const [emptied, written, drafted] = docs
    if (!emptied || !written || !drafted) return expect.fail('The services were not seeded.')
    const save = (id: string, data: object, draft = false) =>
      payload.update({ collection: 'services', id, locale: 'ar', draft, data, ...test })
    await save(emptied.id, { keywords: null })
    await save(written.id, { keywords: 'كلمات المحرر' })
    await save(drafted.id, { keywords: null })
    await save(drafted.id, { title: 'عنوان لم يُنشر', _status: 'draft' }, true)
    await addServiceKeywords(payload)
    const read = async (id: string) => payload.findByID({ collection: 'services', id, locale: 'ar', ...test })
    expect((await read(emptied.id)).keywords).toBe(servicesSeed.find(({ slug }) => slug === emptied.slug)?.keywords?.ar)
    expect((await read(written.id)).keywords).toBe('كلمات المحرر')
    // Saving it would have published the draft.
    expect(await read(drafted.id)).toMatchObject({ title: drafted.title, keywords: null })
  })

  it('of a service are no part of what everybody reads', async () => {
    const { docs } = await payload.find({ collection: 'services', limit: 1, overrideAccess: false })
    expect(docs[0]).not.toHaveProperty('keywords')
  })
})
