import { copyFileSync, renameSync } from 'node:fs'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCms, isDatabaseGone } from '@/payload/get-cms'
import { sqliteFile } from '@/platform/database'
import { DatabaseUnavailableError } from '@/platform/database-unavailable'
import { env } from '@/platform/env'
import { takeLease } from '@/platform/lease'
import { bumpRevision, readRevision } from '@/platform/revision'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
})
afterAll(() => stop())

describe('revision', () => {
  it('loses none of many racing raises', async () => {
    const before = await readRevision(payload)
    const numbers = await Promise.all(Array.from({ length: 20 }, () => bumpRevision(payload)))
    expect(await readRevision(payload)).toBe(before + 20)
    // Each writer is told a number that its own write is part of. Not that it is told it alone:
    // the MongoDB-compatible server may hand back a neighbour's newer number.
    expect(nonEmpty(numbers).every((number) => number > before && number <= before + 20)).toBe(true)
    expect(numbers).toContain(before + 20)
  })
})

describe('lease', () => {
  const now = new Date('2026-01-01T00:00:00Z')
  const seconds = 30

  it('is held by exactly one of many who want it', async () => {
    const holders = Array.from({ length: 10 }, (_, index) => `holder-${index}`)
    const won = await Promise.all(holders.map((holder) => takeLease(payload, { name: 'race', holder, seconds, now })))
    expect(won.filter(Boolean)).toHaveLength(1)
  })

  it('can be renewed by its holder, and by nobody else until it runs out', async () => {
    const take = (holder: string, at: Date) => takeLease(payload, { name: 'renew', holder, seconds, now: at })
    expect(await take('first', now)).toBe(true)
    expect(await take('second', now)).toBe(false)
    expect(await take('first', new Date(now.getTime() + 29_000))).toBe(true)
    expect(await take('second', new Date(now.getTime() + 31_000))).toBe(false)
    expect(await take('second', new Date(now.getTime() + 60_000))).toBe(true)
  })
})

describe.runIf(env().databaseKind === 'sqlite')('SQLite', () => {
  it('counts as away while it is moved away or another file stands in its place, and is used again after', async () => {
    const file = String(sqliteFile(env()))
    expect(await getCms()).toBe(payload)
    expect(isDatabaseGone()).toBe(false)
    renameSync(file, `${file}.away`)
    await expect(getCms()).rejects.toBeInstanceOf(DatabaseUnavailableError)
    copyFileSync(`${file}.away`, file)
    await expect(getCms()).rejects.toThrow(/Restart the site/)
    expect(isDatabaseGone()).toBe(true)
    renameSync(`${file}.away`, file)
    expect(await getCms()).toBe(payload)
    expect(isDatabaseGone()).toBe(false)
  })
})
