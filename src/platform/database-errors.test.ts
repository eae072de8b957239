import { describe, expect, it, vi } from 'vitest'
import { DatabaseError, errorOf } from '@/platform/database-errors'
import { DatabaseUnavailableError } from '@/platform/database-unavailable'
import { repeatedOnConflict } from '@/platform/repeated-on-conflict'

const mongo = (name: string, more: object = {}) => Object.assign(new Error('from the driver'), { name, ...more })
const labelled = (...labels: string[]) => ({ hasErrorLabel: (label: string) => labels.includes(label) })

describe('what a failure of MongoDB is to a request', () => {
  it.each<[what: string, error: unknown, error: string | null]>([
    ['a lost connection', mongo('MongoNetworkError'), 'away'],
    ['no server in time', mongo('MongoServerSelectionError'), 'away'],
    ['a pool that was cleared', mongo('MongoPoolClearedError'), 'away'],
    ['no primary', mongo('MongoServerError', { code: 10_107 }), 'away'],
    ['a conflict', mongo('MongoServerError', { code: 112, ...labelled('TransientTransactionError') }), 'conflict'],
    [
      'an end by another one',
      mongo('MongoServerError', { code: 251, ...labelled('TransientTransactionError') }),
      'conflict',
    ],
    [
      'a connection that broke within a transaction',
      mongo('MongoNetworkError', labelled('TransientTransactionError')),
      'conflict',
    ],
    [
      'the end of a commit',
      mongo('MongoServerError', { code: 50, ...labelled('UnknownTransactionCommitResult') }),
      'unsure',
    ],
    [
      'a commit whose connection broke',
      mongo('MongoNetworkError', labelled('UnknownTransactionCommitResult')),
      'unsure',
    ],
    ['a duplicate', mongo('MongoServerError', { code: 11_000, ...labelled() }), null],
    ['the cause of another error', new Error('wrapped', { cause: mongo('MongoNetworkError') }), 'away'],
    ['what the watch says', new DatabaseUnavailableError('away'), 'away'],
    ['anything else', new TypeError('x is not a function'), null],
  ])('%s', (_, error, kind) => {
    expect(errorOf(error)?.kind ?? null).toBe(kind)
  })

  it('is known by another copy of the module too', async () => {
    vi.resetModules()
    const copy = await import('@/platform/database-errors')
    const away = await import('@/platform/database-unavailable')
    expect(copy.DatabaseError).not.toBe(DatabaseError)
    expect(errorOf(new copy.DatabaseError('busy'))?.kind).toBe('busy')
    expect(errorOf(new away.DatabaseUnavailableError('away'))?.kind).toBe('away')
  })
})

describe('work that met another writer', () => {
  it('is done again until nothing is in its way', async () => {
    const work = vi.fn(async () => {
      if (work.mock.calls.length < 4) throw new DatabaseError('conflict')
      return 'done'
    })
    expect(await repeatedOnConflict(work)).toBe('done')
    expect(work).toHaveBeenCalledTimes(4)
  })

  it('is given up at last, with what was in its way', async () => {
    const work = vi.fn(async () => {
      throw new DatabaseError('conflict')
    })
    await expect(repeatedOnConflict(work)).rejects.toMatchObject({ kind: 'conflict', status: 409 })
    expect(work.mock.calls.length).toBeGreaterThan(4)
  })

  it.each(['away', 'busy', 'full', 'interrupted'] as const)(
    'is not done again when it failed otherwise: %s',
    async (error) => {
      const work = vi.fn(async () => {
        throw new DatabaseError(error)
      })
      await expect(repeatedOnConflict(work)).rejects.toMatchObject({ kind: error })
      expect(work).toHaveBeenCalledTimes(1)
    },
  )
})
