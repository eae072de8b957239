import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { env } from '@/platform/env'
import { readRevision } from '@/platform/revision'
import { countShared, forgetCounts, readShared } from '@/platform/shared-counts'
import { asSystem } from '@/platform/system-payload'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'
import { bundle, startWorker, type Worker } from '../setup/processes'

const FRESH_MS = 1500
const patience = { timeout: 60_000, interval: 20 }

interface Received {
  messageId: string
  from: string
}

let payload: Payload
let stop: () => Promise<void>
let smtp: SMTPServer
let workers: Worker[] = []
const received: Received[] = []
/** Called with each mail before the server says that it has it. */
let beforeAccepting: (mail: Received) => Promise<void> = async () => undefined

async function startSmtp(): Promise<string> {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, accepted) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const [, messageId = ''] = /^message-id: (.+)$/im.exec(Buffer.concat(chunks).toString()) ?? []
      const mail = {
        messageId: messageId.trim(),
        from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
      }
      received.push(mail)
      await beforeAccepting(mail)
      accepted()
    },
  })
  // A sender that is killed breaks its connection.
  smtp.on('error', () => undefined)
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  return `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const [program, url] = await Promise.all([
    bundle('tests/setup/worker.ts', `worker-${env().databaseKind}`),
    startSmtp(),
  ])
  const began = String(Date.now())
  workers = ['first@example.org', 'second@example.org'].map((sender) =>
    startWorker(program, [], {
      ...process.env,
      SMTP_URL: url,
      MAIL_FROM: sender,
      SWEEP_SECONDS: '1',
      TEST_CLOCK_BEGAN: began,
    }),
  )
  await vi.waitUntil(() => workers.every(({ lines }) => lines.includes('ready')), patience)
})
afterAll(async () => {
  for (const { child, ended } of workers) {
    child.kill('SIGKILL')
    await ended
  }
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
  await stop()
})

/** Gives every worker the same command at the same time. @returns what each answered */
const together = (command: string, count: number) =>
  Promise.all(
    workers.map(async ({ child, lines }, index) => {
      const line = `${command} ${command}-${index} ${count}`
      child.stdin?.write(`${line}\n`)
      const answer = () => lines.find((said) => said.startsWith(`${line}: `))?.slice(line.length + 2)
      await expect.poll(answer, patience).toEqual(expect.any(String))
      return answer() ?? ''
    }),
  )

const mailsDue = async () => {
  const where = { mailState: { equals: 'due' } } as const
  return (await payload.count({ collection: 'inquiries', where, ...asSystem('test-setup') })).totalDocs
}

// One of the two dies at the end.
describe('two processes on one database', { timeout: 120_000, shuffle: false }, () => {
  it('take inquiries side by side, and mail each confirmation once', async () => {
    expect(await together('submit', 20)).toEqual(['20 taken', '20 taken'])
    await expect.poll(mailsDue, patience).toBe(0)
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(40)
    expect(received).toHaveLength(40)
  })

  it('share a rate limit: of 20 inquiries from one address the 8 that the setting allows are taken', async () => {
    const taken = (await together('submit-from-one-address', 10)).map((answer) => Number.parseInt(answer, 10))
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(env().LIMIT_SUBMISSIONS_PER_ADDRESS_WITHOUT_PROOF)
  })

  it('lose none of the revisions that both raise', async () => {
    const before = await readRevision(payload)
    await together('raise', 25)
    expect(await readRevision(payload)).toBe(before + 50)
  })

  it(`both know of an edit made elsewhere within ${FRESH_MS} ms`, async () => {
    const took: number[] = []
    // The middle one of three, because the machine runs other tests beside this one.
    for (let edit = 0; edit < 3; edit += 1) {
      await payload.updateGlobal({ slug: 'navigation', data: {}, locale: 'ar', ...asSystem('test-setup') })
      const edited = Date.now()
      const revision = await readRevision(payload)
      for (const { lines } of nonEmpty(workers))
        await expect.poll(() => lines, patience).toContain(`revision ${revision}`)
      took.push(Date.now() - edited)
    }
    expect(took.toSorted((one, other) => one - other)[1]).toBeLessThan(FRESH_MS)
  })

  it('go on when one dies over a mail: every mail arrives, and only that one twice, as the same message', async () => {
    await expect.poll(mailsDue, patience).toBe(0)
    received.length = 0
    let died: { mail: Received; worker: Worker } | null = null
    beforeAccepting = async (mail) => {
      if (died || received.length < 5) return
      const worker = workers[mail.from === 'first@example.org' ? 0 : 1]
      if (!worker) return
      // After the server has the mail, before the sender knows it: the one moment that can't be closed.
      died = { mail, worker }
      worker.child.kill('SIGKILL')
      await worker.ended
    }
    const [first] = workers
    first?.child.stdin?.write('submit dying 20\n')
    await expect.poll(() => received.length, patience).toBeGreaterThan(5)
    await expect.poll(mailsDue, patience).toBe(0)
    const dead = died as { mail: Received; worker: Worker } | null
    const ids = received.map(({ messageId }) => messageId)
    expect(dead?.worker.child.signalCode).toBe('SIGKILL')
    expect(new Set(ids).size).toBe(20)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([dead?.mail.messageId])
  })
})

describe('a shared counter', () => {
  // Later than the clock of the worker that still lives, which forgets what is over.
  const now = new Date('2100-01-01T00:00:00Z')
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)

  it('counts each of many at the same time', async () => {
    await Promise.all(Array.from({ length: 15 }, () => countShared(payload, { key: 'many', seconds: 60, now })))
    expect(await readShared(payload, { key: 'many', now })).toBe(15)
  })

  it('begins again when its span is over, and not before', async () => {
    const count = (seconds: number) => countShared(payload, { key: 'span', seconds: 60, now: at(seconds) })
    expect([await count(0), await count(59), await count(60), await count(61)]).toEqual([1, 2, 1, 2])
  })

  it('is forgotten by the job once its span is over', async () => {
    await countShared(payload, { key: 'short', seconds: 10, now })
    await countShared(payload, { key: 'long', seconds: 1000, now })
    expect(await forgetCounts.run(payload, at(500))).toBeGreaterThan(0)
    expect(await readShared(payload, { key: 'short', now })).toBe(0)
    expect(await readShared(payload, { key: 'long', now })).toBe(1)
  })
})
