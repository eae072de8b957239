import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { openInvitation } from '@/features/surveys/server/forms'
import { invitationMailJob, inviteJob } from '@/features/surveys/server/invitation-jobs'
import { invitationOfInquiry, invitedSubmissionKey } from '@/features/surveys/server/invitations'
import { traceResponse } from '@/features/surveys/server/trace-response'
import type { Inquiry } from '@/payload-types'
import { type Role, roles } from '@/platform/access'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { answeredCases } from '@/shared/casework/server/answered-cases'
import { createInquiry } from '../factories/inquiries'
import { nonEmpty } from '../setup/non-empty'
import { form, now, payload, responseOf, responses, submit, test, withOpenSurvey } from '../setup/open-survey'

withOpenSurvey()

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
  // Before the first mail there is none.
  if (!existsSync(folder)) return []
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
