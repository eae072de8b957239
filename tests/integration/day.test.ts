import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayViews, getDashboard } from '@/app/(payload)/panel/dashboard-data'
import { getResults } from '@/features/surveys/server/results'
import type { Inquiry, Survey, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { inboxPath } from '@/shared/casework/panel/inbox-path'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import type { StaffAction } from '@/shared/casework/server/desk/append-staff-event'
import { assign } from '@/shared/casework/server/desk/assign'
import { caseViews, isCaseView } from '@/shared/casework/server/desk/case-queries'
import { listCases } from '@/shared/casework/server/desk/list-cases'
import { readTarget, refer } from '@/shared/casework/server/desk/refer'
import { createInquiry } from '../factories/inquiries'
import { createResponse, createSurvey } from '../factories/surveys'
import { startPayload } from '../setup/payload'
import { plansOf } from '../setup/query-plans'

let payload: Payload
let databaseKind: 'sqlite' | 'mongodb'
let stop: () => Promise<void>
let survey: Survey

const now = new Date('2026-11-24T09:00:00Z')
const staff = {} as Record<Role, User>

async function createUser(role: Role, department: string | null = null): Promise<User> {
  const user = await payload.create({
    collection: 'users',
    data: {
      name: role,
      email: `${role}@example.org`,
      password: 'four words to remember',
      roles: [role],
      department,
    },
    depth: 0,
    ...asSystem('test-setup'),
  })
  return { ...user, collection: 'users' }
}

/** The case as an officer sees it now. */
async function at({ id }: Pick<Inquiry, 'id'>): Promise<StaffAction> {
  const { seq } = await payload.findByID({ collection: 'inquiries', id, depth: 0, ...asSystem('test-setup') })
  return { payload, clock: () => now, user: staff['case-officer'], caseId: id, seq, submissionKey: randomToken() }
}

const department = () =>
  payload.create({
    collection: 'departments',
    data: { name: 'التسجيل', slug: 'registration' },
    ...asSystem('test-setup'),
  })

beforeAll(async () => {
  ;({ payload, databaseKind, stop } = await startPayload())
  const registration = await department()
  for (const role of ['administrator', 'editor', 'approver', 'case-officer', 'auditor'] as const) {
    staff[role] = await createUser(role)
  }
  staff['department-lead'] = await createUser('department-lead', registration.id)

  // Overdue, due this afternoon and without a date; each once with nobody and once as told below.
  const overdue = { receivedAt: '2026-11-15T09:00:00.000Z', targetDays: 2 }
  const today = { receivedAt: '2026-11-22T14:00:00.000Z', targetDays: 2 }
  const undated = { targetDays: null }
  for (const given of [overdue, today, undated]) {
    await createInquiry(payload, given)
    await assign(await at(await createInquiry(payload, given)), { assignee: staff['case-officer'].id })
    const referred = await createInquiry(payload, given)
    await refer(await at(referred), { target: readTarget(`department:${registration.id}`), reason: 'يخص القسم' })
    const asked = await createInquiry(payload, given)
    await addMessage(await at(asked), { type: 'asked', text: 'ما رقم الطلب؟' })
    const answered = await createInquiry(payload, given)
    await assign(await at(answered), { assignee: staff['department-lead'].id })
    await addMessage(await at(answered), { type: 'answered', text: 'نعم' })
  }

  survey = await createSurvey(payload, { audiences: ['answered'] })
  for (const overall of [5, 5, 4, 4, 2, 4]) await createResponse(payload, survey.id, { answers: { overall } })
  for (const overall of [1, 1, 1, 1, 1]) {
    await createResponse(payload, survey.id, { answers: { overall }, submittedAt: '2026-10-05T12:00:00.000Z' })
  }
  for (const courtesy of [5, 5, 5]) await createResponse(payload, survey.id, { answers: { courtesy } })

  const slug = 'a-change'
  const draft = { _status: 'draft', title: 'صفحة', slug: 'about' } as const
  await payload.create({ collection: 'pages', draft: true, data: draft, ...asSystem('test-setup') })
  // Published, and changed since: its newest form is a draft too.
  const changed = await createSurvey(payload, { slug, audiences: ['service'] })
  await payload.update({
    collection: 'surveys',
    id: changed.id,
    draft: true,
    data: { _status: 'draft', title: 'استبانة أخرى' },
    ...asSystem('test-setup'),
  })
}, 60_000)
afterAll(() => stop())

/** Every case of the list at an address of the inbox, page after page, as its view reads it. */
async function listed(href: string, user: User): Promise<string[]> {
  const view = new URL(href, 'http://site').searchParams.get('view')
  if (!isCaseView(view)) throw new Error(`no view: ${href}`)
  const ids: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page = await listCases({ payload, user, now, view, after })
    ids.push(...page.cases.map(({ id }) => id))
    after = page.next
  }
  return ids
}

const dayOf = (role: Role) => getDashboard(payload, { user: staff[role], locale: 'ar', now })

describe.each<[Role, { sees: 'cases'; counts: number[] } | { sees: 'nothing' }]>([
  // Overdue, today, mine, unassigned, with departments, waiting, answered.
  ['case-officer', { sees: 'cases', counts: [3, 3, 6, 3, 3, 3, 3] }],
  ['administrator', { sees: 'cases', counts: [3, 3, 0, 3, 3, 3, 3] }],
  ['auditor', { sees: 'cases', counts: [3, 3, 0, 3, 3, 3, 3] }],
  // What was referred to the department, and what is with the lead.
  ['department-lead', { sees: 'cases', counts: [1, 1, 3, 3, 0, 3] }],
  ['editor', { sees: 'nothing' }],
  ['approver', { sees: 'nothing' }],
])('the day of a %s', (role, expected) => {
  it('counts cases that are there, and each number leads to as many', async () => {
    const { cases } = await dayOf(role)
    if (expected.sees === 'nothing') return expect(cases).toBeNull()
    expect(cases?.figures.map(({ count }) => count)).toEqual(expected.counts)
    for (const { view, count, href } of cases?.figures ?? []) {
      expect({ view, count: (await listed(href, staff[role])).length }).toEqual({ view, count })
    }
  })

  it('names what is due first among the overdue and among those of today', async () => {
    for (const { view, count, href, first } of (await dayOf(role)).cases?.figures ?? []) {
      const isTold = (view === 'overdue' || view === 'today') && count > 0
      expect({ view, first: first?.id }).toEqual({
        view,
        first: isTold ? (await listed(href, staff[role]))[0] : undefined,
      })
    }
  })

  it('begins with what is theirs and waits for us, then what is late, then what is nobody’s; each once', async () => {
    const { cases } = await dayOf(role)
    if (!cases) return expect(expected.sees).toBe('nothing')
    const inOrder = await Promise.all(
      (['mine', 'overdue', 'unassigned'] as const).map((view) => listed(inboxPath(view), staff[role])),
    )
    const expectedIds = [...new Set(inOrder.flat())]
    const waiting = new Set(await listed(inboxPath('waiting'), staff[role]))
    const answered = new Set(await listed(inboxPath('answered'), staff[role]))
    const onUs = expectedIds.filter((id) => !waiting.has(id) && !answered.has(id))
    expect(onUs.length).toBeGreaterThan(0)
    expect(cases.first.map(({ id }) => id)).toEqual(onUs.slice(0, 8))
  })

  it('counts drafts, and each number leads to as many', async () => {
    const { drafts } = await dayOf(role)
    if (role === 'case-officer' || role === 'department-lead') return expect(drafts).toEqual([])
    expect(drafts.map(({ label }) => label)).toEqual(['الصفحات', 'السياسات', 'الإصدارات', 'الخدمات', 'الاستبانات'])
    const known = Object.fromEntries(drafts.map(({ collection, count }) => [collection, count]))
    expect(known).toEqual({ editions: 0, pages: 1, policies: 0, services: 0, surveys: 1 })
    for (const { collection, count, draftsHref } of drafts) {
      const url = new URL(draftsHref, 'http://site')
      expect(url.pathname).toBe(`/admin/collections/${collection}`)
      expect(Object.fromEntries(url.searchParams)).toEqual({ 'where[_status][equals]': 'draft' })
      const { totalDocs } = await payload.find({
        collection: 'pages',
        ...({ collection } as object),
        // As Payload's list reads its address.
        where: { _status: { equals: 'draft' } },
        draft: true,
        limit: 100,
        depth: 0,
        overrideAccess: false,
        user: staff[role],
      })
      expect({ collection, count }).toEqual({ collection, count: totalDocs })
    }
  })

  it('tells satisfaction as the results page has it to who may read that page, and others what is published', async () => {
    const { satisfaction, published } = await dayOf(role)
    const results = await getResults(payload, { survey: survey.id, user: staff[role], locale: 'ar' })
    if (results.status !== 'ok') {
      // The home page's figure of the month that is over, which nobody can watch growing.
      expect(published).toEqual({ rating: { mean: 1, count: 5 }, href: '/ar' })
      return expect(satisfaction).toBeNull()
    }
    expect(published).toBeNull()
    expect(satisfaction?.href).toBe(`/admin/collections/surveys/${survey.id}/results`)
    const overall = results.view.results.questions.find(({ question }) => question.key === 'overall')
    const month = overall?.groups.month.find(({ group }) => group === '2026-11')
    expect(month).toMatchObject({ isWithheld: false, answered: 6, mean: 4 })
    expect(satisfaction?.overall?.figures).toEqual({ kind: 'known', answered: 6, mean: 4 })
    // Three people answered it.
    expect(satisfaction?.questions.find(({ key }) => key === 'courtesy')?.figures).toEqual({ kind: 'withheld' })
  })

  it('lists what the association has still to say, to who can say it', async () => {
    const { missing } = await dayOf(role)
    if (role !== 'administrator' && role !== 'editor') return expect(missing).toBeNull()
    expect(missing?.facts).toContain('رقم التسجيل')
    await payload.updateGlobal({ slug: 'association', data: { registrationNumber: '1234' }, ...asSystem('test-setup') })
    const after = (await dayOf(role)).missing?.facts
    await payload.updateGlobal({ slug: 'association', data: { registrationNumber: null }, ...asSystem('test-setup') })
    expect(after).toEqual(missing?.facts.filter((fact) => fact !== 'رقم التسجيل'))
  })
})

describe('a million inquiries', () => {
  const place = '2026-11-24T09:00:00.000Z'
  const id = randomToken(12)

  it.each(caseViews)('are never read through for the view %s', async (view) => {
    if (databaseKind !== 'sqlite') return
    const columns = view === 'mine' || view === 'unassigned' ? 2 : 1
    const after = [...Array.from({ length: columns }, () => place), id].join('~')
    for (const role of ['case-officer', 'department-lead'] as const) {
      const user = staff[role]
      const first = await plansOf(payload, 'inquiries', () => listCases({ payload, user, now, view }))
      const later = await plansOf(payload, 'inquiries', () => listCases({ payload, user, now, view, after }))
      const any = { status: null, kind: null, channel: null }
      const narrowed: string[] = []
      for (const one of [{ status: 'closed' }, { kind: 'complaint' }, { channel: 'letter' }] as const) {
        const filters = { ...any, ...one }
        narrowed.push(...(await plansOf(payload, 'inquiries', () => listCases({ payload, user, now, view, filters }))))
      }
      expect(first.length).toBeGreaterThan(0)
      expect(later.length).toBeGreaterThan(0)
      for (const line of [...first, ...narrowed, ...later]) expect(line).toMatch(/USING (COVERING )?INDEX/)
      // A later page is entered at its place, not read up to it.
      for (const line of [...(view === 'all' || view === 'closed' ? narrowed : []), ...later])
        expect(line).toMatch(/^SEARCH/)
    }
  })

  it('are never read through for the figures of the day', async () => {
    if (databaseKind !== 'sqlite') return
    for (const role of ['case-officer', 'department-lead', 'auditor'] as const) {
      const lines = await plansOf(payload, 'inquiries', () => dayOf(role))
      expect(lines.length).toBeGreaterThanOrEqual(dayViews.length)
      for (const line of lines) expect(line).toMatch(/^SEARCH inquiries USING (COVERING )?INDEX/)
    }
  })
})
