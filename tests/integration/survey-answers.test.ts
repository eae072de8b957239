import { describe, expect, it } from 'vitest'
import { postEvaluation } from '@/features/surveys/server/forms'
import type { SubmitResponseResult } from '@/features/surveys/server/submit-response'
import { surveyWindowJob } from '@/features/surveys/server/window-job'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { readRevision } from '@/platform/revision'
import { createSurvey } from '../factories/surveys'
import { form, now, payload, responseOf, responses, submit, withOpenSurvey } from '../setup/open-survey'

withOpenSurvey()

describe('an open evaluation', () => {
  it('is one row of codes, with texts sealed, the day only, and nothing of who sent it', async () => {
    const key = randomToken()
    const answers = { courtesy: 'na', overall: '4', how: 'visit', comment: 'كلمة طيبة' }
    expect(await submit(form({ submissionKey: key, service: 'guidance' }, answers))).toEqual({ status: 'ok' })
    const row = await responseOf(`open:${key}`)
    expect(row).toMatchObject({
      answers: { courtesy: 'na', overall: 4, how: 'visit' },
      textKeys: ['comment'],
      serviceSlug: 'guidance',
      channel: null,
      isInvited: false,
      contact: null,
    })
    expect(row?.submittedAt).toMatch(/T12:00:00\.000Z$/)
    expect(JSON.stringify(row)).not.toContain('كلمة طيبة')
    expect(JSON.stringify(row)).not.toContain('192.0.2')
  })

  it('is the same row when the form is sent again, one after the other or at once', async () => {
    const key = randomToken()
    const before = (await responses()).length
    const results = await Promise.all(Array.from({ length: 5 }, () => submit(form({ submissionKey: key }))))
    results.push(await submit(form({ submissionKey: key })))
    expect(results).toEqual(Array(6).fill({ status: 'ok' }))
    expect((await responses()).length).toBe(before + 1)
  })

  it.each([
    ['no answer at all', form, {}, { status: 'nothing' }],
    ['an answer off the scale', form, { overall: '6' }, { status: 'invalid', errors: { overall: 'invalid' } }],
    ['an unknown option', form, { how: 'fax' }, { status: 'invalid', errors: { how: 'invalid' } }],
    ['too long a text', form, { comment: 'س'.repeat(3001) }, { status: 'invalid', errors: { comment: 'tooLong' } }],
  ])('with %s is not taken', async (_, make, answers, result) => {
    const before = (await responses()).length
    expect(await submit(make({}, answers as Record<string, string>))).toMatchObject(result)
    expect((await responses()).length).toBe(before)
  })

  it('filled in by a machine is not taken', async () => {
    expect(await submit(form({ website: 'http://spam.example' }))).toEqual({ status: 'refused', reason: 'honeypot' })
  })

  it('takes no service that is not offered, and no survey that does not ask everyone', async () => {
    const key = randomToken()
    await submit(form({ submissionKey: key, service: 'invented' }))
    expect((await responseOf(`open:${key}`))?.serviceSlug).toBeNull()
    const closed = await createSurvey(payload, { closesAt: new Date(now.getTime() - 1000).toISOString() })
    const invited = await createSurvey(payload, { audiences: ['answered'], opensAt: '2020-01-01T00:00:00.000Z' })
    for (const { id } of [closed, invited]) expect(await submit(form({ survey: id }))).toEqual({ status: 'closed' })
    expect(await submit(form({ survey: 'none' }))).toEqual({ status: 'closed' })
  })

  it('is held to tighter limits without proof of work', async () => {
    const allowed = env().LIMIT_SUBMISSIONS_PER_ADDRESS_WITHOUT_PROOF
    const clientAddress = '198.51.100.7'
    const results: SubmitResponseResult[] = []
    for (let index = 0; index <= allowed; index += 1) results.push(await submit(form(), { clientAddress }))
    expect(results.slice(0, allowed)).toEqual(Array(allowed).fill({ status: 'ok' }))
    expect(results.at(-1)).toEqual({ status: 'refused', reason: 'tooMany' })
  })

  it('comes back with everything typed when something is wrong', async () => {
    const data = form({ contact: '0501234567', submissionKey: 'k'.repeat(24) }, { overall: '9', comment: 'ما كُتب' })
    const result = await postEvaluation(data, { locale: 'ar', clientAddress: '203.0.113.9', services: async () => [] })
    expect(result).toMatchObject({
      status: 'again',
      state: {
        outcome: 'invalid',
        errors: { overall: 'invalid' },
        typed: { overall: ['9'], comment: ['ما كُتب'] },
        contact: '0501234567',
        submissionKey: 'k'.repeat(24),
      },
    })
  })
})

describe('the hour at which a survey opens or closes', () => {
  it('makes its pages new, once', async () => {
    const opensAt = new Date(now.getTime() + 100 * 86_400_000)
    await createSurvey(payload, { opensAt: opensAt.toISOString() })
    const job = surveyWindowJob(new Date(opensAt.getTime() - 20_000))
    const before = await readRevision(payload)
    expect(await job.run(payload, new Date(opensAt.getTime() - 10_000))).toBe(0)
    expect(await job.run(payload, opensAt)).toBe(1)
    expect(await readRevision(payload)).toBe(before + 1)
    expect(await job.run(payload, new Date(opensAt.getTime() + 10_000))).toBe(0)
  })
})
