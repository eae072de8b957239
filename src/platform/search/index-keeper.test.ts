import { describe, expect, it, vi } from 'vitest'
import { createIndexKeeper } from '@/platform/search/index-keeper'

const version = (revision: number, day = '2026-01-01') => ({ revision, day })

describe('createIndexKeeper', () => {
  it('builds once for all who ask at the same time, and not again for the same version', async () => {
    const make = vi.fn(async () => ({ text: 'one' }))
    const keeper = createIndexKeeper(make)
    const indexes = await Promise.all(Array.from({ length: 10 }, () => keeper.current(version(1))))
    expect(new Set(indexes).size).toBe(1)
    await keeper.current(version(1))
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('follows the revision and the day', async () => {
    const texts = ['one', 'two', 'three']
    const keeper = createIndexKeeper(async () => ({ text: texts.shift() }))
    expect((await keeper.current(version(1))).text).toBe('one')
    expect((await keeper.current(version(2))).text).toBe('two')
    expect((await keeper.current(version(2, '2026-01-02'))).text).toBe('three')
  })

  it('gives one who asks for a newer version than is being built no older index', async () => {
    let text = 'old'
    const keeper = createIndexKeeper(async () => ({ text }))
    const first = keeper.current(version(1))
    text = 'new'
    const second = await keeper.current(version(2))
    await first
    expect(second.text).toBe('new')
  })

  it('goes on answering from the last good index when the content cannot be read', async () => {
    const make = vi.fn(async () => ({ text: 'good' }))
    const keeper = createIndexKeeper(make)
    await keeper.current(version(1))
    make.mockRejectedValueOnce(new Error('away'))
    expect((await keeper.current(version(2))).text).toBe('good')
  })

  it('fails without one, and tries again at the next question', async () => {
    const make = vi.fn(async () => ({ text: 'good' }))
    make.mockRejectedValueOnce(new Error('away'))
    const keeper = createIndexKeeper(make)
    await expect(keeper.current(version(1))).rejects.toThrow('away')
    expect((await keeper.current(version(1))).text).toBe('good')
  })
})
