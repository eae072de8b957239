import { statSync } from 'node:fs'
import path from 'node:path'
import type { MongoClient } from 'mongodb'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { followCommits } from '@/platform/after-commit'
import { type Settings, SettingsError } from '@/platform/env'
import { foldedLists } from '@/platform/folded-where'
import { guardedAdapter, serverWatch, stopServerWatch } from '@/platform/guarded-adapter'
import { withListIndexes } from '@/platform/mongo-indexes'
import { absenceSentence } from '@/platform/server-absence'
import type { HalfMade } from '@/platform/sqlite/half-made'
import { migrateSqlite, pendingOf, restoreUnfinishedMigration, type SqliteMigration } from '@/platform/sqlite-migration'
import { asSystem } from '@/platform/system-payload'
import { nameTakenTogether } from '@/platform/taken-values'

/** The one module that knows which database the CMS uses. */

/** The path of the SQLite database, or null when another database is used. */
export function sqliteFile(settings: Settings): string | null {
  if (settings.databaseKind === 'mongodb') return null
  return settings.DATABASE_URL.startsWith('file:')
    ? path.resolve(settings.DATABASE_URL.slice('file:'.length))
    : path.join(settings.dataDir, 'database.sqlite')
}

/**
 * Payload's official adapter for the settings. Only the one in use is loaded, which saves a quarter of a second per
 * start.
 */
export async function databaseAdapter(settings: Settings): Promise<DatabaseAdapterObj> {
  const file = sqliteFile(settings)
  if (file === null) {
    const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
    const adapter = mongooseAdapter({
      url: settings.DATABASE_URL,
      // Otherwise the first writes arrive while unique indexes are being built.
      ensureIndexes: true,
      connectOptions: {
        // Mongoose would buffer operations for ten seconds until it notices that the server is back.
        bufferCommands: false,
        serverSelectionTimeoutMS: 3000,
        // Connections that hang are given up within six seconds.
        heartbeatFrequencyMS: 2000,
        connectTimeoutMS: 4000,
      },
    })
    return followCommits(
      nameTakenTogether(foldedLists(guardedAdapter(withListIndexes(adapter), settings.DATABASE_URL))),
    )
  }
  const { transactionalSqliteAdapter } = await import('@/platform/sqlite/adapter')
  return followCommits(transactionalSqliteAdapter({ file, migrationDir: path.resolve('src/migrations') }))
}

/**
 * Refuses a database that can't keep the system's promises.
 * @throws SettingsError with the cure
 */
export async function checkDatabase(payload: Payload, settings: Settings): Promise<void> {
  if (settings.databaseKind !== 'mongodb' || settings.NODE_ENV !== 'production') return
  const { connection } = payload.db as unknown as {
    connection: { getClient(): MongoClient }
  }
  if (!connection.getClient().options.replicaSet) {
    throw new SettingsError(
      'DATABASE_URL names a MongoDB server without a replica set, so writes would not be transactions. Start it with --replSet (one member is enough) and add ?replicaSet=NAME.',
    )
  }
}

/**
 * Which database the settings name at this moment. libsql makes an empty file where none is, and goes
 * on writing to one that was moved away or replaced: a serving process must see both.
 * @returns null when the SQLite file is missing
 */
export function databaseIdentity(settings: Settings): string | null {
  const file = sqliteFile(settings)
  if (file === null) return 'server'
  const found = statSync(/* turbopackIgnore: true */ file, { throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}` : null
}

/** Whether the database that the settings name is known to be away. */
export function isDatabaseAway(settings: Settings): boolean {
  return settings.databaseKind === 'mongodb' && serverWatch(settings.DATABASE_URL).isAway
}

/** How long a server may take to appear before a program that needs it gives up. */
const MAX_WAIT_MS = 5000

/**
 * For programs that can do nothing without the database.
 * @throws SettingsError that says which server does not answer, and what to do
 */
export async function requireDatabase(settings: Settings): Promise<void> {
  if (settings.databaseKind !== 'mongodb') return
  const watch = serverWatch(settings.DATABASE_URL)
  if (await watch.appearsWithin(MAX_WAIT_MS)) return
  const { reason } = watch
  await stopServerWatch()
  throw new SettingsError(absenceSentence(settings.DATABASE_URL, reason))
}

/** Waits until it is known whether the database is there. @throws DatabaseUnavailableError when it is away */
export async function databaseReached(settings: Settings): Promise<void> {
  if (settings.databaseKind === 'mongodb') await serverWatch(settings.DATABASE_URL).reached()
}

/** What must be repaired before the database is opened. @returns whether something was */
export function recoverDatabase(settings: Settings): boolean {
  const file = sqliteFile(settings)
  return file !== null && restoreUnfinishedMigration(file)
}

/**
 * Brings the database to the code's schema. MongoDB has none to bring (its indexes are made when the
 * adapter connects), but it too remembers which code prepared it.
 * @returns the migrations that ran, or that MongoDB noted
 * @throws SettingsError when the database was prepared by newer code or a migration failed
 */
export async function migrateDatabase(
  payload: Payload,
  settings: Settings,
  migrations: readonly SqliteMigration[],
): Promise<string[]> {
  const file = sqliteFile(settings)
  if (file !== null) return migrateSqlite(payload, file, migrations)
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    limit: 0,
    pagination: false,
    ...asSystem('migrate'),
  })
  const pending = pendingOf(
    docs.map(({ name }) => String(name)),
    migrations,
  )
  for (const { name } of pending) {
    await payload.create({ collection: 'payload-migrations', data: { name, batch: 1 }, ...asSystem('migrate') })
  }
  return pending.map(({ name }) => name)
}

/** Closes the connection for good, which `payload.destroy()` alone leaves open for SQLite. */
export async function closeDatabase(payload: Payload): Promise<void> {
  const { client } = payload.db as unknown as { client?: { close?(): void } }
  await payload.destroy()
  client?.close?.()
}

/**
 * Empties the log of the SQLite database, in which earlier states of its pages lie.
 * @returns false when it has to be tried again; true on another database, which has no such file of ours
 */
export async function truncateLog(payload: Payload): Promise<boolean> {
  const { client } = payload.db as unknown as { client?: { truncateLog?(): Promise<boolean> } }
  return (await client?.truncateLog?.()) ?? true
}

const WHOLE_SINCE = 'whole-saves-since'

async function wholeSince(payload: Payload): Promise<Date | null> {
  const { docs } = await payload.find({
    collection: 'system-records',
    where: { key: { equals: WHOLE_SINCE } },
    limit: 1,
    pagination: false,
    ...asSystem('migrate'),
  })
  return docs[0] ? new Date(docs[0].value) : null
}

/**
 * Finds saves that earlier versions left incomplete in the SQLite database; MongoDB saves documents whole. Saves
 * since then are transactions and therefore complete.
 */
export async function findHalfMade(payload: Payload): Promise<HalfMade[]> {
  if (payload.db.name !== 'sqlite') return []
  const { findHalfMade: find } = await import('@/platform/sqlite/half-made')
  return find(payload, await wholeSince(payload))
}

/** From now on every save of this database is a transaction. */
export async function noteWholeSaves(payload: Payload): Promise<void> {
  if (payload.db.name !== 'sqlite' || (await wholeSince(payload))) return
  const data = { key: WHOLE_SINCE, value: Date.now() }
  await payload.create({ collection: 'system-records', data, ...asSystem('migrate') })
}

/**
 * A copy of the SQLite database beside it, as it is now.
 * @returns the copy
 */
export async function setDatabaseAside(payload: Payload, settings: Settings, name: string): Promise<string> {
  const copy = `${sqliteFile(settings)}.${name}`
  const { client } = payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } }
  await client.execute(`VACUUM INTO '${copy.replaceAll("'", "''")}'`)
  return copy
}

const WIPED = 'secure-delete'

/**
 * Once in a database's life: rewrites it without the pages that held what was deleted before deleting
 * also overwrote. @returns whether it was done now
 */
export async function wipeFreePages(payload: Payload): Promise<boolean> {
  if (payload.db.name !== 'sqlite') return false
  const done = { collection: 'system-records', where: { key: { equals: WIPED } } } as const
  if ((await payload.count({ ...done, ...asSystem('migrate') })).totalDocs > 0) return false
  const { client } = payload.db as unknown as {
    client: { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> }
  }
  const { rows } = await client.execute('PRAGMA freelist_count')
  const hasFreePages = Number(rows[0]?.freelist_count) > 0
  if (hasFreePages) await client.execute('VACUUM')
  await truncateLog(payload)
  await payload.create({ collection: 'system-records', data: { key: WIPED, value: 1 }, ...asSystem('migrate') })
  return hasFreePages
}
