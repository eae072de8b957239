import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '@/migrations'
import { embeddedDatabaseFile, migrateDatabase } from '@/platform/database'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { startPayload } from '../setup/payload'

const file = embeddedDatabaseFile(env()) ?? ''
let started: Awaited<ReturnType<typeof startPayload>>

beforeAll(async () => {
  started = await startPayload()
})
afterAll(() => started.stop())

// Alone in its file: what was opened before is of no use once the file is put back.
describe.skipIf(file === '')('a migration that fails', () => {
  it('leaves the database as it was, rows included', async () => {
    const { payload } = started
    await payload.create({ collection: 'system-records', data: { key: 'kept', value: 7 }, ...asSystem('test-setup') })
    const { client } = payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } }
    await client.execute(`VACUUM INTO '${file}.expected'`)
    const failing = {
      name: '20990101_000000_failing',
      up: async () => {
        await client.execute('DELETE FROM system_records')
        throw new Error('no such column')
      },
    }
    await expect(migrateDatabase(payload, env(), [...migrations, failing])).rejects.toThrow('no such column')
    const hash = (name: string) => createHash('sha256').update(readFileSync(name)).digest('hex')
    expect(hash(file)).toBe(hash(`${file}.expected`))
    expect(existsSync(`${file}-wal`)).toBe(false)
    expect(existsSync(`${file}.before-migration`)).toBe(false)
  })
})
