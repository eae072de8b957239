import { describe, expect, it, vi } from 'vitest'
import { createIndexKeeper } from '@/platform/search/index-keeper'

const document = (text: string) => ({ heading: '', text, context: '' })
const version = (revision: number, day = '2026-01-01') => ({ revision, day })

describe('createIndexKeeper', () => {
  it('builds once for all who ask at the same time, and not again for the same version', async () => {
    const load = vi.fn(async () => [document('one')])
    const keeper = createIndexKeeper(load)
    const indexes = await Promise.all(Array.from({ length: 10 }, () => keeper.current(version(1))))
    expect(new Set(indexes).size).toBe(1)
    await keeper.current(version(1))
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('follows the revision and the day', async () => {
    const texts = ['one', 'two', 'three']
    const keeper = createIndexKeeper(async () => [document(texts.shift() ?? '')])
    const found = async (wanted: { revision: number; day: string }, question: string) =>
      (await keeper.current(wanted)).search(question, { limit: 1, offset: 0 }).total
    expect(await found(version(1), 'one')).toBe(1)
    expect(await found(version(2), 'two')).toBe(1)
    expect(await found(version(2, '2026-01-02'), 'three')).toBe(1)
  })

  it('gives one who asks for a newer version than is being built no older index', async () => {
    let text = 'old'
    const keeper = createIndexKeeper(async () => [document(text)])
    const first = keeper.current(version(1))
    text = 'new'
    const second = await keeper.current(version(2))
    await first
    expect(second.search('new', { limit: 1, offset: 0 }).total).toBe(1)
  })

  it('goes on answering from the last good index when the content cannot be read', async () => {
    const load = vi.fn(async () => [document('good')])
    const keeper = createIndexKeeper(load)
    await keeper.current(version(1))
    load.mockRejectedValueOnce(new Error('away'))
    expect((await keeper.current(version(2))).search('good', { limit: 1, offset: 0 }).total).toBe(1)
  })

  it('fails without one, and tries again at the next question', async () => {
    const load = vi.fn(async () => [document('good')])
    load.mockRejectedValueOnce(new Error('away'))
    const keeper = createIndexKeeper(load)
    await expect(keeper.current(version(1))).rejects.toThrow('away')
    expect((await keeper.current(version(1))).size).toBe(1)
  })
})
