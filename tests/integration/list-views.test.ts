import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListView } from '@/payload/list-views'
import type { Service, User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { createSurvey } from '../factories/surveys'
import { startPayload } from '../setup/payload'

const test = asSystem('test-setup')
const now = new Date('2026-11-24T09:00:00Z')
const longAgo = '2025-10-01T00:00:00.000Z'
const lately = '2026-10-01T00:00:00.000Z'

let payload: Payload
let stop: () => Promise<void>
let editor: User

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const data = { name: 'محررة', email: 'editor@example.org', password: 'four words to remember', roles: ['editor'] }
  const user = await payload.create({ collection: 'users', data: data as never, ...test })
  editor = { ...user, collection: 'users' }
}, 60_000)
afterAll(() => stop())

/** The views that stand above a collection's list, by their English names. */
function viewsOf(collection: 'services' | 'surveys'): Map<string, ListView> {
  const [component] = payload.collections[collection].config.admin.components?.beforeListTable ?? []
  const { views } = (component as { serverProps: { views: ListView[] } }).serverProps
  return new Map(views.map((view) => [view.label.en, view]))
}

/** What stands in the list that each view leads to, as an editor with an Arabic panel sees it. */
async function listed(collection: 'services' | 'surveys'): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [name, { where }] of viewsOf(collection)) {
    const { docs } = await payload.find({
      collection,
      where: where(now),
      draft: true,
      locale: 'ar',
      depth: 0,
      limit: 100,
      sort: 'slug',
      overrideAccess: false,
      user: editor,
    })
    found[name] = docs.map(({ slug }) => slug)
  }
  return found
}

async function createService(slug: string, facts: Partial<Service>, english: Partial<Service> | null) {
  const { id, documents } = await payload.create({
    collection: 'services',
    locale: 'ar',
    draft: facts._status === 'draft',
    data: {
      slug,
      order: 1,
      title: 'خدمة',
      need: 'أريد خدمة',
      summary: 'خلاصة',
      audiences: ['beneficiaries'],
      action: { kind: 'ask', label: 'طرح سؤال' },
      _status: 'published',
      ...facts,
    } as Service,
    ...test,
  })
  if (!english) return
  const papers = documents?.map((row) => ({ id: row.id, text: 'Identity card' }))
  const data = { ...english, documents: papers ?? [] }
  await payload.update({ collection: 'services', id, locale: 'en', data, ...test })
}

describe('the saved views of services', () => {
  it('find drafts, what has no English, what lacks a fact (papers need not be), and what nobody has verified for a year', async () => {
    const department = await payload.create({
      collection: 'departments',
      data: { name: 'الخدمات', slug: 'services' },
      ...test,
    })
    const complete = {
      fee: 'بلا رسوم',
      promisedWorkingDays: 3,
      department: department.id,
      verifiedOn: lately,
      documents: [{ text: 'الهوية' }],
      channels: [{ channel: 'website', hours: 'دائمًا' }],
    } satisfies Partial<Service>
    const english = { title: 'Service', need: 'I want it', summary: 'Summary', action: { kind: 'ask', label: 'Ask' } }
    const inEnglish = english as Partial<Service>
    await createService('a-complete', complete, inEnglish)
    await createService('b-arabic-only', complete, null)
    await createService('c-no-fee', { ...complete, fee: null }, inEnglish)
    await createService('d-no-papers', { ...complete, documents: [] }, inEnglish)
    await createService('e-no-hours', { ...complete, channels: [{ channel: 'website' }] }, inEnglish)
    await createService('f-stale', { ...complete, verifiedOn: longAgo }, inEnglish)
    await createService('g-draft', { ...complete, _status: 'draft' }, null)
    expect(await listed('services')).toEqual({
      Drafts: ['g-draft'],
      Published: ['a-complete', 'b-arabic-only', 'c-no-fee', 'd-no-papers', 'e-no-hours', 'f-stale'],
      'Not translated': ['b-arabic-only', 'g-draft'],
      'Something missing': ['c-no-fee', 'e-no-hours'],
      'Not verified for a year': ['f-stale'],
    })
  })
})

describe('the saved views of surveys', () => {
  it('tell what is open, to come, closed and in draft by the dates', async () => {
    await createSurvey(payload, { slug: 'always' })
    await createSurvey(payload, { slug: 'closed', closesAt: lately })
    await createSurvey(payload, { slug: 'now', opensAt: lately, closesAt: '2027-01-01T00:00:00.000Z' })
    await createSurvey(payload, { slug: 'soon', opensAt: '2027-01-01T00:00:00.000Z' })
    const draft = await createSurvey(payload, { slug: 'written' })
    await payload.update({ collection: 'surveys', id: draft.id, draft: true, data: { _status: 'draft' }, ...test })
    expect(await listed('surveys')).toEqual({
      Open: ['always', 'now'],
      'Not open yet': ['soon'],
      Closed: ['closed'],
      Drafts: ['written'],
    })
  })
})
