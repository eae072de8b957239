import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicDocuments } from '@/app/(site)/[locale]/search/public-documents'
import { searchSite } from '@/app/(site)/[locale]/search/site-search'
import type { Locale } from '@/i18n/routing'
import { bumpRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'
import { seedPolicies } from '@/seed/policies'
import { sectionsSeed } from '@/seed/policy-texts'
import { servicesSeed } from '@/seed/service-texts'
import { seedServices } from '@/seed/services'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
const test = asSystem('test-setup')

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  await seedPolicies(payload)
  await seedServices(payload)
  await bumpRevision(payload)
})
afterAll(() => stop())

const ask = (text: string, locale: Locale = 'ar', now?: Date) =>
  searchSite(locale, { text, isCut: false, page: 1 }, now)
const paths = async (text: string, locale: Locale = 'ar', now?: Date) =>
  (await ask(text, locale, now)).hits.map(({ document }) => document.path)

describe('search over the association’s own content', () => {
  it('has every section, clause, policy and service of it, in both languages', async () => {
    const clauses = sectionsSeed.flatMap((section) => section.clauses)
    const all = await publicDocuments()
    for (const locale of ['ar', 'en'] as const) {
      const documents = all.filter(({ texts }) => texts[locale])
      expect(documents.filter(({ kind }) => kind === 'clause')).toHaveLength(clauses.length)
      expect(documents.filter(({ kind }) => kind === 'policy')).toHaveLength(1)
      expect(documents.filter(({ kind }) => kind === 'service')).toHaveLength(servicesSeed.length)
      expect(new Set(documents.map(({ path }) => path)).size).toBe(documents.length)
      expect(nonEmpty(documents).filter(({ texts }) => !texts[locale]?.heading && !texts[locale]?.text)).toEqual([])
    }
  })

  it.each<[string, Locale, string]>([
    ['باللباقه', 'ar', '#dealing-1'],
    ['الإجابة على جميع الاستفسارات', 'ar', '#dealing-1'],
    ['المسؤولية عن صحة المعلومة', 'ar', '#dealing-4'],
    ['حقوق المستفيدات', 'ar', '#practice-2'],
    ['courteous inquiries', 'en', '#dealing-1'],
  ])('finds “%s” (%s) in the clause %s', async (question, locale, anchor) => {
    expect(await paths(question, locale)).toContain(`/policies/beneficiary-relations${anchor}`)
  })

  it('puts a service whose name is asked for before clauses that mention it', async () => {
    const [first] = (await ask('شكوى')).hits
    expect(first?.document.kind).toBe('service')
  })

  it('finds by the words of the other language, and shows the text in this one', async () => {
    const [clause] = (await ask('courteous', 'ar')).hits
    expect(clause?.document.texts.ar?.text).toContain('بلباقة')
    const [service] = (await ask('تسجيل', 'en')).hits
    expect(service?.heading.map(({ text }) => text).join('')).toBe('Registration as a beneficiary')
  })

  it('gives the last page to one who asks for a page beyond it', async () => {
    const beyond = await searchSite('ar', { text: 'المستفيد', isCut: false, page: 9999 })
    expect(beyond.page).toBeLessThan(9999)
    expect(beyond.hits.length).toBeGreaterThan(0)
  })
})

describe('what is not public', () => {
  const secret = 'زمردة'
  const inEnglish = 'emerald'
  const draftService = (slug: string) =>
    payload.create({
      collection: 'services',
      draft: true,
      data: {
        slug,
        title: secret,
        need: `أريد ${secret}`,
        summary: 'خلاصة',
        audiences: ['public'],
        order: 1,
        action: { kind: 'ask', label: 'سؤال' },
      },
      ...test,
    })

  it('is never found: drafts, unapproved editions, editions to come, unpublished pages', async () => {
    const policy = (await payload.find({ collection: 'policies', limit: 1, depth: 0, ...test })).docs[0]
    if (!policy) return expect.fail('The policy was not seeded.')
    await payload.create({
      collection: 'editions',
      draft: true,
      data: { policy: policy.id, sections: [{ kind: 'goal', clauses: [{ text: `مسودة ${secret}` }] }] },
      ...test,
    })
    await payload.update({
      collection: 'policies',
      id: policy.id,
      draft: true,
      data: { title: `عنوان غير منشور ${secret}` },
      ...test,
    })
    await draftService('hidden')
    await payload.create({
      collection: 'pages',
      draft: true,
      data: { slug: 'about', title: `${secret} ${inEnglish}` },
      ...test,
    })
    await bumpRevision(payload)
    expect((await ask(secret)).total).toBe(0)
    expect((await ask(inEnglish, 'en')).total).toBe(0)
    expect(JSON.stringify(await publicDocuments())).not.toMatch(new RegExp(`${secret}|${inEnglish}`))
  })

  it('is found from the moment it is published, and no longer once it is withdrawn', async () => {
    const found = async () => [await paths(secret), await paths(inEnglish, 'en')]
    const { id } = await draftService('withdrawn')
    const save = (locale: Locale, data: Record<string, unknown>) =>
      payload.update({ collection: 'services', id, locale, data, ...test })
    await payload.update({
      collection: 'services',
      id,
      locale: 'en',
      draft: true,
      data: { title: inEnglish, need: 'I want', summary: 'Summary', action: { kind: 'ask', label: 'Ask' } },
      ...test,
    })
    expect(await found()).toEqual([[], []])
    await save('ar', { _status: 'published' })
    await expect.poll(found, { timeout: 15_000 }).toEqual([['/services/withdrawn'], ['/services/withdrawn']])
    await save('ar', { _status: 'draft' })
    // Where the new index takes long, questions are answered by the older one for a moment.
    await expect.poll(found, { timeout: 15_000 }).toEqual([[], []])
  })

  it('is an edition that is not yet in force, until its day comes', async () => {
    const { docs } = await payload.find({ collection: 'policies', limit: 1, depth: 0, overrideAccess: false })
    const policy = docs[0]?.id ?? ''
    const word = 'ياقوتة'
    const { id } = await payload.create({
      collection: 'editions',
      draft: true,
      data: {
        policy,
        decision: { hijri: '1/1/1446' },
        effectiveFrom: '2190-01-01T12:00:00.000Z',
        sections: [{ kind: 'goal', heading: 'الهدف', clauses: [{ text: `نص ${word}` }] }],
      },
      ...test,
    })
    await payload.update({ collection: 'editions', id, data: { _status: 'published' }, ...asSystem('seed') })
    expect(await paths(word)).toEqual([])
    expect((await paths('بلباقة')).length).toBeGreaterThan(0)
    const onTheDay = new Date('2190-01-01T09:00:00Z')
    expect(await paths(word, 'ar', onTheDay)).toEqual(['/policies/beneficiary-relations#goal-b-1'])
    // The amendment replaced the text: what is no longer in force isn't found.
    expect(nonEmpty(await paths('بلباقة', 'ar', onTheDay)).filter((path) => path.includes('dealing'))).toEqual([])
  })
})
