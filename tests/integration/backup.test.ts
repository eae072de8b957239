import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createClient } from '@libsql/client'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '@/migrations'
import { backUp } from '@/platform/backup/backup'
import { restore } from '@/platform/backup/restore'
import { env, type Settings } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { seedPolicies } from '@/seed/policies'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

const now = new Date('2026-01-01T00:00:00Z')
const knownMigrations = migrations.map(({ name }) => name)
const test = asSystem('test-setup')

let payload: Payload
let stop: () => Promise<void>
let databaseKind: string
let folder: string

beforeAll(async () => {
  ;({ payload, stop, databaseKind } = await startPayload())
  folder = mkdtempSync(path.join(tmpdir(), 'creative-mom-backup-'))
  if (databaseKind === 'sqlite') await seedPolicies(payload)
})
afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Settings of another copy of the system, with nothing in it yet. */
const elsewhere = (name: string): Settings => ({ ...env(), dataDir: path.join(folder, name) })
const put = (settings: Settings, file: string, isReplacing = false) =>
  restore(settings, file, { isReplacing, knownMigrations, now })
const target = (name: string) => path.join(folder, `${name}.tar.gz`)

async function rows(file: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = createClient({ url: `file:${file}` })
  try {
    return (await client.execute(sql)).rows.map((row) => ({ ...row }))
  } finally {
    client.close()
  }
}

/** Every table with every row, and every file with its content. */
async function everything({ dataDir }: Settings) {
  const file = path.join(dataDir, 'database.sqlite')
  const names = await rows(file, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
  const tables: [string, Record<string, unknown>[]][] = []
  for (const { name } of names) tables.push([String(name), await rows(file, `SELECT * FROM "${name}" ORDER BY rowid`)])
  const files = readdirSync(path.join(dataDir, 'uploads'), { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(dataDir, 'uploads', name)).isFile())
    .sort()
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(dataDir, 'uploads', name)))
        .digest('hex'),
    ])
  return { tables, files }
}

const uploads = () => path.join(env().dataDir, 'uploads')
const writeUpload = (key: string) => {
  mkdirSync(path.join(uploads(), key.slice(0, 2)), { recursive: true })
  writeFileSync(path.join(uploads(), key.slice(0, 2), key), `content of ${key}`)
}

describe.runIf(process.env.TEST_DATABASE_KIND === 'sqlite')('a backup of SQLite', () => {
  beforeAll(async () => {
    writeUpload('zz-upload')
    await backUp(env(), target('whole'), now)
  })

  it('made under load holds one moment: every row has its file, and nothing is half', async () => {
    let isRunning = true
    let written = 0
    const writer = async (name: string) => {
      for (let index = 0; isRunning; index += 1) {
        const key = `${name}-${index}`
        // As uploads are stored: the file first, then the row.
        writeUpload(key)
        await payload.create({ collection: 'system-records', data: { key, value: index }, ...test })
        written += 1
        // SQLite answers at once: without a turn for timers nothing else would run.
        await setImmediate()
        if (index % 3 === 2) {
          const old = `${name}-${index - 1}`
          await payload.delete({ collection: 'system-records', where: { key: { equals: old } }, ...test })
          rmSync(path.join(uploads(), old.slice(0, 2), old))
        }
      }
    }
    const writers = ['aa', 'bb', 'cc', 'dd'].map(writer)
    const later = (count: number) => expect.poll(() => written, { timeout: 20_000, interval: 5 }).toBeGreaterThan(count)
    await later(20)
    const seenBefore = written
    const report = await backUp(env(), target('load'), now)
    expect(written).toBeGreaterThan(seenBefore)
    await later(written + 5)
    isRunning = false
    await Promise.all(writers)

    const restored = elsewhere('load')
    expect(await put(restored, target('load'))).toMatchObject({ fingerprint: report.fingerprint, replacedFolder: null })
    const kept = await rows(
      path.join(restored.dataDir, 'database.sqlite'),
      "SELECT key FROM system_records WHERE key LIKE '__-%'",
    )
    expect(kept.length).toBeGreaterThan(10)
    for (const { key } of nonEmpty(kept)) {
      const name = String(key)
      expect(readFileSync(path.join(restored.dataDir, 'uploads', name.slice(0, 2), name), 'utf8')).toBe(
        `content of ${name}`,
      )
    }
  })

  it('restores to an equal system', async () => {
    await backUp(env(), target('equal'), now)
    const restored = elsewhere('equal')
    await put(restored, target('equal'))
    expect(await everything(restored)).toEqual(await everything(env()))
    expect(existsSync(path.join(restored.dataDir, 'manifest.json'))).toBe(false)
    expect(nonEmpty(readdirSync(restored.dataDir)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('is readable by its owner alone and never overwrites a file', async () => {
    expect(statSync(target('whole')).mode & 0o777).toBe(0o600)
    await expect(backUp(env(), target('whole'), now)).rejects.toThrow('is there already')
  })

  it('leaves out the first password in plain words', async () => {
    writeFileSync(path.join(env().dataDir, 'first-sign-in.txt'), 'Password: very secret')
    await backUp(env(), target('note'), now)
    expect(gunzipSync(readFileSync(target('note'))).includes('very secret')).toBe(false)
  })

  it('is not put over data, unless that is said, and then the data is kept beside it', async () => {
    const restored = elsewhere('twice')
    await put(restored, target('whole'))
    const before = await everything(restored)
    await expect(put(restored, target('whole'))).rejects.toThrow('--replace')
    writeFileSync(path.join(restored.dataDir, 'uploads', 'mine'), 'mine')
    const { replacedFolder } = await put(restored, target('whole'), true)
    expect(readFileSync(path.join(replacedFolder ?? '', 'uploads', 'mine'), 'utf8')).toBe('mine')
    expect(await everything(restored)).toEqual(before)
  })

  it('is refused while the site runs on the data', async () => {
    await expect(put(env(), target('whole'), true)).rejects.toThrow('stop it first')
  })

  it('makes the next start prepare and render again', async () => {
    const restored = elsewhere('stamped')
    mkdirSync(path.join(restored.dataDir, 'page-cache'), { recursive: true })
    writeFileSync(path.join(restored.dataDir, 'prepared.json'), '{}')
    await put(restored, target('whole'))
    const names = readdirSync(restored.dataDir)
    expect(names).toContain('database.sqlite')
    expect(names).not.toContain('page-cache')
    expect(names).not.toContain('prepared.json')
  })

  it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2), /damaged|cut short/],
    ['not a backup', () => Buffer.from('hello'), /not one at all/],
    ['an archive of something else', () => gzipSync(Buffer.alloc(1024)), /cut short/],
    [
      'changed in one letter of an upload',
      (bytes) => {
        const archive = gunzipSync(bytes)
        archive.write('C', archive.indexOf('content of'))
        return gzipSync(archive)
      },
      /damaged/,
    ],
    [
      'written to climb out of the folder',
      (bytes) => {
        const archive = gunzipSync(bytes)
        const at = archive.indexOf('uploads/')
        const header = archive.subarray(at, at + 512)
        header.write('../evil\0')
        header.fill(' ', 148, 156)
        const sum = header.reduce((total, byte) => total + byte, 0)
        header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
        return gzipSync(archive)
      },
      /not a backup/,
    ],
  ])('is refused when %s, and nothing is touched', async (name, damage, reason) => {
    const file = path.join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 8)}.tar.gz`)
    writeFileSync(file, damage(readFileSync(target('whole'))))
    const restored = elsewhere('untouched')
    await expect(put(restored, file)).rejects.toThrow(reason)
    expect(readdirSync(restored.dataDir)).toEqual([])
    expect(existsSync(path.join(folder, 'evil'))).toBe(false)
  })

  it('of newer code is refused', async () => {
    const attempt = restore(elsewhere('newer'), target('whole'), { isReplacing: false, knownMigrations: [], now })
    await expect(attempt).rejects.toThrow('newer code')
  })
})

describe.runIf(process.env.TEST_DATABASE_KIND === 'mongodb')('on MongoDB', () => {
  it('a backup names the field’s own tool', async () => {
    await expect(backUp(env(), target('mongo'), now)).rejects.toThrow('mongodump')
    await expect(put(env(), target('mongo'))).rejects.toThrow('mongorestore')
  })
})
