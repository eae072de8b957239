import { mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pageCacheDirectory } from '@/delivery/page-store'
import { type CacheResult, PageCache, type PageCacheOptions, type RenderedPage } from './page-cache'

let directory: string
let present: { revision: number | null; day: string; isAway: boolean; failures: number }
let databaseAnswers: boolean

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'page-cache-'))
  present = { revision: 1, day: '2026-11-22', isAway: false, failures: 0 }
  databaseAnswers = true
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(directory, { recursive: true, force: true })
})

const pageCache = (options: Partial<PageCacheOptions> = {}) =>
  new PageCache({
    directory,
    buildId: 'build-1',
    maxBytes: 1_000_000,
    settleMs: 0,
    present: () => present,
    verify: async () => {
      if (!databaseAnswers) throw new Error('no database')
    },
    ...options,
  })

const made = (text: string, more: Partial<RenderedPage> = {}, status = 200): RenderedPage => ({
  content: { status, contentType: 'text/html; charset=utf-8', body: Buffer.from(text), headers: [['X-Test', 'yes']] },
  isCacheable: true,
  queryNames: [],
  ...more,
})

const text = (obtained: CacheResult) =>
  obtained.kind === 'cached' ? obtained.copy.answer.plain.body.toString() : obtained.made.content.body.toString()

const fails = () => Promise.reject(new Error('no database'))

describe('freshness', () => {
  it('renders once for any number of readers at the same time', async () => {
    const make = vi.fn(async () => made('one'))
    const pages = pageCache()
    const obtained = await Promise.all(Array.from({ length: 20 }, () => pages.get('/ar', make)))
    expect(make).toHaveBeenCalledTimes(1)
    expect(obtained.map(text)).toEqual(Array(20).fill('one'))
    expect(pages.fresh('/ar')?.answer.plain.body.toString()).toBe('one')
  })

  it('renders again before it serves when the revision has risen', async () => {
    const pages = pageCache()
    await pages.get('/ar', async () => made('old'))
    present.revision = 2
    expect(pages.fresh('/ar')).toBeUndefined()
    expect(text(await pages.get('/ar', async () => made('new')))).toBe('new')
  })

  it('renders again on another day, because what is in force depends on the date', async () => {
    const pages = pageCache()
    await pages.get('/ar', async () => made('before'))
    present.day = '2026-11-23'
    expect(text(await pages.get('/ar', async () => made('after')))).toBe('after')
  })

  it('does not give a reader of the new revision what was begun under the old one', async () => {
    const pages = pageCache()
    let finishOld: ((page: RenderedPage) => void) | undefined
    const old = pages.get('/ar', () => new Promise<RenderedPage>((resolve) => (finishOld = resolve)))
    await expect.poll(() => finishOld).toBeTypeOf('function')
    present.revision = 2
    expect(text(await pages.get('/ar', async () => made('new')))).toBe('new')
    finishOld?.(made('old'))
    await old
    expect(pages.fresh('/ar')?.answer.plain.body.toString()).toBe('new')
  })

  it('looks again after a new revision has settled, because the write may have been half visible', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] })
    const pages = pageCache({ settleMs: 3000 })
    const shown = () => pages.fresh('/ar')?.answer.plain.body.toString()
    await pages.get('/ar', async () => made('half'))
    vi.advanceTimersByTime(2999)
    expect(shown()).toBe('half')
    vi.advanceTimersByTime(1)
    expect(shown()).toBeUndefined()
    expect(text(await pages.get('/ar', async () => made('whole')))).toBe('whole')
    vi.advanceTimersByTime(60_000)
    expect(shown()).toBe('whole')
  })
})

describe('what is not kept', () => {
  it('gives a page that depends on the request to one reader only', async () => {
    const pages = pageCache()
    const make = async () => made('mine', { isCacheable: false })
    const [first, second] = await Promise.all([pages.get('/ar/track', make), pages.get('/ar/track', make)])
    expect(first).toMatchObject({ kind: 'once', isShared: false })
    expect(second).toMatchObject({ kind: 'once', isShared: true })
    expect(pages.load.copies).toBe(0)
  })

  it('keeps a standing page whatever its status', async () => {
    const pages = pageCache()
    await pages.get('/ar/error-500', async () => made('sorry', {}, 500))
    expect(pages.fresh('/ar/error-500')?.answer.status).toBe(500)
  })

  it('keeps no page that was not found', async () => {
    const pages = pageCache()
    expect((await pages.get('/ar/x', async () => made('no', { isCacheable: false }, 404))).kind).toBe('once')
    expect(pages.load.copies).toBe(0)
  })

  it('keeps nothing that was made while the database could not be read', async () => {
    const pages = pageCache()
    databaseAnswers = false
    expect((await pages.get('/ar', async () => made('defaults'))).kind).toBe('once')
    databaseAnswers = true
    const withFallback = async () => {
      present.failures += 1
      return made('defaults')
    }
    expect((await pages.get('/ar', withFallback)).kind).toBe('once')
    expect(text(await pages.get('/ar', async () => made('whole')))).toBe('whole')
  })

  it('believes no "not found" of a page that was made without its data, and keeps the good copy', async () => {
    const pages = pageCache()
    await pages.get('/ar/p', async () => made('published'))
    present.revision = 2
    const notFound = async () => made('no', { isCacheable: false }, 404)
    const withoutData = async () => {
      present.failures += 1
      return notFound()
    }
    expect(text(await pages.get('/ar/p', withoutData))).toBe('published')
    databaseAnswers = false
    expect(text(await pages.get('/ar/p', notFound))).toBe('published')
    databaseAnswers = true
    expect(await pages.get('/ar/never-seen', withoutData)).toMatchObject({ kind: 'once', isWithoutData: true })
    expect(text(await pages.get('/ar/p', notFound)), 'with its data it is believed').toBe('no')
  })

  it('does not bring back a page that has gone when the database is away', async () => {
    const pages = pageCache()
    await pages.get('/ar/p', async () => made('published'))
    present.revision = 2
    await pages.get('/ar/p', async () => made('gone', { isCacheable: false }, 404))
    present.isAway = true
    await expect(pages.get('/ar/p', fails)).rejects.toThrow('no database')
    await expect(pageCache().get('/ar/p', fails)).rejects.toThrow('no database')
  })
})

describe('resilience', () => {
  it('serves the last good copy when rendering fails or the page says that it failed', async () => {
    const pages = pageCache()
    await pages.get('/ar', async () => made('good'))
    present.revision = 2
    expect(text(await pages.get('/ar', fails))).toBe('good')
    expect(text(await pages.get('/ar', async () => made('sorry', { isCacheable: false }, 500)))).toBe('good')
  })

  it('serves from disk after a restart without a database, headers and encodings too', async () => {
    const long = 'سياسة '.repeat(500)
    await pageCache().get('/ar', async () => made(long))
    present = { ...present, revision: null, isAway: true }
    const obtained = await pageCache().get('/ar', fails)
    expect(text(obtained)).toBe(long)
    if (obtained.kind !== 'cached') throw new Error('not cached')
    expect(obtained.copy.answer.plain.headers).toContain('X-Test')
    expect(obtained.copy.answer.br.headers).toContain('Content-Encoding')
  })

  it('falls back to an earlier build when this one has no copy yet', async () => {
    await pageCache().get('/ar', async () => made('from build 1'))
    expect(text(await pageCache({ buildId: 'build-2' }).get('/ar', fails))).toBe('from build 1')
  })

  it('does not take a copy of an earlier build for a fresh one', async () => {
    await pageCache().get('/ar', async () => made('from build 1'))
    const pages = pageCache({ buildId: 'build-2' })
    await pages.lastGood('/ar')
    expect(text(await pages.get('/ar', async () => made('from build 2')))).toBe('from build 2')
  })

  it('ignores a file that is not whole', async () => {
    await pageCache().get('/ar', async () => made('good'))
    const [file = ''] = await readdir(path.join(directory, 'build-1'))
    await truncate(path.join(directory, 'build-1', file), 60)
    await expect(pageCache().get('/ar', fails)).rejects.toThrow('no database')
  })

  it('serves from memory when the disk can not be written', async () => {
    const file = path.join(directory, 'not-a-folder')
    await writeFile(file, '')
    const pages = pageCache({ directory: file })
    expect(text(await pages.get('/ar', async () => made('good')))).toBe('good')
    expect(pages.fresh('/ar')?.answer.plain.body.toString()).toBe('good')
  })

  it('keeps this build and the two before it', async () => {
    for (const [index, build] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      await pageCache({ buildId: build }).get('/ar', async () => made(build))
      await utimes(path.join(directory, build), index, index)
    }
    await pageCache({ buildId: 'e' }).prune()
    expect((await readdir(directory)).sort()).toEqual(['c', 'd', 'e'])
  })
})

describe('bounds', () => {
  it('stays within its memory and spares what is read', async () => {
    const pages = pageCache({ maxBytes: 5_000 })
    await pages.get('/ar/kept', async () => made('k'.repeat(400)))
    for (let index = 0; index < 50; index += 1) {
      await pages.get(`/ar/${index}`, async () => made('x'.repeat(400)))
      pages.fresh('/ar/kept')
    }
    expect(pages.load.bytes).toBeLessThanOrEqual(5_000)
    expect(pages.load.copies).toBeGreaterThan(5)
    expect(pages.fresh('/ar/kept')?.answer.plain.body.toString()).toBe('k'.repeat(400))
  })

  it('reads an evicted page back from disk instead of rendering it again', async () => {
    const pages = pageCache({ maxBytes: 500 })
    await pages.get('/ar/a', async () => made('a'.repeat(400)))
    await pages.get('/ar/b', async () => made('b'.repeat(400)))
    const make = vi.fn(async () => made('again'))
    expect(text(await pages.get('/ar/a', make))).toBe('a'.repeat(400))
    expect(make).not.toHaveBeenCalled()
  })
  it('clears away what a kill left half written, and nothing that is being written', async () => {
    const pages = pageCache()
    await pages.get('/ar', async () => made('good'))
    const folder = path.join(directory, 'build-1')
    const [whole = ''] = await readdir(folder)
    for (const name of ['old.tmp', 'young.tmp']) await writeFile(path.join(folder, name), 'half')
    await utimes(path.join(folder, 'old.tmp'), 1, 1)
    await utimes(path.join(folder, whole), 1, 1)
    await pages.prune()
    expect((await readdir(folder)).sort()).toEqual([whole, 'young.tmp'].sort())
  })
})

describe('the folder', () => {
  it('is taken over from the version that called it otherwise, once', async () => {
    await mkdir(path.join(directory, 'shelf/b1'), { recursive: true })
    await writeFile(path.join(directory, 'shelf/b1/a.page'), 'kept')
    const folder = pageCacheDirectory(directory)
    expect(folder).toBe(path.join(directory, 'page-cache'))
    expect(await readFile(path.join(folder, 'b1/a.page'), 'utf8')).toBe('kept')
    await mkdir(path.join(directory, 'shelf'))
    expect(pageCacheDirectory(directory)).toBe(folder)
    expect(await readFile(path.join(folder, 'b1/a.page'), 'utf8')).toBe('kept')
  })
})
