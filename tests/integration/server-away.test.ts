import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { nonEmpty } from '../setup/non-empty'
import { type TcpProxy, tcpProxy, through } from '../setup/tcp-proxy'

/** A hanging server is known for one after this; one that refuses, almost at once. */
const DECIDED_MS = 3500
/** What an answer may take from then on. */
const ANSWER_MS = 300
const BACK_MS = 4000

let proxy: TcpProxy
let payload: Payload
let stop: () => Promise<void>
let getCms: () => Promise<Payload>
let isDatabaseGone: () => boolean

const isMongo = process.env.TEST_DATABASE_KIND === 'mongodb'

// What imports the settings reads them at once, so everything is imported after the proxy's address is one.
beforeAll(async () => {
  if (!isMongo) return
  const url = process.env.DATABASE_URL ?? ''
  const { hostname, port } = new URL(url)
  proxy = await tcpProxy(hostname, Number(port))
  process.env.DATABASE_URL = through(proxy, url)
  ;({ getCms, isDatabaseGone } = await import('@/payload/get-cms'))
  const started = await (await import('../setup/payload')).startPayload()
  payload = started.payload
  stop = started.stop
})
afterAll(async () => {
  if (!isMongo) return
  await proxy.pass()
  await vi.waitUntil(() => !isDatabaseGone(), BACK_MS)
  // The pool may hold a connection that was hung up on, which the first use of it finds out.
  const isStopped = () =>
    stop().then(
      () => true,
      () => false,
    )
  await vi.waitUntil(isStopped, { timeout: BACK_MS, interval: 200 })
  await proxy.close()
})
afterEach(async () => {
  if (!isMongo) return
  await proxy.pass()
  await vi.waitUntil(() => !isDatabaseGone(), BACK_MS)
})

/** @returns milliseconds until the promise failed, and with what */
async function failure(promise: Promise<unknown>): Promise<{ name: string; ms: number }> {
  const started = performance.now()
  return promise.then(
    () => ({ name: 'nothing', ms: performance.now() - started }),
    (error: Error) => ({ name: error.name, ms: performance.now() - started }),
  )
}

/** Of a collection that no test writes to: what was hung up on may have been stored. */
const ask = () => payload.count({ collection: 'services', overrideAccess: true })

describe.runIf(isMongo)('a MongoDB server that is away', () => {
  it.each([
    ['refuses', () => proxy.refuse()],
    ['hangs', async () => proxy.hang()],
  ])('and %s is known to be, and nothing waits for it', async (_, away) => {
    await ask()
    await away()
    // What is asked at that moment gets its answer once it is decided.
    const first = await Promise.all(Array.from({ length: 12 }, () => failure(ask())))
    for (const { name, ms } of nonEmpty(first)) {
      expect(name).toBe('DatabaseUnavailableError')
      expect(ms).toBeLessThan(DECIDED_MS)
    }
    expect(isDatabaseGone()).toBe(true)
    const later = await failure(
      (async () => {
        for (let again = 0; again < 20; again += 1) await ask().catch(() => undefined)
        await getCms()
      })(),
    )
    expect(later.name).toBe('DatabaseUnavailableError')
    expect(later.ms).toBeLessThan(ANSWER_MS)
  })

  it.each([
    ['refused', () => proxy.refuse()],
    ['hung', async () => proxy.hang()],
  ])('and %s is used again by itself when it is back', async (_, away) => {
    await away()
    await vi.waitUntil(isDatabaseGone, DECIDED_MS)
    await proxy.pass()
    await vi.waitUntil(() => !isDatabaseGone(), BACK_MS)
    const started = performance.now()
    expect(await ask()).toEqual({ totalDocs: 0 })
    expect(performance.now() - started).toBeLessThan(BACK_MS)
    await expect(getCms()).resolves.toBe(payload)
  })

  it('for a moment only is no reason to give anything up', async () => {
    const asked = Array.from({ length: 20 }, ask)
    await proxy.pass()
    const answers = await Promise.all(asked)
    expect(answers).toHaveLength(20)
    expect(isDatabaseGone()).toBe(false)
  })

  it('while a transaction is committed leaves nobody with a false answer', async () => {
    await ask()
    const id = String(await payload.db.beginTransaction())
    const req = { transactionID: id, payload } as never
    await payload.db.create({ collection: 'departments', data: { slug: 'hung', name: { ar: 'قسم' } }, req })
    proxy.hang()
    await expect(payload.db.commitTransaction(id)).rejects.toMatchObject({ kind: 'unsure', status: 503 })
  })

  it('takes back nothing of a transaction that it never ended', async () => {
    const id = String(await payload.db.beginTransaction())
    proxy.hang()
    await vi.waitUntil(isDatabaseGone, DECIDED_MS)
    const undone = await failure(payload.db.rollbackTransaction(id))
    expect(undone.name).toBe('nothing')
    expect(undone.ms).toBeLessThan(ANSWER_MS)
    expect(Object.keys(payload.db.sessions ?? {})).toEqual([])
  })
})
