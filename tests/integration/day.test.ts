import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Day, getDashboard } from '@/app/(payload)/panel/dashboard-data'
import { getResults } from '@/features/surveys/server/results'
import type { Survey, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'
import { isCaseView } from '@/shared/casework/server/desk/case-queries'
import { listCases } from '@/shared/casework/server/desk/list-cases'
import { createDay, dayNow as now } from '../factories/staff-day'
import { createResponse, createSurvey } from '../factories/surveys'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let survey: Survey
let names: ReadonlyMap<string, string>
/** The officer's, before there was anything to do. */
let emptyDay: Day

const staff = {} as Record<Role, User>
const test = asSystem('test-setup')

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
    ...test,
  })
  return { ...user, collection: 'users' }
}

const dayOf = (role: Role) => getDashboard(payload, { user: staff[role], locale: 'ar', now })

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const department = await payload.create({
    collection: 'departments',
    data: { name: 'التسجيل', slug: 'registration' },
    ...test,
  })
  for (const role of ['administrator', 'editor', 'approver', 'case-officer', 'auditor'] as const) {
    staff[role] = await createUser(role)
  }
  staff['department-lead'] = await createUser('department-lead', department.id)
  emptyDay = await dayOf('case-officer')
  names = await createDay(payload, {
    officer: staff['case-officer'],
    lead: staff['department-lead'],
    department: department.id,
  })

  survey = await createSurvey(payload, { audiences: ['answered'] })
  for (const overall of [5, 5, 4, 4, 2, 4]) await createResponse(payload, survey.id, { answers: { overall } })
  for (const overall of [1, 1, 1, 1, 1]) {
    await createResponse(payload, survey.id, { answers: { overall }, submittedAt: '2026-10-05T12:00:00.000Z' })
  }
  for (const courtesy of [5, 5, 5]) await createResponse(payload, survey.id, { answers: { courtesy } })

  const page = { _status: 'draft', title: 'صفحة', slug: 'about' } as const
  await payload.create({ collection: 'pages', draft: true, data: page, ...test })
  for (const slug of ['one', 'two', 'three']) {
    const policy = { _status: 'draft', title: 'سياسة', slug } as const
    await payload.create({ collection: 'policies', draft: true, data: policy, ...test })
  }
  // Published, and changed since: their newest form is a draft too.
  for (const slug of ['a-change', 'another-change']) {
    const { id } = await createSurvey(payload, { slug, audiences: ['service'] })
    const data = { _status: 'draft', title: 'استبانة أخرى' } as const
    await payload.update({ collection: 'surveys', id, draft: true, data, ...test })
  }
}, 60_000)
afterAll(() => stop())

const namesOf = (cases: readonly { id: string }[]) => cases.map(({ id }) => names.get(id))

/** The cases of the list at an address of the inbox, as its view reads it. */
async function listed(href: string, user: User): Promise<unknown[]> {
  const view = new URL(href, 'http://site').searchParams.get('view')
  if (!isCaseView(view)) throw new Error(`no view: ${href}`)
  const { cases, next } = await listCases({ payload, user, now, view })
  expect(next).toBeNull()
  return namesOf(cases)
}

/** What there is behind each figure, in the order in which it is to be done. No two lists of the officer are as long. */
const everyList = {
  overdue: ['officer: overdue', 'department: overdue', 'nobody: overdue'],
  today: ['nobody: today', 'officer: today', 'lead: today', 'nobody: today, later'],
  mine: [
    'officer: overdue',
    'officer: today',
    'officer: undated 1',
    'officer: undated 2',
    'officer: undated 3',
    'officer: waiting',
  ],
  unassigned: ['nobody: overdue', 'nobody: today', 'nobody: today, later', 'nobody: undated', 'nobody: undated, later'],
  departments: ['department: overdue', 'department: undated'],
  waiting: ['officer: waiting'],
  undelivered: ['officer: waiting', ...[7, 6, 5, 4, 3, 2, 1].map((ago) => `lead: answered ${ago} minutes ago`)],
  answered: [7, 6, 5, 4, 3, 2, 1].map((ago) => `lead: answered ${ago} minutes ago`),
}
type Lists = Partial<typeof everyList>

const ofTheLead: Lists = {
  overdue: ['department: overdue'],
  today: ['lead: today'],
  // The newest was received last: what waits for nobody has no date to stand by.
  mine: ['lead: today', ...[1, 3, 5, 7, 6, 4, 2].map((ago) => `lead: answered ${ago} minutes ago`)],
  // What the department has and nobody in it.
  unassigned: ['department: overdue', 'department: undated'],
  waiting: [],
  undelivered: everyList.answered,
  answered: everyList.answered,
}

interface Expected {
  lists: Lists | null
  /** What the day begins with: what is theirs and waits for us, then what is late, then what is nobody's. */
  first: string[]
  seesDrafts: boolean
  readsResults: boolean
  fillsGaps: boolean
}

const withoutCases = { lists: null, first: [] }
const ofNobody = everyList.unassigned.filter((name) => name !== 'nobody: overdue')

describe.each<[Role, Expected]>([
  [
    'case-officer',
    {
      lists: everyList,
      // As many as fit: what is nobody's has one place left.
      first: [...everyList.mine.slice(0, 5), 'department: overdue', 'nobody: overdue', 'nobody: today'],
      ...{ seesDrafts: false, readsResults: false, fillsGaps: false },
    },
  ],
  [
    'administrator',
    {
      lists: { ...everyList, mine: [] },
      first: [...everyList.overdue, ...ofNobody],
      ...{ seesDrafts: true, readsResults: true, fillsGaps: true },
    },
  ],
  [
    'auditor',
    {
      lists: { ...everyList, mine: [] },
      first: [...everyList.overdue, ...ofNobody],
      ...{ seesDrafts: true, readsResults: true, fillsGaps: false },
    },
  ],
  [
    'department-lead',
    {
      lists: ofTheLead,
      first: ['lead: today', 'department: overdue', 'department: undated'],
      ...{ seesDrafts: false, readsResults: true, fillsGaps: false },
    },
  ],
  ['editor', { ...withoutCases, seesDrafts: true, readsResults: false, fillsGaps: true }],
  ['approver', { ...withoutCases, seesDrafts: true, readsResults: true, fillsGaps: false }],
])('the day of a %s', (role, { fillsGaps, first, lists, readsResults, seesDrafts }) => {
  it('counts cases that are there, and each number leads to them', async () => {
    const { cases } = await dayOf(role)
    const wanted = lists && Object.entries(lists).map(([view, found]) => ({ view, count: found.length, found }))
    const figures = cases?.figures.map(async ({ view, count, href }) => ({
      view,
      count,
      found: await listed(href, staff[role]),
    }))
    expect(figures ? await Promise.all(figures) : null).toEqual(wanted)
  })

  it('names what is due first among the overdue and among those of today, and begins with what is to be done', async () => {
    const { cases } = await dayOf(role)
    const named = cases?.figures.flatMap(({ view, first: due }) => (due ? [[view, names.get(due.id)]] : []))
    expect(named ?? null).toEqual(
      lists && [
        ['overdue', lists.overdue?.[0]],
        ['today', lists.today?.[0]],
      ],
    )
    expect(namesOf(cases?.first ?? [])).toEqual(first)
  })

  it('counts drafts, and each number leads to as many', async () => {
    const { drafts } = await dayOf(role)
    expect(drafts.map(({ collection, count, label }) => [collection, label, count])).toEqual(
      seesDrafts
        ? [
            ['pages', 'الصفحات', 1],
            ['policies', 'السياسات', 3],
            ['editions', 'الإصدارات', 0],
            ['services', 'الخدمات', 0],
            ['surveys', 'الاستبانات', 2],
          ]
        : [],
    )
    const found = drafts.map(async ({ collection, draftsHref }) => {
      const url = new URL(draftsHref, 'http://site')
      const { totalDocs } = await payload.find({
        collection: 'pages',
        ...({ collection: url.pathname.replace('/admin/collections/', '') } as object),
        // As Payload's list reads its address.
        where: { _status: { equals: url.searchParams.get('where[_status][equals]') } },
        draft: true,
        limit: 100,
        depth: 0,
        overrideAccess: false,
        user: staff[role],
      })
      return [collection, totalDocs]
    })
    expect(await Promise.all(found)).toEqual(drafts.map(({ collection, count }) => [collection, count]))
  })

  it('tells satisfaction as the results page has it to who may read that page, and others what is published', async () => {
    const { satisfaction, published } = await dayOf(role)
    const results = await getResults(payload, { survey: survey.id, user: staff[role], locale: 'ar' })
    const overall =
      results.status === 'ok' && results.view.results.questions.find(({ question }) => question.key === 'overall')
    const month = overall ? overall.groups.month.find(({ group }) => group === '2026-11') : null
    const wanted = readsResults
      ? { published: null, month: { isWithheld: false, answered: 6, mean: 4 } }
      : // The home page's figure of the month that is over, which nobody can watch growing.
        { published: { rating: { mean: 1, count: 5 }, href: '/ar' }, month: null }
    expect({ published, month }).toMatchObject(wanted)
    // Three people answered the question about courtesy.
    const figures = satisfaction?.questions.map(({ key, figures: known }) => [key, known])
    expect(satisfaction && { href: satisfaction.href, overall: satisfaction.overall?.figures, figures }).toEqual(
      readsResults
        ? {
            href: `/admin/collections/surveys/${survey.id}/results`,
            overall: { kind: 'known', answered: 6, mean: 4 },
            figures: [
              ['courtesy', { kind: 'withheld' }],
              ['overall', { kind: 'known', answered: 6, mean: 4 }],
            ],
          }
        : null,
    )
  })

  it('lists what the association has still to say, to who can say it', async () => {
    const factsNow = async () => (await dayOf(role)).missing?.facts ?? null
    const facts = await factsNow()
    await payload.updateGlobal({ slug: 'association', data: { registrationNumber: '1234' }, ...test })
    const after = await factsNow()
    await payload.updateGlobal({ slug: 'association', data: { registrationNumber: null }, ...test })
    expect(facts).toEqual(fillsGaps ? expect.arrayContaining(['رقم التسجيل', 'الهاتف']) : null)
    expect(after).toEqual(facts?.filter((fact) => fact !== 'رقم التسجيل') ?? null)
  })
})

it('a day without cases has the figures that are always told, all of nothing', () => {
  expect(emptyDay.cases?.figures.map(({ count, first, view }) => ({ view, count, first }))).toEqual(
    ['overdue', 'today', 'mine', 'unassigned', 'waiting', 'answered'].map((view) => ({ view, count: 0, first: null })),
  )
  expect(emptyDay.cases?.first).toEqual([])
})
