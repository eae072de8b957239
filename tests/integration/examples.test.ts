import type { CollectionSlug, Payload, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthRating } from '@/features/surveys/server/month-rating'
import { monthOf } from '@/features/surveys/server/read-responses'
import { hasExamples } from '@/platform/examples'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { RealDataError, seedExamples } from '@/seed/examples'
import { planYear } from '@/seed/examples/plan'
import { caseStats } from '@/shared/casework/server/case-stats'
import { createInquiry } from '../factories/inquiries'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let hadExamples: boolean
let made: Awaited<ReturnType<typeof seedExamples>>
/** The newest of a year: every state of a case is among them. */
const plan = planYear(new Date('2026-11-22T12:00:00.000Z')).slice(-32)

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  await runSeeds(payload)
  hadExamples = await hasExamples(payload)
  made = await seedExamples(payload, { plan, isRealDataRefused: true })
}, 120_000)
afterAll(() => stop())

const count = async (collection: CollectionSlug, where: Where = {}) =>
  (await payload.count({ collection, where, ...asSystem('test-setup') })).totalDocs
const counts = async () => [
  await count('inquiries'),
  await count('inquiry-events'),
  await count('survey-responses'),
  await count('services'),
  await count('users'),
]

describe('examples', () => {
  it('fill an empty system with cases in every state, and write to nobody', async () => {
    expect(hadExamples).toBe(false)
    expect(made.inquiries).toBe(plan.length)
    expect(await count('inquiries')).toBe(plan.length)
    for (const status of ['new', 'open', 'waiting', 'answered', 'closed']) {
      expect(await count('inquiries', { status: { equals: status } }), status).toBeGreaterThan(0)
    }
    expect(await count('survey-responses')).toBe(made.responses)
    for (const collection of ['inquiries', 'inquiry-events', 'survey-invitations'] as const) {
      expect(await count(collection, { mailState: { not_equals: 'none' } }), collection).toBe(0)
    }
    expect(await hasExamples(payload)).toBe(true)
  })

  it('are the same when they are made again', async () => {
    const before = await counts()
    await seedExamples(payload, { plan, isRealDataRefused: true })
    expect(await counts()).toEqual(before)
  })

  it('give the figures of a month', async () => {
    const until = plan.at(-1)?.receivedAt ?? new Date(0)
    const received = plan.filter(({ receivedAt }) => receivedAt < until)
    const figures = await caseStats(payload, { from: new Date(0), until })
    const isAnswered = ({ steps }: (typeof plan)[number]) => ['answered', 'closed'].includes(steps.at(-1)?.type ?? '')
    expect(figures).toEqual({ received: received.length, answered: received.filter(isAnswered).length, noReply: 0 })

    const ratings = plan.flatMap(({ evaluation }) => evaluation ?? [])
    const months = new Set(ratings.map(({ at }) => monthOf(at)))
    const ofMonth = (month: string) => ratings.filter(({ at }) => monthOf(at) === month)
    for (const month of nonEmpty(months)) {
      const rated = ofMonth(month)
      const mean = rated.reduce((sum, { scores }) => sum + scores.overall, 0) / rated.length
      const expected = rated.length < 5 ? null : { mean, count: rated.length }
      expect(await monthRating(payload, { month, now: new Date() }), month).toEqual(expected)
    }
    expect(await monthRating(payload, { month: '2001-01', now: new Date() })).toBeNull()
  })

  it('are refused among what people sent', async () => {
    const { id } = await createInquiry(payload)
    await expect(seedExamples(payload, { plan, isRealDataRefused: true })).rejects.toThrow(RealDataError)
    expect(await count('inquiries')).toBe(plan.length + 1)
    await payload.db.deleteOne({ collection: 'inquiries', where: { id: { equals: id } } })
  })
})
