import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getService, listServices } from '@/features/services/server/queries'
import { asSystem } from '@/platform/system-payload'
import { seedPolicies } from '@/seed/policies'
import { servicesSeed } from '@/seed/service-texts'
import { seedServices } from '@/seed/services'
import { empty } from '../setup/empty'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
const test = asSystem('test-setup')

let withoutPolicy: Promise<unknown>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  withoutPolicy = seedServices(payload)
  await withoutPolicy.catch(() => undefined)
  await seedPolicies(payload)
})
afterAll(() => stop())

describe('the seeded services', () => {
  beforeEach(async () => {
    await empty(payload, 'services')
    await seedServices(payload)
  })

  it('rest on the policy and refuse to be seeded without it', async () => {
    await expect(withoutPolicy).rejects.toThrow('seed the policies first')
  })

  it('are there once, in their order, in both languages, for every visitor', async () => {
    await seedServices(payload)
    for (const locale of ['ar', 'en'] as const) {
      const { docs } = await payload.find({
        collection: 'services',
        sort: 'order',
        limit: 10,
        locale,
        overrideAccess: false,
      })
      expect(docs.map(({ slug, need }) => [slug, need])).toEqual(
        servicesSeed.map(({ slug, need }) => [slug, need[locale]]),
      )
      for (const [index, { steps, action }] of nonEmpty(docs.entries())) {
        expect(steps?.map(({ detail }) => detail)).toEqual(
          servicesSeed[index]?.steps.map(({ detail }) => detail[locale]),
        )
        expect(action.label).toBe(servicesSeed[index]?.action.label[locale])
      }
    }
  })

  it('rest on clauses that the policy has', async () => {
    const { docs } = await payload.find({ collection: 'editions', limit: 1, depth: 0, ...test })
    const anchors = docs[0]?.sections?.flatMap(({ clauses }) => clauses?.map(({ anchor }) => anchor))
    for (const { clauses } of servicesSeed) for (const anchor of nonEmpty(clauses)) expect(anchors).toContain(anchor)
  })

  it('invent no fee, duration, document, hour or date', async () => {
    const { docs } = await payload.find({ collection: 'services', limit: 10, depth: 0, ...test })
    expect(docs).toHaveLength(servicesSeed.length)
    for (const { fee, promisedWorkingDays, documents, channels, verifiedOn } of nonEmpty(docs)) {
      expect([fee ?? null, promisedWorkingDays ?? null, verifiedOn ?? null]).toEqual([null, null, null])
      expect(documents ?? []).toEqual([])
      expect((channels ?? []).map(({ hours }) => hours ?? null)).toEqual((channels ?? []).map(() => null))
    }
    expect(JSON.stringify(servicesSeed).match(/[٠-٩]|"(ar|en)":"[^"]*\d/g)).toBeNull()
  })
})

describe('a service', () => {
  const service = {
    title: 'خدمة',
    need: 'أريد خدمة',
    summary: 'خلاصة',
    audiences: ['public' as const],
    order: 1,
    action: { kind: 'ask' as const, label: 'طرح سؤال' },
  }

  it('stays hidden from visitors until it is published', async () => {
    const { id } = await payload.create({
      collection: 'services',
      draft: true,
      data: { ...service, slug: 'hidden' },
      ...test,
    })
    const seen = () =>
      payload.count({ collection: 'services', where: { slug: { equals: 'hidden' } }, overrideAccess: false })
    expect((await seen()).totalDocs).toBe(0)
    await payload.update({ collection: 'services', id, data: { _status: 'published' }, ...test })
    expect((await seen()).totalDocs).toBe(1)
  })

  it.each(['Two Words', 'خدمة', 'a--b', '-a'])('refuses %s as its address', async (slug) => {
    await expect(payload.create({ collection: 'services', data: { ...service, slug }, ...test })).rejects.toMatchObject(
      {
        data: { errors: [{ path: 'slug' }] },
      },
    )
  })

  it.each(['javascript:alert(1)', '//evil.example', 'http://plain.example', ''])(
    'refuses %s as the link of its button',
    async (url) => {
      const action = { kind: 'link' as const, label: 'زر', url }
      await expect(
        payload.create({ collection: 'services', data: { ...service, slug: 'linked', action }, ...test }),
      ).rejects.toMatchObject({ data: { errors: [{ path: 'action.url' }] } })
    },
  )
})

describe('a service whose words are complete in one language only', () => {
  const half = {
    slug: 'half-translated',
    title: 'خدمة بالعربية',
    need: 'أريدها',
    summary: 'خلاصة',
    audiences: ['public' as const],
    order: 2,
    steps: [{ title: 'خطوة' }],
    action: { kind: 'ask' as const, label: 'طرح سؤال' },
    _status: 'published' as const,
  }
  const listed = async (locale: 'ar' | 'en') => (await listServices(locale)).some(({ slug }) => slug === half.slug)

  it('is left out of the other one instead of being shown in the wrong language there', async () => {
    const { id, steps } = await payload.create({ collection: 'services', locale: 'ar', data: half, ...test })
    expect(await listed('ar')).toBe(true)
    expect(await listed('en')).toBe(false)
    expect(await getService('ar', half.slug)).toMatchObject({ status: 'found', isInOtherLanguage: false })
    expect(await getService('en', half.slug)).toEqual({ status: 'otherLanguage' })

    const english = {
      title: 'Service',
      need: 'I want it',
      summary: 'Summary',
      action: { ...half.action, label: 'Ask' },
    }
    // As staff do: the English as a draft, published with the Arabic.
    const write = async (data: object) => {
      await payload.update({ collection: 'services', id, locale: 'en', draft: true, data, ...test })
      await payload.update({ collection: 'services', id, locale: 'ar', data: { _status: 'published' }, ...test })
    }
    await write(english)
    // A step without words is as good as none.
    expect(await getService('en', half.slug)).toEqual({ status: 'otherLanguage' })
    await write({ ...english, steps: steps?.map((step) => ({ ...step, title: 'Step' })) })
    expect(await listed('en')).toBe(true)
    expect(await getService('ar', half.slug)).toMatchObject({ status: 'found', isInOtherLanguage: true })
  })

  it('is nowhere when it does not exist', async () => {
    expect(await getService('ar', 'no-such-service')).toEqual({ status: 'none' })
  })
})
