import type { Payload, TypedUser } from 'payload'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthRating } from '@/features/surveys/server/month-rating'
import { encryptContact, encryptTexts } from '@/features/surveys/server/personal-fields'
import { getResults } from '@/features/surveys/server/results'
import { answersCsv, resultsCsv } from '@/features/surveys/server/results-csv'
import type { Survey, User } from '@/payload-types'
import { type Role, roles } from '@/platform/access'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { sessionOf } from '../factories/staff'
import { createResponse, createSurvey } from '../factories/surveys'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'
import { plansOf } from '../setup/query-plans'

let payload: Payload
let stop: () => Promise<void>
let survey: Survey
const people = new Map<Role, TypedUser>()
const password = 'a long password of a test'

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  for (const role of roles) {
    const user: User = await payload.create({
      collection: 'users',
      data: { name: role, email: `${role}@results.example`, password, roles: [role] },
      ...asSystem('test-setup'),
    })
    people.set(role, { ...user, collection: 'users' })
  }
  survey = await createSurvey(payload, { hasContact: true })
  const answer = (overall: number, more: Parameters<typeof createResponse>[2] = {}) =>
    createResponse(payload, survey.id, { answers: { overall, how: 'phone' }, ...more })
  for (let index = 0; index < 6; index += 1)
    await answer(5, { channel: 'website', submittedAt: '2026-10-31T21:30:00.000Z' })
  for (let index = 0; index < 5; index += 1)
    await answer(3, { channel: 'telephone', submittedAt: '2026-10-15T12:00:00.000Z' })
  for (let index = 0; index < 2; index += 1) await answer(1, { channel: 'letter', isInvited: true })
  await createResponse(payload, survey.id, {
    answers: {},
    textKeys: ['comment'],
    texts: encryptTexts({ comment: '=HYPERLINK("http://evil.example")\n=1+1' }),
    contact: encryptContact('0501234567'),
  })
})
afterAll(() => stop())

const resultsFor = async (role: Role | null, id = survey.id) =>
  getResults(payload, { survey: id, user: role ? (people.get(role) ?? null) : null, locale: 'ar' })

const viewFor = async (role: Role, id = survey.id) => {
  const found = await resultsFor(role, id)
  if (found.status !== 'ok') throw new Error(found.status)
  return found.view
}

describe('results', () => {
  it.each([
    ['administrator', 'ok'],
    ['approver', 'ok'],
    ['auditor', 'ok'],
    ['department-lead', 'ok'],
    ['editor', 'forbidden'],
    ['case-officer', 'forbidden'],
    [null, 'forbidden'],
  ] as const)('to %s are %s', async (role, status) => {
    expect((await resultsFor(role)).status).toBe(status)
  })

  it('count everybody, and give means by month in Riyadh and by channel without the small group', async () => {
    const { results } = await viewFor('auditor')
    expect(results).toMatchObject({ answered: 14, answeredByInvitation: 2, invited: 0, responseRate: null })
    const overall = results.questions.find(({ question }) => question.key === 'overall')
    expect(overall?.figures).toMatchObject({ answered: 13, mean: (30 + 15 + 2) / 13 })
    // 31 October 21:30 UTC is 1 November in Riyadh: six of them and the two of 22 November.
    expect(overall?.groups.month).toEqual([
      { group: '2026-10', isWithheld: false, answered: 5, mean: 3 },
      { group: '2026-11', isWithheld: false, answered: 8, mean: 4 },
    ])
    expect(overall?.groups.channel).toEqual([
      { group: 'letter', isWithheld: true },
      { group: 'telephone', isWithheld: true },
      { group: 'website', isWithheld: false, answered: 6, mean: 5 },
    ])
  })

  it('show a contact to those who may call back, and to nobody else', async () => {
    expect((await viewFor('administrator')).contacts?.map(({ contact }) => contact)).toEqual(['0501234567'])
    expect((await viewFor('department-lead')).contacts).toHaveLength(1)
    expect((await viewFor('auditor')).contacts).toBeNull()
    expect((await viewFor('approver')).contacts).toBeNull()
  })

  it('list texts only once there are enough answers to hide among', async () => {
    const small = await createSurvey(payload)
    for (let index = 0; index < 4; index += 1) {
      await createResponse(payload, small.id, { textKeys: ['comment'], texts: encryptTexts({ comment: 'نص' }) })
    }
    const before = await viewFor('administrator', small.id)
    expect(before.responses).toEqual([])
    expect(nonEmpty(before.results.questions).every(({ figures }) => figures.kind === 'withheld')).toBe(true)
    await createResponse(payload, small.id, { textKeys: ['comment'], texts: encryptTexts({ comment: 'نص' }) })
    expect((await viewFor('administrator', small.id)).responses).toHaveLength(5)
  })

  it('keep texts encrypted in the database', async () => {
    const { docs } = await payload.find({
      collection: 'survey-responses',
      where: { survey: { equals: survey.id } },
      limit: 100,
      ...asSystem('test-setup'),
    })
    expect(JSON.stringify(docs)).not.toContain('evil.example')
    expect(JSON.stringify(docs)).not.toContain('0501234567')
  })
})

describe('many answers', () => {
  const now = new Date('2026-11-22T12:00:00.000Z')
  const days = 28
  let many: Survey

  beforeAll(async () => {
    many = await createSurvey(payload)
    const rated = (overall: number, month: string) => (_: unknown, index: number) =>
      createResponse(payload, many.id, {
        answers: { overall },
        submittedAt: `${month}-${String((index % days) + 1).padStart(2, '0')}T12:00:00.000Z`,
      })
    await Promise.all(Array.from({ length: 4 }, rated(1, '2026-05')))
    await Promise.all(Array.from({ length: 490 }, rated(4, '2026-06')))
    await Promise.all(Array.from({ length: 20 }, rated(5, '2026-11')))
  })

  it('are each counted once, however many portions they are read in', async () => {
    const { results, responses } = await viewFor('auditor', many.id)
    expect(results.answered).toBe(514)
    expect(responses).toHaveLength(514)
    const overall = results.questions.find(({ question }) => question.key === 'overall')
    expect(overall?.figures).toMatchObject({ answered: 514, mean: (4 + 1960 + 100) / 514 })
  })

  it('give the rating of a month, today included, and none of fewer than five', async () => {
    expect(await monthRating(payload, { month: '2026-06', now })).toEqual({ mean: 4, count: 490 })
    expect(await monthRating(payload, { month: '2026-05', now })).toBeNull()
    expect(await monthRating(payload, { month: '2026-11', now })).toEqual({ mean: 5, count: 20 })
    const { id } = await createResponse(payload, many.id, {
      answers: { overall: 2 },
      submittedAt: '2026-11-22T12:00:00.000Z',
    })
    expect(await monthRating(payload, { month: '2026-11', now })).toEqual({ mean: 102 / 21, count: 21 })
    await payload.db.deleteOne({ collection: 'survey-responses', where: { id: { equals: id } } })
  })

  it.runIf(env().databaseKind === 'sqlite')('are never read through to find the next portion', async () => {
    const lines = await plansOf(payload, 'survey_responses', () => viewFor('auditor', many.id))
    expect(lines.length).toBeGreaterThan(1)
    for (const line of nonEmpty(lines)) expect(line).toMatch(/^SEARCH survey_responses USING INDEX/)
    // The second and later ones enter the index at their day.
    for (const line of nonEmpty(lines.slice(1))) expect(line).toMatch(/\(survey_id=\? AND submitted_at>\?\)/)
  })
})

describe('exports', () => {
  it('can be opened in a spreadsheet without running what somebody wrote', async () => {
    const file = answersCsv(await viewFor('auditor'), 'ar')
    expect(file.startsWith('\ufeff')).toBe(true)
    expect(file).toContain(`"'=HYPERLINK(""http://evil.example"")\n'=1+1"`)
    expect(file).not.toMatch(/(^|,)"?=/m)
  })

  it('withhold what the page withholds, and tell neither month nor channel nor contact of a single answer', async () => {
    const view = await viewFor('administrator')
    const results = resultsCsv(view, 'en')
    expect(results).toMatch(/"Official letters","Withheld/)
    expect(results).toMatch(/"Website",6,"5\.0"/)
    const answers = answersCsv(view, 'en')
    expect(answers.trim().split('\r\n')).toHaveLength(1 + 14)
    for (const trace of ['2026', 'letter', 'website', '0501234567']) expect(answers).not.toContain(trace)
  })

  const request = async (method: 'GET' | 'POST', path: string, role: Role | null) => {
    const headers = new Headers({ origin: payload.config.serverURL })
    if (role) {
      headers.set('Authorization', `JWT ${await sessionOf(payload, `${role}@results.example`)}`)
    }
    return handleEndpoints({
      config: payload.config,
      request: new Request(`${payload.config.serverURL}/api${path}`, { method, headers }),
    })
  }

  it('are given over the guarded route only to those who may read results', async () => {
    const path = `/survey-results/${survey.id}/results.csv`
    expect((await request('GET', path, null)).status).toBe(403)
    expect((await request('GET', path, 'editor')).status).toBe(403)
    const given = await request('GET', path, 'auditor')
    expect(given.status).toBe(200)
    expect(given.headers.get('content-disposition')).toMatch(/attachment; filename="survey-.*-1-results\.csv"/)
    expect((await request('GET', `/survey-results/${survey.id}/secrets.csv`, 'auditor')).status).toBe(404)
    expect((await request('GET', '/survey-results/none/results.csv', 'auditor')).status).toBe(404)
  })

  it('and a next round is made only by those who build surveys', async () => {
    const path = `/survey-next-round/${survey.id}`
    expect((await request('POST', path, null)).status).toBe(403)
    expect((await request('POST', path, 'auditor')).status).toBe(403)
    const made = await request('POST', path, 'editor')
    expect(made.status).toBe(200)
    const { id } = (await made.json()) as { id: string }
    expect((await payload.findByID({ collection: 'surveys', id, draft: true, ...asSystem('test-setup') })).round).toBe(
      2,
    )
  })
})
