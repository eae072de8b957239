import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openInvitation, postEvaluation } from '@/features/surveys/server/forms'
import { invitationMailJob, inviteJob } from '@/features/surveys/server/invitation-jobs'
import { invitationOfInquiry, invitedSubmissionKey } from '@/features/surveys/server/invitations'
import { readEvaluationForm } from '@/features/surveys/server/read-form'
import { type SubmitResponseResult, submitResponse } from '@/features/surveys/server/submit-response'
import { traceResponse } from '@/features/surveys/server/trace-response'
import { surveyWindowJob } from '@/features/surveys/server/window-job'
import type { Inquiry, Survey, SurveyResponse } from '@/payload-types'
import { type Role, roles } from '@/platform/access'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { readRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'
import { answeredCases } from '@/shared/casework/server/answered-cases'
import { createInquiry } from '../factories/inquiries'
import { createSurvey } from '../factories/surveys'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
let survey: Survey
const test = asSystem('test-setup')
const now = new Date()

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  survey = await createSurvey(payload, { hasContact: true, opensAt: new Date(now.getTime() - 3_600_000).toISOString() })
})
afterAll(() => stop())

/** A form as a browser posts it. */
function form(fields: Record<string, string> = {}, answers: Record<string, string> = { overall: '5' }): FormData {
  const data = new FormData()
  const all = { locale: 'ar', survey: survey.id, service: '', token: '', submissionKey: randomToken(), ...fields }
  for (const [name, value] of Object.entries(all)) data.set(name, value)
  for (const [key, value] of Object.entries(answers)) data.set(`answer.${key}`, value)
  return data
}

let addresses = 0
const submit = (
  data: FormData,
  { clientAddress = `192.0.2.${++addresses}`, at = now }: { clientAddress?: string; at?: Date } = {},
): Promise<SubmitResponseResult> =>
  submitResponse({
    payload,
    clock: () => at,
    posted: readEvaluationForm(data),
    locale: 'ar',
    clientAddress,
    isService: async (slug) => slug === 'guidance',
  })

const responses = async (): Promise<SurveyResponse[]> =>
  (await payload.find({ collection: 'survey-responses', limit: 500, pagination: false, depth: 0, ...test })).docs

const responseOf = async (submissionKey: string) =>
  (await responses()).find((response) => response.submissionKey === submissionKey)

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

/** An inquiry whose newest answer came at `answeredAt`, as the projection writes it. */
async function answered(
  given: Parameters<typeof createInquiry>[1] & { answeredAt?: Date; isAnswerOwed?: boolean } = {},
): Promise<Inquiry> {
  const { answeredAt = new Date(now.getTime() - 60_000), isAnswerOwed = false, ...rest } = given
  const inquiry = await createInquiry(payload, rest)
  await payload.db.updateOne({
    collection: 'inquiries',
    where: { id: { equals: inquiry.id } },
    data: { answeredAt: answeredAt.toISOString(), isAnswerOwed },
    options: { atomic: true },
  })
  return inquiry
}

const invite = inviteJob(answeredCases)
const mail = invitationMailJob(answeredCases)
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

const outbox = async () => {
  const folder = path.join(env().dataDir, 'outbox')
  const names = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name.endsWith('.eml'))
  return Promise.all(names.map(({ name }) => simpleParser(readFileSync(path.join(folder, name)))))
}

const mailsTo = async (address: string) =>
  (await outbox()).filter(({ to }) => (Array.isArray(to) ? to : [to]).some((one) => one?.text.includes(address)))

const invitationOf = async (inquiry: Inquiry) => {
  const found = await invitationOfInquiry(payload, inquiry.id)
  if (!found) throw new Error('not invited')
  return found
}

describe('invitations', () => {
  it('go to every answered inquiry once, whichever process sends them and however often', async () => {
    const inquiries = await Promise.all(
      Array.from({ length: 7 }, (_, index) => answered({ email: `once-${index}@example.org` })),
    )
    await Promise.all([invite.run(payload, now), invite.run(payload, now)])
    await invite.run(payload, now)
    // A crash after the invitation and before its mark.
    await payload.db.updateOne({
      collection: 'inquiries',
      where: { id: { equals: inquiries[0]?.id } },
      data: { evaluationInvitedAt: null },
      options: { atomic: true },
    })
    await invite.run(payload, now)
    for (const inquiry of nonEmpty(inquiries)) {
      const { totalDocs } = await payload.count({
        collection: 'survey-invitations',
        where: { inquiry: { equals: inquiry.id } },
        ...test,
      })
      expect(totalDocs).toBe(1)
    }
    expect(await mail.run(payload, now)).toBe(0)
    await Promise.all([mail.run(payload, later(11)), mail.run(payload, later(11))])
    await mail.run(payload, later(600))
    for (let index = 0; index < 7; index += 1) {
      const [letter, ...others] = await mailsTo(`once-${index}@example.org`)
      expect(others).toEqual([])
      const { invitation } = await invitationOf(inquiries[index] as Inquiry)
      expect(letter?.text).toContain(`/ar/evaluate/i/${invitation.token}`)
    }
  })

  it('do not go to whom an answer is owed, nor to what was answered before the survey', async () => {
    const owed = await answered({ isAnswerOwed: true })
    const early = await answered({ answeredAt: new Date(now.getTime() - 2 * 3_600_000) })
    await invite.run(payload, now)
    expect(await invitationOfInquiry(payload, owed.id)).toBeNull()
    expect(await invitationOfInquiry(payload, early.id)).toBeNull()
  })

  it('are on the tracking page without a mail for who left no address', async () => {
    const inquiry = await answered({ email: null })
    await invite.run(payload, now)
    expect((await invitationOf(inquiry)).isUsed).toBe(false)
    const { docs } = await payload.find({
      collection: 'survey-invitations',
      where: { inquiry: { equals: inquiry.id } },
      limit: 1,
      ...test,
    })
    expect(docs[0]?.mailState).toBe('none')
  })

  it('are answered once, in their own channel, and the row does not name the inquiry', async () => {
    const inquiry = await answered({ channel: 'telephone', email: 'used@example.org' })
    await invite.run(payload, now)
    const { invitation } = await invitationOf(inquiry)
    const { token } = invitation
    expect((await openInvitation(token, 'ar', now)).status).toBe('ok')
    const racing = await Promise.all([1, 2, 3].map((point) => submit(form({ token }, { overall: String(point) }))))
    expect(racing.map(({ status }) => status).toSorted()).toEqual(['ok', 'used', 'used'])
    expect(await submit(form({ token }, { overall: '5' }))).toEqual({ status: 'used' })
    expect((await openInvitation(token, 'ar', now)).status).toBe('used')
    expect((await invitationOf(inquiry)).isUsed).toBe(true)
    const row = await responseOf(invitedSubmissionKey(invitation.id))
    expect(row).toMatchObject({ isInvited: true, channel: 'telephone' })
    for (const trace of [inquiry.id, inquiry.reference, invitation.id, token]) {
      expect(JSON.stringify(row)).not.toContain(trace)
    }
    // Nor does the invitation tell that it was used, or when.
    await mail.run(payload, later(11))
    expect(await mailsTo('used@example.org')).toEqual([])
  })

  it('can be traced by an administrator with a reason that is kept, and by nobody else', async () => {
    const inquiry = await answered({ email: 'traced@example.org' })
    await invite.run(payload, now)
    const { invitation } = await invitationOf(inquiry)
    await submit(form({ token: invitation.token }, { comment: 'شكوى خطيرة' }))
    const response = (await responseOf(invitedSubmissionKey(invitation.id)))?.id ?? ''
    const kept = () => payload.count({ collection: 'survey-disclosures', ...test }).then(({ totalDocs }) => totalDocs)
    const trace = async (role: Role, reason: string) => {
      const { docs } = await payload.find({
        collection: 'users',
        where: { email: { equals: `${role}@trace.example` } },
        limit: 1,
        ...test,
      })
      const [user = null] = docs
      const as = user && { ...user, collection: 'users' as const }
      return { by: user?.id, result: await traceResponse({ payload, user: as, response, reason, clock: () => now }) }
    }
    for (const role of roles) {
      await payload.create({
        collection: 'users',
        data: { name: role, email: `${role}@trace.example`, password: 'a long password of a test', roles: [role] },
        ...test,
      })
    }
    const before = await kept()
    for (const role of nonEmpty(roles.filter((each) => each !== 'administrator'))) {
      expect((await trace(role, 'a good enough reason')).result).toEqual({ status: 'forbidden' })
    }
    expect((await trace('administrator', '   why   ')).result).toEqual({ status: 'reasonMissing' })
    expect(await kept()).toBe(before)
    const reason = 'It tells of a danger to a child.'
    const { by, result } = await trace('administrator', reason)
    expect(result).toEqual({ status: 'ok', inquiry: inquiry.id })
    const { docs } = await payload.find({ collection: 'survey-disclosures', limit: 10, depth: 0, ...test })
    expect(docs).toMatchObject([{ by, reason }])
    const remove = payload.delete({ collection: 'survey-disclosures', id: docs[0]?.id ?? '', ...test })
    await expect(remove).rejects.toThrow(/never deleted/)
    const open = await responses().then((all) => all.find(({ isInvited }) => !isInvited))
    const unknown = traceResponse({
      payload,
      user: null,
      response: open?.id ?? '',
      reason: 'x'.repeat(20),
      clock: () => now,
    })
    expect(await unknown).toEqual({ status: 'forbidden' })
  })

  it('refuse a link that is none of ours, and one whose survey has closed', async () => {
    expect(await submit(form({ token: randomToken(32) }))).toEqual({ status: 'unknown' })
    expect((await openInvitation('x', 'ar', now)).status).toBe('unknown')
    const inquiry = await answered()
    await invite.run(payload, now)
    const { invitation } = await invitationOf(inquiry)
    await payload.update({
      collection: 'surveys',
      id: invitation.survey,
      locale: 'ar',
      data: { closesAt: later(60).toISOString() },
      ...test,
    })
    expect((await openInvitation(invitation.token, 'ar', later(61))).status).toBe('closed')
    expect(await submit(form({ token: invitation.token }), { at: later(61) })).toEqual({ status: 'closed' })
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
