import { beforeEach, describe, expect, it } from 'vitest'
import { cachePerRevision } from '@/platform/cache-per-revision'
import { processState } from '@/platform/process-state'

const SETTLED = 3000
const state = processState()
let clock = 0
let reads = 0

/** Asks `ms` after the question before, under a key of this test alone. */
const askAfter = (ms: number, read: () => Promise<string> = async () => `read ${reads}`) => {
  clock += ms
  const counted = () => {
    reads += 1
    return read()
  }
  return cachePerRevision(expect.getState().currentTestName ?? '', counted, clock)
}

beforeEach(() => {
  reads = 0
  Object.assign(state, { revision: (state.revision ?? 0) + 1, isDatabaseAway: false })
})

describe('public content that forms ask for', () => {
  it('is read once when its revision has settled', async () => {
    await askAfter(0)
    const settled = await askAfter(SETTLED)
    expect([settled, await askAfter(0), await askAfter(60_000), reads]).toEqual(['read 2', 'read 2', 'read 2', 2])
  })

  it('is read again for a new revision, and every time until that has settled', async () => {
    await askAfter(0)
    await askAfter(SETTLED)
    state.revision = (state.revision ?? 0) + 1
    await askAfter(0)
    await askAfter(SETTLED - 1)
    expect(reads).toBe(4)
  })

  it('is not kept when it was read under a revision that a write replaced meanwhile', async () => {
    await askAfter(0)
    await askAfter(SETTLED, async () => {
      state.revision = (state.revision ?? 0) + 1
      return 'before the write'
    })
    expect(await askAfter(0)).toBe('read 3')
  })

  it('is not kept when the database failed meanwhile, nor while it is away', async () => {
    await askAfter(0)
    await askAfter(SETTLED, async () => {
      state.databaseFailures += 1
      return 'a default'
    })
    expect(await askAfter(0)).toBe('read 3')
    state.isDatabaseAway = true
    await askAfter(0)
    expect(reads).toBe(4)
  })

  it('is handed on as a failure and asked for again', async () => {
    await askAfter(0)
    await expect(askAfter(SETTLED, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await askAfter(0)).toBe('read 3')
  })
})
