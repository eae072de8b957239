import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ErasedNow } from '@/features/site/domain/retention'
import { monthsBefore } from '@/platform/calendar'
import { asSystem } from '@/platform/system-payload'
import { createInquiry } from '../factories/inquiries'
import { createResponse, createSurvey } from '../factories/surveys'
import { startPayload } from '../setup/payload'
import { people, type Rest, signInAll } from '../setup/people'

/** Shortening how long texts are kept erases for good: administrators alone, and only what they confirmed. */

const test = asSystem('test-setup')
let payload: Payload
let stop: () => Promise<void>
let rest: Rest

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  ;({ rest } = await signInAll(payload))
  const old = monthsBefore(new Date(), 8)
  for (const _ of [1, 2]) {
    const { id } = await createInquiry(payload)
    await payload.db.updateOne({
      collection: 'inquiries',
      id,
      data: { status: 'closed', lastEventAt: old.toISOString() },
    })
  }
  await createInquiry(payload)
  const survey = await createSurvey(payload)
  const { id } = await createResponse(payload, survey.id, { submittedAt: old.toISOString() })
  await payload.db.updateOne({ collection: 'survey-responses', id, data: { texts: 'sealed' } })
}, 60_000)
afterAll(() => stop())
beforeEach(async () => {
  await payload.updateGlobal({ slug: 'association', data: { retentionMonths: 24 }, ...test })
})

const stored = async () => (await payload.findGlobal({ slug: 'association', ...test })).retentionMonths
const save = (data: object, person: (typeof people)[number] = 'administrator', language: 'ar' | 'en' = 'en') =>
  rest(person, 'POST', '/globals/association', data, language)

describe('months to keep', () => {
  it.each(people.filter((person) => person !== 'administrator'))(
    'are not changed by %s, confirmed or not',
    async (person) => {
      for (const data of [
        { retentionMonths: 6 },
        { retentionMonths: 6, retentionConfirmed: 3 },
        { retentionMonths: 36 },
        { retentionMonths: null },
      ]) {
        expect((await save(data, person)).status).toBe(403)
        expect(await stored()).toBe(24)
      }
    },
  )

  it('stay in the way of no other change by an editor', async () => {
    const { status } = await save({ description: 'تعريف', retentionMonths: 24 }, 'editor')
    expect({ status, months: await stored() }).toEqual({ status: 200, months: 24 })
  })

  it('are shortened only with the number of records that this erases now, which the refusal says beside the field', async () => {
    for (const confirmed of [undefined, null, true, 0, 2, 4]) {
      const { status, body } = await save({ retentionMonths: 6, retentionConfirmed: confirmed })
      expect({ confirmed, status }).toEqual({ confirmed, status: 400 })
      expect(body).toMatchObject({
        errors: [
          {
            data: {
              errors: [{ path: 'retentionMonths', message: expect.stringContaining('inquiries: 2, evaluations: 1') }],
            },
          },
        ],
      })
      expect(await stored()).toBe(24)
    }
    const arabic = await save({ retentionMonths: 6 }, 'administrator', 'ar')
    expect(JSON.stringify(arabic.body)).toContain('الاستفسارات: 2، التقييمات: 1')
    expect((await save({ retentionMonths: 6, retentionConfirmed: 3 })).status).toBe(200)
    expect(await stored()).toBe(6)
  })

  it('need the confirmation also when nothing is that old yet, and when no period was set', async () => {
    expect((await save({ retentionMonths: 12 })).status).toBe(400)
    expect((await save({ retentionMonths: 12, retentionConfirmed: 0 })).status).toBe(200)
    expect((await save({ retentionMonths: null })).status).toBe(200)
    expect((await save({ retentionMonths: 6 })).status).toBe(400)
  })

  it('are lengthened without one, which erases nothing', async () => {
    expect((await save({ retentionMonths: 36 })).status).toBe(200)
    expect(await stored()).toBe(36)
  })

  it.each([0, -1, 2.5, 241, 'six', 1e9])('refuse %s', async (months) => {
    expect((await save({ retentionMonths: months, retentionConfirmed: 3 })).status).toBe(400)
    expect(await stored()).toBe(24)
  })

  it('stay as they are when an earlier version is restored, by an administrator too', async () => {
    await payload.updateGlobal({ slug: 'association', locale: 'ar', data: { retentionMonths: 3 }, ...test })
    const { docs } = await payload.findGlobalVersions({ slug: 'association', sort: '-updatedAt', limit: 1, ...test })
    await payload.updateGlobal({ slug: 'association', locale: 'ar', data: { retentionMonths: 24 }, ...test })
    for (const person of ['editor', 'administrator'] as const) {
      expect((await rest(person, 'POST', `/globals/association/versions/${docs[0]?.id}`)).status).toBe(200)
      expect(await stored()).toBe(24)
    }
  })
})

describe('what a period would erase now', () => {
  it('is counted from the data, for administrators alone', async () => {
    for (const person of people) {
      const { status } = await rest(person, 'GET', '/globals/association/erased-now?months=6')
      expect({ person, status }).toEqual({ person, status: person === 'administrator' ? 200 : 403 })
    }
    const { body } = await rest('administrator', 'GET', '/globals/association/erased-now?months=6')
    expect(body as unknown as ErasedNow).toMatchObject({
      total: 3,
      parts: [
        { en: 'inquiries', count: 2 },
        { en: 'evaluations', count: 1 },
        { en: 'appointments', count: 0 },
      ],
    })
    expect((await rest('administrator', 'GET', '/globals/association/erased-now?months=0')).status).toBe(400)
  })
})
