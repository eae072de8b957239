import type { CollectionSlug, Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postEvaluation } from '@/features/surveys/server/forms'
import { decryptTexts } from '@/features/surveys/server/personal-fields'
import type { Survey, SurveyResponse } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { createSurvey } from '../factories/surveys'
import { startPayload } from '../setup/payload'
import { type Fields, formOf, newAddress } from '../setup/posted-form'

let payload: Payload
let stop: () => Promise<void>
let survey: Survey
const test = asSystem('test-setup')
const now = new Date()

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  survey = await createSurvey(payload, { hasContact: true, opensAt: new Date(now.getTime() - 3_600_000).toISOString() })
}, 60_000)
afterAll(() => stop())

const all = async <Row>(collection: CollectionSlug): Promise<Row[]> =>
  (await payload.find({ collection, limit: 2000, pagination: false, depth: 0, ...test })).docs as Row[]

describe('an evaluation', () => {
  const fieldsOf = (more: Fields = {}): Fields => ({
    locale: 'ar',
    survey: survey.id,
    service: '',
    token: '',
    'answer.overall': '5',
    ...more,
  })
  const send = (fields: Fields, { address = newAddress(), agent = 'a browser', locale = 'ar' as 'ar' | 'en' } = {}) =>
    postEvaluation(formOf(fields), {
      locale,
      clientAddress: address,
      clientAgent: agent,
      services: async () => [{ slug: 'a' }, { slug: 'b' }],
    })
  const rows = () => all<SurveyResponse>('survey-responses')
  const addedBy = async (work: () => Promise<unknown>) => {
    const before = new Set((await rows()).map(({ id }) => id))
    await work()
    return (await rows()).filter(({ id }) => !before.has(id))
  }

  it('without script is one row, however often one sender presses', async () => {
    const address = newAddress()
    const fields = fieldsOf({ 'answer.comment': 'كلمة طيبة' })
    const added = await addedBy(async () => {
      for (let press = 0; press < 3; press += 1) expect(await send(fields, { address })).toEqual({ status: 'ok' })
      const results = await Promise.all([1, 2, 3].map(() => send(fields, { address })))
      expect(results).toEqual(Array(3).fill({ status: 'ok' }))
    })
    expect(added).toHaveLength(1)
    const others = await addedBy(async () => {
      await send(fieldsOf({ 'answer.comment': 'كلمة أخرى' }), { address })
      await send(fields, { address, agent: 'another browser' })
      await send(fields)
    })
    expect(others).toHaveLength(3)
  })

  it.each<[string, Fields]>([
    ['a rating', { 'answer.overall': '1' }],
    ['a rating taken back', { 'answer.courtesy': '' }],
    ['a choice', { 'answer.how': 'visit' }],
    ['the words', { 'answer.comment': 'كلمة أخرى' }],
    ['the contact', { contact: '0501234567' }],
    ['the service', { service: 'b' }],
  ])('is another row under a used key when it differs in %s', async (_, change) => {
    const first = fieldsOf({ submissionKey: randomToken(), service: 'a', 'answer.courtesy': '4' })
    const second = { ...first, ...change }
    const added = await addedBy(async () => {
      for (const fields of [first, second, first, second]) expect(await send(fields)).toEqual({ status: 'ok' })
    })
    expect(added).toHaveLength(2)
  })

  it('sent under the key of a refused form is what was corrected, not what was refused', async () => {
    const submissionKey = randomToken()
    const added = await addedBy(async () => {
      expect(await send(fieldsOf({ submissionKey, 'answer.overall': '9' }))).toMatchObject({ status: 'again' })
      await send(fieldsOf({ submissionKey, 'answer.overall': '1' }))
      await send(fieldsOf({ submissionKey, 'answer.overall': '5', 'answer.comment': 'غيّرت رأيي' }))
    })
    const said = added.map(({ answers, texts }) => JSON.stringify([answers, decryptTexts(texts)]))
    expect(said.toSorted()).toEqual(['[{"overall":1},{}]', '[{"overall":5},{"comment":"غيّرت رأيي"}]'])
  })
})
