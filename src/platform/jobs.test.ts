import type { Payload } from 'payload'
import { expect, it, vi } from 'vitest'
import { runJobs, startJobs } from './jobs'
import { logger } from './logger'

const payload = {} as Payload
const now = () => new Date('2026-11-22T09:00:00Z')

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
  const rounds = startJobs([{ name: 'mail', run }], getPayload, { seconds: 0.01, now })
  await vi.waitFor(() => expect(getPayload.mock.calls.length).toBeGreaterThan(2))
  await rounds.stop()
  const asked = getPayload.mock.calls.length
  await new Promise((later) => setTimeout(later, 60))
  expect(getPayload).toHaveBeenCalledTimes(asked)
  expect(run).not.toHaveBeenCalled()
})
