import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { createLocalReq, type Payload } from 'payload'
import { SettingsError } from '@/platform/env'
import { logger } from '@/platform/logger'
import { asSystem } from '@/platform/system-payload'

/** An SQLite migration, as `payload migrate:create` writes it. */
export interface SqliteMigration {
  name: string
  // biome-ignore lint/suspicious/noExplicitAny: the argument's type belongs to the adapter
  up: (args: any) => Promise<void>
}

interface SqliteConnection {
  drizzle: unknown
  client: { execute(sql: string): Promise<{ rows: Array<Record<string, unknown>> }> }
}

const copyBeforeMigration = (file: string) => `${file}.before-migration`

function flush(file: string): void {
  const handle = openSync(file, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Puts the database back as it was when a migration did not end: SQLite's schema steps are not one
 * transaction, so a killed one leaves half. Call it before the database is opened.
 * @returns whether there was something to put back
 */
export function restoreUnfinishedMigration(file: string): boolean {
  const copy = copyBeforeMigration(file)
  if (!existsSync(copy)) return false
  for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true })
  // Copied rather than moved: a second kill finds the copy still there.
  copyFileSync(copy, `${file}.restoring`)
  flush(`${file}.restoring`)
  renameSync(`${file}.restoring`, file)
  rmSync(copy)
  return true
}

/** @returns false when that failed too, as on a full disk; the copy then waits for the next start */
function putBack(file: string): boolean {
  try {
    return restoreUnfinishedMigration(file)
  } catch (error) {
    logger.error({ err: error }, 'the database could not be put back yet')
    return false
  }
}

async function appliedMigrations({ client }: SqliteConnection): Promise<string[]> {
  const table = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'",
  )
  if (table.rows.length === 0) return []
  const { rows } = await client.execute('SELECT name FROM payload_migrations ORDER BY created_at')
  return rows.map((row) => String(row.name))
}

/**
 * @returns the migrations that the database still lacks
 * @throws SettingsError when it was prepared by newer code, which this code would misread
 */
export function pendingOf<Migration extends { name: string }>(
  applied: readonly string[],
  migrations: readonly Migration[],
): Migration[] {
  const unknown = applied.filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length > 0) {
    throw new SettingsError(
      `The database was prepared by newer code (${unknown.join(', ')}): start that version again, or restore a backup made with this one.`,
    )
  }
  return migrations.filter(({ name }) => !applied.includes(name))
}

/** The database's own words; the adapter wraps them in the statement. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message
}

/**
 * Brings the SQLite database to the code's schema. What was there is copied aside first and put
 * back when a step fails, so that the database is never half; the copy of a database that had
 * content stays beside it as `….before-<migration>`.
 * @returns the migrations that ran
 * @throws SettingsError when the database was prepared by newer code or a migration failed
 */
export async function migrateSqlite(
  payload: Payload,
  file: string,
  migrations: readonly SqliteMigration[],
): Promise<string[]> {
  const connection = payload.db as unknown as SqliteConnection
  const applied = await appliedMigrations(connection)
  const pending = pendingOf(applied, migrations)
  const [first] = pending
  if (!first) return []

  const copy = copyBeforeMigration(file)
  rmSync(`${copy}.writing`, { force: true })
  await connection.client.execute(`VACUUM INTO '${`${copy}.writing`.replaceAll("'", "''")}'`)
  flush(`${copy}.writing`)
  renameSync(`${copy}.writing`, copy)
  let current = first.name
  try {
    for (const { name, up } of pending) {
      current = name
      const req = await createLocalReq({}, payload)
      await up({ db: connection.drizzle, payload, req })
      await payload.create({ collection: 'payload-migrations', data: { name, batch: 1 }, ...asSystem('migrate') })
    }
  } catch (error) {
    logger.error({ err: error, migration: current }, 'a migration failed')
    const outcome = putBack(file)
      ? 'and the database was put back as it was: start the version before again, and report this.'
      : 'and the database will be put back as it was at the next start: fix that first.'
    throw new SettingsError(`The migration ${current} failed (${reasonOf(error)}) ${outcome}`, { cause: error })
  }
  if (applied.length > 0) renameSync(copy, `${file}.before-${first.name}`)
  else rmSync(copy)
  return pending.map(({ name }) => name)
}
