import { describe, expect, it } from 'vitest'
import { DatabaseUnavailableError } from '@/platform/database-unavailable'
import { processState } from '@/platform/process-state'
import { fallbackWhenAway, staleOnError } from '@/platform/stale-on-error'

const failing = async (): Promise<string> => {
  throw new Error('the disk is gone')
}
const nothing = async () => 'nothing'

describe('an answer while the database is away', () => {
  it('is the last good one of the same query, and the fallback where there was none', async () => {
    expect(await staleOnError('a', async () => 'good', nothing)).toBe('good')
    expect(await staleOnError('a', failing, nothing)).toBe('good')
    expect(await staleOnError('b', failing, nothing)).toBe('nothing')
  })

  it('without a memory is the fallback each time', async () => {
    expect(await fallbackWhenAway('d', async () => 'good', nothing)).toBe('good')
    expect(await fallbackWhenAway('d', failing, nothing)).toBe('nothing')
  })

  it('is told to the page cache once, so that the page made of it is not kept', async () => {
    const { databaseFailures } = processState()
    await staleOnError('c', failing, nothing)
    expect(processState().databaseFailures).toBe(databaseFailures + 1)
    // The code that throws this has recorded it.
    await staleOnError('c', () => Promise.reject(new DatabaseUnavailableError('away')), nothing)
    expect(processState().databaseFailures).toBe(databaseFailures + 1)
  })
})
