import { type Client, createClient } from '@libsql/client'
import { BackupError } from '@/platform/backup/manifest'

const quoted = (file: string): string => `'${file.replaceAll("'", "''")}'`

async function withDatabase<T>(file: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = createClient({ url: `file:${file}` })
  try {
    await client.execute('PRAGMA busy_timeout = 10000')
    return await work(client)
  } finally {
    client.close()
  }
}

/** A consistent copy of the database while other connections write to it. */
export async function copyDatabase(file: string, copy: string): Promise<void> {
  await withDatabase(file, (client) => client.execute(`VACUUM INTO ${quoted(copy)}`))
}

/**
 * The migrations that have run on a database.
 * @throws BackupError when the file is damaged or not a database
 */
export async function checkDatabaseFile(file: string): Promise<string[]> {
  try {
    return await withDatabase(file, async (client) => {
      const { rows } = await client.execute('PRAGMA integrity_check')
      if (rows[0]?.integrity_check !== 'ok') throw new BackupError('The database in it is damaged.')
      const applied = await client.execute('SELECT name FROM payload_migrations ORDER BY created_at')
      return applied.rows.map((row) => String(row.name))
    })
  } catch (error) {
    if (error instanceof BackupError) throw error
    throw new BackupError('The database in it is damaged, or not one of this system.', { cause: error })
  }
}

/** Whether another process has the database open; each holds a lock on it. */
export async function isDatabaseInUse(file: string): Promise<boolean> {
  const client = createClient({ url: `file:${file}` })
  try {
    await client.execute('PRAGMA locking_mode = EXCLUSIVE')
    await client.execute('BEGIN IMMEDIATE')
    await client.execute('ROLLBACK')
    return false
  } catch (error) {
    if (error instanceof Error && /SQLITE_BUSY|database is locked/.test(error.message)) return true
    // Too damaged to be opened.
    return false
  } finally {
    client.close()
  }
}
