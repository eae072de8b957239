import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '@/migrations'
import { migrateDatabase, sqliteFile } from '@/platform/database'
import { env } from '@/platform/env'
import { nodeFlags, run } from '../../scripts/steps/run.mjs'
import { startPayload } from '../setup/payload'
import { bundle, startWorker } from '../setup/processes'

/** Another database than the one of this file: `prepare` runs as its own process, as a start runs it. */
interface Installation {
  dataDir: string
  file: string
  environment: Record<string, string | undefined>
}

const isSqlite = sqliteFile(env()) !== null
const delivered = migrations.map(({ name }) => name)
const old = path.join(env().dataDir, 'old.sqlite')
let today: string
let toCome: string

/** A copy of the database as the first delivered version left it, with an administrator and a case. */
function oldInstallation(): Installation {
  const dataDir = path.join(env().dataDir, randomUUID())
  mkdirSync(dataDir)
  const file = path.join(dataDir, 'database.sqlite')
  copyFileSync(old, file)
  return { dataDir, file, environment: { ...process.env, DATA_DIR: dataDir } }
}

const prepare = (program: string, { environment }: Installation, upgrade = '') =>
  run(process.execPath, [...nodeFlags, program], {
    env: { ...environment, TEST_UPGRADE: upgrade, LOG_LEVEL: 'silent' },
    isQuiet: true,
  })

async function query(file: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = createClient({ url: `file:${file}` })
  const { rows, columns } = await client.execute(sql)
  client.close()
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])))
}

/** The schema, what ran, and the rows that were there before. */
async function stateOf(file: string) {
  const schema = await query(file, 'SELECT name, sql FROM sqlite_master ORDER BY name')
  const rows = await Promise.all(
    ['inquiries', 'users', 'users_roles', 'payload_migrations'].map((table) => query(file, `SELECT * FROM ${table}`)),
  )
  return { schema, rows }
}

const ranOn = async (file: string) =>
  (await query(file, 'SELECT name FROM payload_migrations ORDER BY created_at')).map(({ name }) => name)

beforeAll(async () => {
  if (!isSqlite) return
  const file = sqliteFile(env()) ?? ''
  rmSync(file)
  const { payload, stop } = await startPayload()
  await migrateDatabase(payload, env(), migrations.slice(0, 1))
  const { client } = payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } }
  for (const sql of [
    `INSERT INTO users (id, name, email) VALUES ('u1', 'هند', 'hind@example.org')`,
    `INSERT INTO users_roles ("order", parent_id, value, id) VALUES (1, 'u1', 'administrator', 'r1')`,
    `INSERT INTO inquiries (id, reference, kind, channel, subject, message, reply_channel, locale, consent_version,
       consent_at, received_at, assignee_id, code_hash, submission_key, dedupe_key, proof)
     VALUES ('i1', '123456789', 'question', 'website', 's', 'm', 'tracking', 'ar', '1',
       '2026-11-22T09:00:00.000Z', '2026-11-22T09:00:00.000Z', 'u1', 'c', 'k', 'd', 'p')`,
    // Over, so that its state is not computed again from a timeline that it does not have.
    `UPDATE inquiries SET status = 'closed' WHERE id = 'i1'`,
    `VACUUM INTO '${old}'`,
  ]) {
    await client.execute(sql)
  }
  await stop()
  ;[today, toCome] = await Promise.all([
    bundle('src/bin/prepare.ts', 'prepare-today'),
    bundle('src/bin/prepare.ts', 'prepare-to-come', { '@/migrations': 'tests/setup/migrations-to-come.ts' }),
  ])
})

describe.runIf(isSqlite)('data of the first delivered version', () => {
  it('is brought up to date with every row, and then by a version to come, rebuilt tables included', async () => {
    const site = oldInstallation()
    expect(await prepare(today, site)).toMatchObject({ code: 0 })
    expect(await ranOn(site.file)).toEqual(delivered)
    expect(await query(site.file, 'SELECT count(*) AS n FROM policies')).not.toEqual([{ n: 0 }])

    expect(await prepare(toCome, site, 'ends')).toMatchObject({ code: 0 })
    expect(await ranOn(site.file)).toEqual([...delivered, '20990101_000000_rebuild'])
    expect(existsSync(`${site.file}.before-20990101_000000_rebuild`), 'a copy from before').toBe(true)
    expect(await query(site.file, 'SELECT reference, assignee_id FROM inquiries')).toEqual([
      { reference: '123456789', assignee_id: 'u1' },
    ])
    expect(await query(site.file, 'SELECT email, value FROM users JOIN users_roles ON parent_id = users.id')).toEqual([
      { email: 'hind@example.org', value: 'administrator' },
    ])
    expect(await query(site.file, 'PRAGMA foreign_key_check')).toEqual([])

    // And back: code that doesn't know that version says so in one sentence and touches nothing.
    const before = await stateOf(site.file)
    const { code, output } = await prepare(today, site)
    expect(code).toBe(1)
    expect(output).toBe(
      'The database was prepared by newer code (20990101_000000_rebuild): start that version again, or restore a backup made with this one.\n',
    )
    expect(await stateOf(site.file)).toEqual(before)
  }, 60_000)

  it('is as it was when a migration fails half-way, and the reason is said', async () => {
    const site = oldInstallation()
    const before = await stateOf(site.file)
    const { code, output } = await prepare(toCome, site, 'fails')
    expect(code).toBe(1)
    expect(output).toMatch(
      /^The migration 20990102_000000_half failed \(.*no such table: no_such_table.*\) and the database was put back as it was: .+\n$/,
    )
    expect(await stateOf(site.file)).toEqual(before)
    expect(existsSync(`${site.file}.before-migration`)).toBe(false)
  }, 60_000)

  it('is as it was when the power goes half-way, and the next start goes on from there', async () => {
    const site = oldInstallation()
    const killed = startWorker(toCome, [], { ...site.environment, TEST_UPGRADE: 'hangs' })
    await expect.poll(() => killed.lines, { timeout: 30_000 }).toContain('half')
    killed.child.kill('SIGKILL')
    await killed.ended

    const { code, output } = await prepare(today, site)
    expect(code).toBe(0)
    expect(output).toContain('a migration that did not end was undone')
    expect(await ranOn(site.file)).toEqual(delivered)
    expect(await query(site.file, "SELECT name FROM sqlite_master WHERE name = 'half_made'")).toEqual([])
    expect(await query(site.file, 'SELECT reference FROM inquiries')).toEqual([{ reference: '123456789' }])
  }, 60_000)
})

describe.skipIf(isSqlite)('a MongoDB database', () => {
  it('remembers which code prepared it, and is refused by older code', async () => {
    const { payload, stop } = await startPayload()
    expect(await migrateDatabase(payload, env(), migrations)).toEqual(delivered)
    expect(await migrateDatabase(payload, env(), migrations)).toEqual([])
    await expect(migrateDatabase(payload, env(), [])).rejects.toThrow(/^The database was prepared by newer code \(/)
    await stop()
  })
})
