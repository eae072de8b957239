import type { CollectionSlug, Payload, Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Policy, Service, User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { createSurvey } from '../factories/surveys'
import { startPayload } from '../setup/payload'

const test = asSystem('test-setup')

let payload: Payload
let stop: () => Promise<void>
let administrator: User

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const service = (slug: string, title: string, more: Partial<Service> = {}) =>
  payload.create({
    collection: 'services',
    locale: 'ar',
    data: {
      slug,
      order: 1,
      title,
      need: 'أريد مقابلة',
      summary: 'خلاصة',
      audiences: ['beneficiaries'],
      action: { kind: 'ask', label: 'طرح سؤال' },
      _status: 'published',
      ...more,
    } as Service,
    ...test,
  })

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const people = [
    ['أمل الأحمدي', 'amal@example.org', 'administrator'],
    ['عُلا مؤمنة', 'ola@example.org', 'editor'],
  ] as const
  const [first] = await Promise.all(
    people.map(([name, email, role]) =>
      payload.create({
        collection: 'users',
        data: { name, email, password: 'four words to remember', roles: [role] },
        ...test,
      }),
    ),
  )
  if (!first) throw new Error('nobody')
  administrator = { ...first, collection: 'users' }
  await payload.create({
    collection: 'departments',
    data: { name: 'إدارة الشؤون', slug: 'affairs', email: 'affairs@example.org' },
    locale: 'ar',
    ...test,
  })
  const { id } = await service('meet-staff', 'مقابلة الموظف')
  await payload.update({
    collection: 'services',
    id,
    locale: 'en',
    data: { title: 'Café visit', need: 'I want', summary: 'Summary', action: { kind: 'ask', label: 'Ask' } } as never,
    ...test,
  })
  // The list shows the newest form, which visitors don't see yet.
  await payload.update({
    collection: 'services',
    id,
    locale: 'ar',
    draft: true,
    data: { title: 'مقابلةُ المسؤول' },
    ...test,
  })
  await service('answers', 'الإجابة عن التساؤلات', { need: 'أسأل وأُجاب' })
  await payload.create({
    collection: 'pages',
    locale: 'ar',
    draft: true,
    data: { slug: 'about', title: 'آراء الأمهات', _status: 'draft' } as never,
    ...test,
  })
  const policy = await payload.create({
    collection: 'policies',
    locale: 'ar',
    data: {
      title: 'سياسة العلاقة مع المستفيدين',
      category: 'governance',
      audiences: ['beneficiaries'],
      slug: 'relations',
      _status: 'published',
    } as Policy,
    ...test,
  })
  await payload.create({
    collection: 'editions',
    locale: 'ar',
    draft: true,
    data: { policy: policy.id, number: 1 } as never,
    ...test,
  })
  await createSurvey(payload, { title: 'استبانة الرضا' } as never)
  await payload.create({
    collection: 'media',
    data: { alt: { ar: 'شعار الجمعيّة', en: 'Logo' } } as never,
    file: { data: png, name: 'لوحة أُسرة.png', mimetype: 'image/png', size: png.byteLength },
    ...test,
  })
}, 60_000)
afterAll(() => stop())

/** What a list of the panel shows for a question or a filter. */
async function listed(
  collection: CollectionSlug,
  asked: { search?: string; where?: Where; locale?: 'ar' | 'en' },
): Promise<number> {
  const { config } = payload.collections[collection]
  const where = mergeListSearchAndWhere({
    collectionConfig: config,
    search: asked.search ?? '',
    where: asked.where ?? {},
  })
  const common = {
    collection,
    where,
    locale: asked.locale ?? 'ar',
    overrideAccess: false,
    user: administrator,
  } as const
  const { docs } = await payload.find({ ...common, draft: true, depth: 0, limit: 10 })
  if (!config.versions) expect((await payload.count(common)).totalDocs).toBe(docs.length)
  return docs.length
}

describe('the search of a list', () => {
  it.each<[CollectionSlug, string, number]>([
    ['users', 'امل', 1],
    ['users', 'أَمَل', 1],
    ['users', 'الاحمدي', 1],
    ['users', 'احمدى امل', 1],
    ['users', 'علا', 1],
    ['users', 'مومنه', 1],
    ['users', 'amal@', 1],
    ['users', 'قلم', 0],
    ['departments', 'ادارة الشوون', 1],
    ['departments', 'affairs', 1],
    ['services', 'مقابله', 1],
    ['services', 'المسوول', 1],
    ['services', 'الاجابة', 1],
    ['services', 'meet-staff', 1],
    ['services', 'zzz', 0],
    ['pages', 'اراء', 1],
    ['policies', 'العلاقه', 1],
    ['editions', 'علاقه', 1],
    ['surveys', 'إستبانة', 1],
    ['media', 'اسره', 1],
    ['media', 'PNG', 1],
  ])('of %s for %s finds %i', async (collection, search, found) => {
    expect(await listed(collection, { search })).toBe(found)
  })

  it('finds English as it is usually typed', async () => {
    expect(await listed('services', { search: 'CAFE', locale: 'en' })).toBe(1)
    expect(await listed('services', { search: 'café visit', locale: 'en' })).toBe(1)
  })
})

describe('a filter of a list', () => {
  it.each<[CollectionSlug, Where, number]>([
    ['services', { title: { like: 'مقابله' } }, 1],
    ['services', { title: { like: 'مسوول مقابله' } }, 1],
    ['services', { title: { contains: 'الاجابة' } }, 1],
    ['services', { title: { contains: 'التساولات الاجابة' } }, 0],
    ['services', { title: { not_like: 'مقابله' } }, 1],
    ['services', { title: { not_like: 'الموظف' } }, 2],
    ['services', { and: [{ title: { like: 'مقابله' } }, { slug: { equals: 'meet-staff' } }] }, 1],
    ['services', { or: [{ title: { like: 'مقابله' } }, { title: { like: 'الاجابة' } }] }, 2],
    ['services', { title: { like: 'مقابله', exists: true } }, 1],
    ['editions', { 'policy.title': { like: 'علاقه' } }, 1],
    ['departments', { 'lead.name': { like: 'امل' } }, 0],
    ['users', { name: { like: '%' } }, 0],
    ['users', { email: { like: 'a_al' } }, 0],
    ['users', { name: { not_like: 'امل' } }, 1],
    ['users', { name: { like: '' } }, 2],
  ])('of %s by %j finds %i', async (collection, where, found) => {
    expect(await listed(collection, { where })).toBe(found)
  })

  it('of earlier versions finds as the list does', async () => {
    const { docs } = await payload.findVersions({
      collection: 'services',
      where: { 'version.title': { like: 'المسوول' } },
      locale: 'ar',
      overrideAccess: false,
      user: administrator,
    })
    expect(docs).toHaveLength(1)
  })
})
