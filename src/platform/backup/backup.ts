import { createHash, randomUUID } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Pack, pack } from 'tar-stream'
import { dataFiles, filesIn } from '@/platform/backup/data-files'
import { BackupError, DATABASE_NAME, fingerprint, MANIFEST_NAME, type Manifest } from '@/platform/backup/manifest'
import { checkDatabaseFile, copyDatabase } from '@/platform/backup/sqlite-copy'
import { sqliteFile } from '@/platform/database'
import type { Settings } from '@/platform/env'

export interface BackupReport {
  files: number
  bytes: number
  fingerprint: string
}

/** How often it starts over when files changed while the database was copied. */
const ATTEMPTS = 3
/** Readable by its owner only, because it holds everything. */
const PRIVATE = 0o600

/**
 * Writes the SQLite database, uploads, attachments and outbox into one gzipped tar file, while
 * the site runs. Files are held by links before the database is copied and again after it: whatever
 * the copied database names was there at one of the two times, and can't be deleted from under it.
 * @throws BackupError
 */
export async function backUp(settings: Settings, target: string, now: Date): Promise<BackupReport> {
  const database = sqliteFile(settings)
  if (database === null) {
    throw new BackupError(
      'The database is MongoDB: back it up with mongodump --oplog, and DATA_DIR as files. See docs/PRODUCTION.md.',
    )
  }
  if (!existsSync(database)) throw new BackupError(`There is no database at ${database}.`)
  if (existsSync(target)) throw new BackupError(`${target} is there already: name a new file.`)
  const work = path.join(settings.dataDir, `.backing-up-${randomUUID()}`)
  const unfinished = `${target}.writing`
  mkdirSync(path.dirname(path.resolve(target)), { recursive: true })
  try {
    for (let attempt = 1; ; attempt += 1) {
      rmSync(work, { recursive: true, force: true })
      mkdirSync(work, { mode: 0o700 })
      const report = await writeArchive({ settings, database, work, unfinished, now })
      if (report) {
        renameSync(unfinished, target)
        return report
      }
      if (attempt === ATTEMPTS)
        throw new BackupError('Files came and went while the backup was made, each time. Try again.')
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
    rmSync(unfinished, { force: true })
  }
}

/** @returns null when it has to start over */
async function writeArchive({
  settings,
  database,
  work,
  unfinished,
  now,
}: {
  settings: Settings
  database: string
  work: string
  unfinished: string
  now: Date
}): Promise<BackupReport | null> {
  const { dataDir } = settings
  const held = path.join(work, 'files')
  hold(dataDir, held, dataFiles(dataDir, database))
  const copy = path.join(work, DATABASE_NAME)
  await copyDatabase(database, copy)
  // A file that is gone again may be referenced by the copy.
  if (hold(dataDir, held, dataFiles(dataDir, database)).length > 0) return null
  const migrations = await checkDatabaseFile(copy)

  const archive = pack()
  const stop = new AbortController()
  const written = pipeline(archive, createGzip(), createWriteStream(unfinished, { mode: PRIVATE }), {
    signal: stop.signal,
  })
  const filled = fill(archive, { copy, held, migrations, now }).catch((error: unknown) => {
    stop.abort(error)
    throw error
  })
  const [report] = await Promise.all([filled, written])
  await flush(unfinished)
  return report
}

/** Links files into `held`, or copies them where the disk can't link. @returns those that are gone */
function hold(dataDir: string, held: string, names: readonly string[]): string[] {
  return names.filter((name) => {
    const target = path.join(held, name)
    if (existsSync(target)) return false
    mkdirSync(path.dirname(target), { recursive: true })
    const source = path.join(dataDir, name)
    try {
      linkSync(source, target)
    } catch {
      if (!existsSync(source)) return true
      copyFileSync(source, target)
    }
    return false
  })
}

async function fill(
  archive: Pack,
  { copy, held, migrations, now }: { copy: string; held: string; migrations: string[]; now: Date },
): Promise<BackupReport> {
  const files: Manifest['files'] = [await addDatabase(archive, copy, now)]
  const names = existsSync(held) ? filesIn(held) : []
  for (const name of names) {
    // Uploads are small (15 MB at most) and read whole, so that size and content are of one moment.
    const content = await readFile(path.join(held, name))
    const sha256 = createHash('sha256').update(content).digest('hex')
    await new Promise<void>((resolve, reject) => {
      archive.entry({ name, size: content.length, mode: PRIVATE, mtime: now }, content, (error) =>
        error ? reject(error) : resolve(),
      )
    })
    files.push({ path: name, bytes: content.length, sha256 })
  }
  const manifest = JSON.stringify(
    { format: 1, madeAt: now.toISOString(), migrations, files } satisfies Manifest,
    null,
    2,
  )
  archive.entry({ name: MANIFEST_NAME, mode: PRIVATE, mtime: now }, manifest)
  archive.finalize()
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    fingerprint: fingerprint(manifest),
  }
}

/** The database may be larger than memory. */
async function addDatabase(archive: Pack, copy: string, now: Date): Promise<Manifest['files'][number]> {
  const bytes = statSync(copy).size
  const hash = createHash('sha256')
  const source = createReadStream(copy)
  source.on('data', (chunk) => hash.update(chunk))
  await pipeline(source, archive.entry({ name: DATABASE_NAME, size: bytes, mode: PRIVATE, mtime: now }))
  return { path: DATABASE_NAME, bytes, sha256: hash.digest('hex') }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r')
  await handle.sync()
  await handle.close()
}
