import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Extract, extract } from 'tar-stream'
import { dataNames } from '@/platform/backup/data-files'
import {
  BackupError,
  DATABASE_NAME,
  fingerprint,
  isRelativePath,
  MANIFEST_NAME,
  type Manifest,
  parseManifest,
} from '@/platform/backup/manifest'
import { checkDatabaseFile, isDatabaseInUse } from '@/platform/backup/sqlite-copy'
import { sqliteFile } from '@/platform/database'
import type { Settings } from '@/platform/env'

type Entry = Extract extends AsyncIterable<infer Each> ? Each : never

export interface RestoreReport {
  files: number
  /** When the backup was made: ISO 8601, UTC. */
  madeAt: string
  fingerprint: string
  /** The folder with the replaced data, or null when there was none. */
  replacedFolder: string | null
}

/**
 * Replaces the SQLite database, uploads, attachments and outbox by a backup. Everything is unpacked and verified
 * first; only then is the existing data moved aside, never deleted.
 * @param options.knownMigrations the migrations of this code: a backup of newer code is refused
 * @throws BackupError
 */
export async function restore(
  settings: Settings,
  file: string,
  options: { isReplacing: boolean; knownMigrations: readonly string[]; now: Date },
): Promise<RestoreReport> {
  const database = sqliteFile(settings)
  if (database === null)
    throw new BackupError('The database is MongoDB: restore it with mongorestore. See docs/PRODUCTION.md.')
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`)
  const existing = dataNames(settings.dataDir, database)
  const hasData = existsSync(database) || existing.length > 0
  if (hasData && !options.isReplacing) {
    throw new BackupError(
      `There is data in ${settings.dataDir} already. To put the backup in its place, add --replace; what is there is kept beside it.`,
    )
  }
  if (existsSync(database) && (await isDatabaseInUse(database))) {
    throw new BackupError('The site is running on this data: stop it first, then restore.')
  }
  const work = path.join(settings.dataDir, `.restoring-${randomUUID()}`)
  mkdirSync(work, { recursive: true, mode: 0o700 })
  try {
    const { manifest, text } = await unpack(file, work)
    const migrations = await checkDatabaseFile(path.join(work, DATABASE_NAME))
    for (const beside of ['-wal', '-shm']) rmSync(path.join(work, `${DATABASE_NAME}${beside}`), { force: true })
    const unknown = migrations.filter((name) => !options.knownMigrations.includes(name))
    if (unknown.length > 0) {
      throw new BackupError(`The backup was made by newer code (${unknown.join(', ')}): restore it with that version.`)
    }
    const replacedFolder = hasData ? setAside(settings.dataDir, database, existing, options.now) : null
    putInPlace(settings.dataDir, database, work)
    return { files: manifest.files.length, madeAt: manifest.madeAt, fingerprint: fingerprint(text), replacedFolder }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Unpacks every file and compares it with its checksum in the manifest. */
async function unpack(file: string, work: string): Promise<{ manifest: Manifest; text: string }> {
  const found = new Map<string, string>()
  const reader = extract()
  const reading = pipeline(createReadStream(file), createGunzip(), reader)
  // Awaited below; a damaged file must not end the process meanwhile.
  reading.catch(() => undefined)
  try {
    for await (const entry of reader) {
      const { name, type } = entry.header
      if (type !== 'file' || !isRelativePath(name) || found.has(name))
        throw new BackupError('The file is not a backup of this system.')
      found.set(name, await write(entry, path.join(work, name)))
    }
    await reading
  } catch (error) {
    if (error instanceof BackupError) throw error
    throw new BackupError('The backup is damaged or cut short, or not one at all.', { cause: error })
  }
  const manifestFile = path.join(work, MANIFEST_NAME)
  if (!found.delete(MANIFEST_NAME)) throw new BackupError('The backup is cut short: its list of files is missing.')
  const text = readFileSync(manifestFile, 'utf8')
  const manifest = parseManifest(text)
  rmSync(manifestFile)
  const wrong = manifest.files.filter(({ path: name, sha256 }) => found.get(name) !== sha256)
  if (wrong.length > 0 || found.size !== manifest.files.length || !found.has(DATABASE_NAME)) {
    throw new BackupError(`The backup is damaged: ${wrong[0]?.path ?? 'its files'} differ from its list.`)
  }
  return { manifest, text }
}

/** @returns the fingerprint of what was written */
async function write(entry: Entry, target: string): Promise<string> {
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(entry, hashing, createWriteStream(target, { mode: 0o600, flags: 'wx' }))
  return hash.digest('hex')
}

function setAside(dataDir: string, database: string, names: readonly string[], now: Date): string {
  const folder = path.join(dataDir, `replaced-${now.toISOString().replace(/[:.]/g, '-')}`)
  mkdirSync(folder, { mode: 0o700 })
  // The database goes first: without it nothing can be written to the rest meanwhile.
  for (const suffix of ['', '-wal', '-shm']) {
    const part = `${database}${suffix}`
    if (existsSync(part)) renameSync(part, path.join(folder, `${DATABASE_NAME}${suffix}`))
  }
  for (const name of names) renameSync(path.join(dataDir, name), path.join(folder, name))
  return folder
}

function putInPlace(dataDir: string, database: string, work: string): void {
  for (const name of dataNames(work, path.join(work, DATABASE_NAME))) {
    renameSync(path.join(work, name), path.join(dataDir, name))
  }
  // Pages of another time, and the stamp by which the next start would leave the schema alone.
  for (const name of ['page-cache', 'shelf']) rmSync(path.join(dataDir, name), { recursive: true, force: true })
  rmSync(path.join(dataDir, 'prepared.json'), { force: true })
  mkdirSync(path.dirname(database), { recursive: true })
  // Last: a database that is there has its files.
  renameSync(path.join(work, DATABASE_NAME), database)
}
