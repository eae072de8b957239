import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { appendEvent } from '@/shared/casework/server/append-event'
import { smsText } from '@/shared/casework/server/case-sms'
import { sendLinks } from '@/shared/casework/server/link-jobs'
import { acknowledge, mailAnswers } from '@/shared/casework/server/mail-jobs'
import { requestLink } from '@/shared/casework/server/request-link'
import { findCaseByKey } from '@/shared/casework/server/tracking'
import { openTracked, sealedTokenOf } from '@/shared/casework/server/tracking-forms'
import { smsParts } from '@/shared/messages/sms-text'
import { createInquiry } from '../factories/inquiries'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
const now = new Date('2026-11-25T09:00:00.000Z')
const outbox = () => path.join(env().dataDir, 'outbox')

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  env().SMS_PROVIDER = 'outbox'
})
afterAll(async () => {
  env().SMS_PROVIDER = 'none'
  await stop()
})
afterEach(() => rm(outbox(), { recursive: true, force: true }))

const messages = async () => {
  const names = (await readdir(outbox()).catch(() => [])).filter((name) => name.endsWith('.sms.txt'))
  return Promise.all(names.map((name) => readFile(path.join(outbox(), name), 'utf8')))
}

const tokenIn = (message = '') => /\/(?:ar|en)\/track\/(\w+)/.exec(message)?.[1] ?? ''

/** The case that the link of a message opens. */
async function opened(message: string | undefined) {
  const sealed = await sealedTokenOf(tokenIn(message), randomToken(), now)
  const result = await openTracked(sealed ?? '', 'ar', now)
  return result.status === 'ok' ? result.tracked.id : null
}

const mobileOnly = (phone = '+966501112233') =>
  createInquiry(payload, { email: null, phone, mailState: 'due', receivedAt: '2026-11-25T08:00:00.000Z' })

describe('who left a mobile and no e-mail', () => {
  it('is told of the reception once, with a link that opens the case', async () => {
    const inquiry = await mobileOnly()
    expect(await acknowledge.run(payload, now)).toBe(1)
    expect(await acknowledge.run(payload, new Date(now.getTime() + 86_400_000))).toBe(0)
    const [message, ...others] = await messages()
    expect(others).toEqual([])
    expect(message?.split('\n')[0]).toBe('+966501112233')
    expect(await opened(message)).toBe(inquiry.id)
    expect(await findCaseByKey(payload, inquiry.submissionKey)).toMatchObject({
      mailState: 'sent',
      acknowledgedAt: expect.any(String),
    })
  })

  it.each(['answered', 'asked', 'informed'] as const)(
    'is told when it was %s, in words that say nothing of it',
    async (type) => {
      const inquiry = await createInquiry(payload, { email: null, phone: '+966502223344' })
      const text = 'نص لا يظهر في الرسالة'
      await appendEvent({
        payload,
        clock: () => now,
        reason: 'work-inquiry',
        row: inquiry,
        event: { type, text, actor: { kind: 'system' } },
      })
      expect(await mailAnswers.run(payload, now)).toBe(1)
      const [message] = await messages()
      expect(await opened(message)).toBe(inquiry.id)
      expect(message).not.toContain(text)
      expect(message).not.toContain('هند')
      expect(message).not.toContain('عن التسجيل')
    },
  )

  it('gets a new link by text message', async () => {
    const inquiry = await createInquiry(payload, { email: null, phone: '+966503334455' })
    const typed = { contact: '0503334455', reference: inquiry.reference }
    await requestLink({ payload, clock: () => now, typed, locale: 'en', honeypot: '', clientAddress: randomToken() })
    expect(await sendLinks.run(payload, now)).toBe(1)
    const [message] = await messages()
    expect(message).toContain('The link to your message')
    expect(await opened(message)).toBe(inquiry.id)
  })

  it('is not written to at a number that takes no messages', async () => {
    const inquiry = await mobileOnly('+966112345678')
    expect(await acknowledge.run(payload, now)).toBe(0)
    expect(await messages()).toEqual([])
    expect(await findCaseByKey(payload, inquiry.submissionKey)).toMatchObject({ mailState: 'none' })
  })

  it('is sent two parts at most, in either language', async () => {
    const inquiry = await createInquiry(payload, { email: null })
    const { siteUrl } = env()
    const kinds = ['received', 'asked', 'informed', 'answered', 'link'] as const
    const parts = kinds.flatMap((kind) =>
      (['ar', 'en'] as const).map((locale) =>
        smsParts(smsText(kind, inquiry, locale).replace(siteUrl, 'https://www.creative-mom.org.sa')),
      ),
    )
    expect(Math.max(...parts)).toBeLessThanOrEqual(2)
  })

  it('opens nothing with a link whose code is wrong', async () => {
    const inquiry = await createInquiry(payload, { email: null })
    expect(await sealedTokenOf(`${inquiry.reference}000000000000`, randomToken(), now)).toBe('')
    expect(await sealedTokenOf('a-sealed-one', randomToken(), now)).toBe('a-sealed-one')
  })
})

it('is not used where no provider is set, nor for who left an e-mail address', async () => {
  await createInquiry(payload, { email: 'sara@example.org', phone: '+966504445566', mailState: 'due' })
  await acknowledge.run(payload, now)
  expect(await messages()).toEqual([])
  env().SMS_PROVIDER = 'none'
  const row = await createInquiry(payload, { email: null, phone: '+966504445566', mailState: 'due' })
  await acknowledge.run(payload, now)
  env().SMS_PROVIDER = 'outbox'
  expect(await messages()).toEqual([])
  expect(await findCaseByKey(payload, row.submissionKey)).toMatchObject({ mailState: 'none' })
})
