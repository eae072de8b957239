import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { retentionMonths } from '@/features/site/server/retention'
import { eraseEvaluationsJob } from '@/features/surveys/server/erase-job'
import { decryptContact, decryptTexts, encryptContact, encryptTexts } from '@/features/surveys/server/personal-fields'
import { getResults } from '@/features/surveys/server/results'
import type { User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { createResponse, createSurvey } from '../factories/surveys'
import { empty } from '../setup/empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let auditor: User
const now = new Date('2026-11-30T09:00:00.000Z')
const test = asSystem('test-setup')

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  auditor = await payload.create({
    collection: 'users',
    data: { name: 'ريم', email: 'reem@example.org', password: 'long-enough-for-a-test', roles: ['auditor'] },
    ...test,
  })
})
afterAll(() => stop())
beforeEach(async () => {
  await empty(payload, 'survey-responses')
  await keep(12)
})

const keep = (months: number | null) =>
  payload.updateGlobal({ slug: 'association', data: { retentionMonths: months }, ...test })

describe('evaluations that the association keeps no longer', () => {
  const words = {
    textKeys: ['comment'],
    texts: encryptTexts({ comment: 'اسمي هند' }),
    contact: encryptContact('0501234567'),
  }
  const evaluated = async (survey: string, submittedAt: string) =>
    (await createResponse(payload, survey, { ...words, submittedAt })).id
  const wordsIn = async (id: string) => {
    const { texts, contact } = await payload.findByID({ collection: 'survey-responses', id, depth: 0, ...test })
    return { texts: decryptTexts(texts), contact: decryptContact(contact) }
  }
  const kept = { texts: { comment: 'اسمي هند' }, contact: '0501234567' }
  const gone = { texts: {}, contact: null }

  it('lose their words and their contact on the same clock, and go on counting', async () => {
    const { id: survey } = await createSurvey(payload, { hasContact: true })
    const old = await evaluated(survey, '2025-11-29T12:00:00.000Z')
    const young = await evaluated(survey, '2025-12-01T12:00:00.000Z')
    for (let index = 0; index < 4; index += 1) await createResponse(payload, survey)
    const evaluations = eraseEvaluationsJob(retentionMonths)

    await keep(null)
    expect(await evaluations.run(payload, now)).toBe(0)
    expect(await wordsIn(old)).toEqual(kept)

    await keep(12)
    expect(await evaluations.run(payload, now)).toBe(1)
    expect(await wordsIn(old)).toEqual(gone)
    expect(await wordsIn(young)).toEqual(kept)
    expect(await evaluations.run(payload, now)).toBe(0)

    const user = { ...auditor, collection: 'users' as const }
    const found = await getResults(payload, { survey, user, locale: 'ar' })
    if (found.status !== 'ok') throw new Error(found.status)
    expect(found.view.results.answered).toBe(6)
    const overall = found.view.results.questions.find(({ question }) => question.key === 'overall')
    expect(overall?.figures).toMatchObject({ answered: 6, mean: 4 })

    expect(await evaluations.run(payload, new Date('2026-12-02T09:00:00.000Z'))).toBe(1)
    expect(await wordsIn(young)).toEqual(gone)
  })

  it('are found again by a process that starts again, in as many rounds as it takes', async () => {
    const { id: survey } = await createSurvey(payload, { hasContact: true })
    const ids = await Promise.all(Array.from({ length: 130 }, () => evaluated(survey, '2020-01-05T12:00:00.000Z')))
    const evaluations = eraseEvaluationsJob(retentionMonths)
    expect(await evaluations.run(payload, now)).toBe(100)
    expect(await eraseEvaluationsJob(retentionMonths).run(payload, now)).toBe(30)
    expect(await evaluations.run(payload, now)).toBe(0)
    expect(await wordsIn(ids[0] ?? '')).toEqual(gone)
  })
})
