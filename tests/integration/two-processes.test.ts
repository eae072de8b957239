import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readRevision } from '@/platform/revision'
import { countShared, readShared, sweepCounts } from '@/platform/shared-counts'
import { asSystem } from '@/platform/system-payload'
import { startPayload } from '../setup/payload'
import { buildWorker, startWorker, type Worker } from '../setup/processes'

let payload: Payload
let stop: () => Promise<void>
let program: string
const workers: Worker[] = []

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  program = await buildWorker(process.env.TEST_DATABASE_KIND ?? 'sqlite')
})
afterEach(async () => {
  for (const { child, ended } of workers.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
})
afterAll(() => stop())

const worker = (...args: string[]): Worker => {
  const started = startWorker(program, ...args)
  workers.push(started)
  return started
}
const mailedBy = ({ lines }: Worker) => lines.filter((line) => line.startsWith('mailed '))
const patience = { timeout: 60_000, interval: 20 }

async function todo(count: number): Promise<string[]> {
  await payload.delete({ collection: 'system-records', where: { key: { like: 'todo-' } }, ...asSystem('test-setup') })
  const keys = Array.from({ length: count }, (_, index) => `todo-${String(index).padStart(3, '0')}`)
  for (const key of keys) {
    await payload.create({
      collection: 'system-records',
      data: { key, value: 0, holder: 'open' },
      ...asSystem('test-setup'),
    })
  }
  return keys
}

describe('two processes on one database', { timeout: 120_000 }, () => {
  it('share a rate limit: of 60 tries 20 pass, whoever makes them', async () => {
    const pair = [worker('limit', '30'), worker('limit', '30')]
    expect(await Promise.all(pair.map(({ ended }) => ended))).toEqual([0, 0])
    const passed = pair.map(({ lines }) => Number(/passed (\d+)/.exec(lines.join())?.[1]))
    expect(passed.reduce((sum, each) => sum + each, 0)).toBe(20)
  })

  it('lose none of the revisions that both raise', async () => {
    const before = await readRevision(payload)
    const pair = [worker('raise', '25'), worker('raise', '25')]
    expect(await Promise.all(pair.map(({ ended }) => ended))).toEqual([0, 0])
    expect(await readRevision(payload)).toBe(before + 50)
  })

  it('mail each thing once', async () => {
    const keys = await todo(40)
    const pair = [worker('sweep', '5'), worker('sweep', '5')]
    const mailed = () => pair.flatMap(mailedBy)
    await expect.poll(() => mailed().length, patience).toBeGreaterThanOrEqual(keys.length)
    expect(mailed().toSorted()).toEqual(keys.map((key) => `mailed ${key}`))
  })

  it('take over from one that is killed in the middle of a sweep, and lose and repeat nothing', async () => {
    const keys = await todo(40)
    // Slow enough that the second is ready while the first is in the middle.
    const first = worker('sweep', '700')
    await expect.poll(() => mailedBy(first).length, patience).toBeGreaterThan(3)
    const second = worker('sweep', '5')
    await expect.poll(() => second.lines, patience).toContain('ready')
    first.child.kill('SIGKILL')
    await first.ended
    const doneByFirst = mailedBy(first).length
    expect(doneByFirst).toBeLessThan(keys.length)
    await expect.poll(() => mailedBy(second).length, patience).toBeGreaterThan(0)
    const mailed = () => [...mailedBy(first), ...mailedBy(second)]
    // The one it was killed at may be claimed without having said so: claimed is counted, never twice.
    await expect.poll(() => mailed().length, patience).toBeGreaterThanOrEqual(keys.length - 1)
    expect(new Set(mailed()).size).toBe(mailed().length)
  })
})

describe('a shared counter', () => {
  const now = new Date('2026-01-01T00:00:00Z')
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)

  it('counts each of many at the same time', async () => {
    await Promise.all(Array.from({ length: 15 }, () => countShared(payload, { key: 'many', seconds: 60, now })))
    expect(await readShared(payload, { key: 'many', now })).toBe(15)
  })

  it('begins anew when its span is over, and not before', async () => {
    const count = (seconds: number) => countShared(payload, { key: 'span', seconds: 60, now: at(seconds) })
    expect([await count(0), await count(59), await count(60), await count(61)]).toEqual([1, 2, 1, 2])
  })

  it('is forgotten by the sweep once its span is over', async () => {
    await countShared(payload, { key: 'short', seconds: 10, now })
    await countShared(payload, { key: 'long', seconds: 1000, now })
    expect(await sweepCounts.run(payload, at(500))).toBeGreaterThan(0)
    expect(await readShared(payload, { key: 'short', now })).toBe(0)
    expect(await readShared(payload, { key: 'long', now })).toBe(1)
  })
})
