import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { appendEvent } from '@/shared/casework/server/append-event'
import { readTrackingToken } from '@/shared/casework/server/links'
import { acknowledge, mailAnswers } from '@/shared/casework/server/mail-jobs'
import { getTracked } from '@/shared/casework/server/tracking'
import { createInquiry } from '../factories/inquiries'
import { HOUR, later, MINUTE, now, payload, posted, rowOf, submit, withInquiries } from '../setup/inquiry-forms'

withInquiries()

describe('mails', () => {
  const outbox = async (): Promise<ParsedMail[]> => {
    const folder = path.join(env().dataDir, 'outbox')
    const names = await readdir(folder).catch(() => [])
    return Promise.all(
      names
        .filter((name) => name.endsWith('.eml'))
        .map(async (name) => simpleParser(await readFile(path.join(folder, name)))),
    )
  }
  const drain = async () => {
    await acknowledge.run(payload, later(30 * 24 * HOUR))
    await mailAnswers.run(payload, later(30 * 24 * HOUR))
    await rm(path.join(env().dataDir, 'outbox'), { recursive: true, force: true })
  }

  it('confirm a submission once, though two runners look for work at once', async () => {
    await drain()
    const form = posted({ email: 'hind@example.org' })
    await submit(form)
    const sent = await Promise.all([acknowledge.run(payload, later(1000)), acknowledge.run(payload, later(1000))])
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1)
    const [mail, ...others] = await outbox()
    expect(others).toHaveLength(0)
    const seen = await getTracked(payload, form.submissionKey)
    // Plain spaces would turn the groups round in an Arabic sentence.
    const joined = (groups = '') => groups.replaceAll(' ', '\u00a0')
    expect(mail?.subject).toContain(joined(seen?.reference))
    expect(mail?.from?.text).toContain('جمعية الأم المبدعة')
    expect(mail?.text).toContain(joined(seen?.code))
    expect(mail?.to).toMatchObject({ text: 'hind@example.org' })
    const token = /\/ar\/track\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
    // The link in a mail has no end.
    expect(readTrackingToken(token, later(900 * 24 * HOUR))?.submissionKey).toBe(form.submissionKey)
    expect(await rowOf(form.submissionKey)).toMatchObject({ mailState: 'sent', acknowledgedAt: expect.any(String) })
    expect(await acknowledge.run(payload, later(24 * HOUR))).toBe(0)
  })

  it('bring the answer, in the language that was asked for, signed as the association calls itself', async () => {
    await drain()
    const name = 'Creative Mothers of Riyadh'
    await payload.updateGlobal({ slug: 'association', locale: 'en', data: { name }, ...asSystem('test-setup') })
    const inquiry = await createInquiry(payload, { locale: 'en' })
    await appendEvent({
      payload,
      clock: () => now,
      reason: 'work-inquiry',
      row: inquiry,
      event: { type: 'answered', text: 'It is complete <b>now</b>.', actor: { kind: 'system' } },
    })
    const sent = await Promise.all([mailAnswers.run(payload, later(1000)), mailAnswers.run(payload, later(1000))])
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1)
    const [mail] = await outbox()
    expect(mail?.text).toContain('It is complete <b>now</b>.')
    expect(mail?.html).toContain('It is complete &#60;b&#62;now&#60;/b&#62;.')
    expect(mail?.text).toContain('/en/track/')
    expect(mail?.text?.trim().endsWith(name)).toBe(true)
    expect(mail?.from?.text).toContain(name)
  })

  it('bring an interim reply, which shows on the tracking page and leaves the due date', async () => {
    await drain()
    const inquiry = await createInquiry(payload, { locale: 'en' })
    const event = { type: 'informed', text: 'We await the ministry.', actor: { kind: 'system' } } as const
    await appendEvent({ payload, clock: () => now, reason: 'work-inquiry', row: inquiry, event })
    expect(await mailAnswers.run(payload, later(1000))).toBe(1)
    const [mail] = await outbox()
    expect(mail?.subject).toContain('at work')
    expect(mail?.text).toContain('We await the ministry.')
    const tracked = await getTracked(payload, inquiry.submissionKey)
    expect(tracked?.steps).toMatchObject([{ type: 'informed', text: 'We await the ministry.' }])
    expect(tracked?.dueAt?.toISOString()).toBe(inquiry.dueAt)
    expect(await rowOf(inquiry.submissionKey)).toMatchObject({
      status: 'open',
      isAnswerOwed: true,
      answeredAt: null,
      dueAt: inquiry.dueAt,
    })
  })

  it('go to a mail server when there is one, and wait for it when it is away', async () => {
    await drain()
    const received: ParsedMail[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        void simpleParser(stream).then((mail) => {
          received.push(mail)
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as { port: number }
    const settings = env()
    const form = posted({ email: 'hind@example.org' })
    await submit(form)
    try {
      settings.SMTP_URL = 'smtp://127.0.0.1:1'
      expect(await acknowledge.run(payload, later(1000))).toBe(0)
      expect(await rowOf(form.submissionKey)).toMatchObject({ mailState: 'due', mailAttempts: 1 })
      settings.SMTP_URL = `smtp://127.0.0.1:${port}`
      expect(await acknowledge.run(payload, later(2000))).toBe(0)
      expect(await acknowledge.run(payload, later(3 * MINUTE))).toBe(1)
    } finally {
      settings.SMTP_URL = ''
    }
    await new Promise<void>((resolve) => server.close(resolve))
    expect(received).toHaveLength(1)
    expect(received[0]?.messageId).toMatch(/^<[0-9a-f]{32}@/)
    expect(await outbox()).toHaveLength(0)
  })

  describe('from a server that', () => {
    /** What the server says of each address or message, and how many it was given. */
    const withServer = async (
      answers: { rcpt?: () => Error | undefined; data?: () => Error | undefined },
      use: (tried: { count: number }) => Promise<void>,
    ) => {
      await drain()
      const tried = { count: 0 }
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        onRcptTo: (_address, _session, done) => {
          tried.count += 1
          done(answers.rcpt?.())
        },
        onData: (stream, _session, done) => {
          stream.resume()
          stream.on('end', () => done(answers.data?.()))
        },
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const settings = env()
      settings.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
      try {
        await use(tried)
      } finally {
        settings.SMTP_URL = ''
        await new Promise<void>((resolve) => server.close(resolve))
      }
    }
    const answer = (code: number) => Object.assign(new Error('no'), { responseCode: code })
    const undelivered = async (inquiry: string) => {
      const { docs } = await payload.find({
        collection: 'inquiry-events',
        where: { and: [{ inquiry: { equals: inquiry } }, { type: { equals: 'undelivered' } }] },
        limit: 10,
        depth: 0,
        ...asSystem('test-setup'),
      })
      return docs.length
    }

    it('refuses the address for good are not tried again, and the case comes back into sight', async () => {
      await withServer({ rcpt: () => answer(550) }, async (tried) => {
        const form = posted({ email: 'nobody@example.org' })
        await submit(form)
        await acknowledge.run(payload, later(1000))
        await acknowledge.run(payload, later(24 * HOUR))
        const inquiry = await rowOf(form.submissionKey)
        expect(inquiry).toMatchObject({ mailState: 'refused', isUndelivered: true })
        expect(tried.count).toBe(1)
        expect(await undelivered(String(inquiry?.id))).toBe(1)
      })
    })

    it('refuses the message for good are given up too', async () => {
      await withServer({ data: () => answer(554) }, async (tried) => {
        const form = posted({ email: 'hind@example.org' })
        await submit(form)
        await acknowledge.run(payload, later(1000))
        await acknowledge.run(payload, later(24 * HOUR))
        expect(await rowOf(form.submissionKey)).toMatchObject({ mailState: 'refused', isUndelivered: true })
        expect(tried.count).toBe(1)
      })
    })

    it('is busy are tried again, and nothing is said of them meanwhile', async () => {
      let isBusy = true
      await withServer({ rcpt: () => (isBusy ? answer(450) : undefined) }, async () => {
        const form = posted({ email: 'hind@example.org' })
        await submit(form)
        await acknowledge.run(payload, later(1000))
        expect(await rowOf(form.submissionKey)).toMatchObject({
          mailState: 'due',
          mailAttempts: 1,
          isUndelivered: false,
        })
        isBusy = false
        expect(await acknowledge.run(payload, later(HOUR))).toBe(1)
      })
    })
  })

  it('are claimed by the clock at that moment, so that a slow round leaves no row for a second process', async () => {
    await drain()
    const form = posted({ email: 'hind@example.org' })
    await submit(form)
    const settings = env()
    settings.SMTP_URL = 'smtp://127.0.0.1:1'
    const muchLater = later(10 * MINUTE)
    try {
      await acknowledge.run(payload, later(1000), { clock: () => muchLater, keep: async () => true })
    } finally {
      settings.SMTP_URL = ''
    }
    const { mailNextAt } = (await rowOf(form.submissionKey)) ?? {}
    expect(Date.parse(String(mailNextAt))).toBeGreaterThan(muchLater.getTime())
  })

  it('are left to the process that has the lease by now', async () => {
    await drain()
    const form = posted({ email: 'hind@example.org' })
    await submit(form)
    const lost = { clock: () => later(1000), keep: async () => false }
    expect(await acknowledge.run(payload, later(1000), lost)).toBe(0)
    expect(await rowOf(form.submissionKey)).toMatchObject({ mailState: 'due', mailAttempts: 0 })
  })
})
