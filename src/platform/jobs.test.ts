import type { Payload } from 'payload'
import { afterEach, expect, it, vi } from 'vitest'
import { every, runJobs, startJobs } from './jobs'
import { logger } from './logger'

const payload = {} as Payload
const now = () => new Date('2026-11-22T09:00:00Z')

afterEach(() => {
  vi.useRealTimers()
})

it('goes on with the other jobs when one fails, and logs counts only', async () => {
  const info = vi.spyOn(logger, 'info').mockReturnValue()
  const error = vi.spyOn(logger, 'error').mockReturnValue()
  const idle = vi.fn(async () => 0)
  await runJobs(
    [
      { name: 'broken', run: () => Promise.reject(new Error('no')) },
      { name: 'mail', run: async () => 3 },
      { name: 'idle', run: idle },
    ],
    payload,
    now,
  )
  expect(error).toHaveBeenCalledTimes(1)
  expect(info.mock.calls).toEqual([[{ job: 'mail', count: 3 }, 'job done']])
  expect(idle).toHaveBeenCalledWith(payload, now(), expect.objectContaining({ clock: now }))
})

it('leaves a round out while the database is away, and stops for good', async () => {
  const getPayload = vi.fn(() => Promise.reject(new Error('away')))
  const run = vi.fn(async () => 0)
  vi.useFakeTimers()
  const rounds = startJobs([{ name: 'mail', run }], getPayload, { seconds: 1, now })
  await vi.advanceTimersByTimeAsync(3000)
  expect(getPayload).toHaveBeenCalledTimes(3)
  await rounds.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(getPayload).toHaveBeenCalledTimes(3)
  expect(run).not.toHaveBeenCalled()
})

it.each([
  // Midnight in Riyadh is 21:00 UTC.
  ['day', '2026-11-22T20:59:59Z', '2026-11-22T21:00:00Z', '2026-11-23T20:59:59Z'],
  ['hour', '2026-11-22T09:59:59Z', '2026-11-22T10:00:00Z', '2026-11-22T10:59:59Z'],
] as const)('runs what is due every %s in its first round and after a start', async (period, before, first, last) => {
  const run = vi.fn(async () => 3)
  const job = every(period, { name: 'mail', run })
  expect(await job.run(payload, new Date(before)), 'after a start').toBe(3)
  expect(await job.run(payload, new Date(before))).toBe(0)
  expect(await job.run(payload, new Date(first))).toBe(3)
  expect(await job.run(payload, new Date(last))).toBe(0)
  expect(run).toHaveBeenCalledTimes(2)
})

it('runs what failed again in the next round', async () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const run = vi.fn(async () => 3).mockRejectedValueOnce(new Error('the database is away'))
  const job = every('day', { name: 'mail', run })
  await expect(job.run(payload, now)).rejects.toThrow('away')
  expect(await job.run(payload, now)).toBe(3)
  expect(await job.run(payload, now)).toBe(0)
})
