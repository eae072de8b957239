import { existsSync, lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Entries of DATA_DIR that are left out of a backup: derived data and secrets. */
const leftOut = new Set([
  'page-cache',
  // The name of the page cache before 2026-11-25.
  'shelf',
  'prepared.json',
  // A plain-text password; the account itself is in the database.
  'first-sign-in.txt',
])

/** Temporary and replaced files: `.restoring-…`, `database.sqlite.before-…`, `replaced-…`. */
const isPassing = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('replaced-') || name.endsWith('.writing')

/**
 * The names directly under DATA_DIR that a backup holds besides the database: uploads, private
 * attachments, the outbox and whatever later features keep there.
 */
export function dataNames(dataDir: string, databaseFile: string): string[] {
  if (!existsSync(dataDir)) return []
  const database = path.basename(databaseFile)
  return readdirSync(dataDir)
    .filter((name) => !leftOut.has(name) && !isPassing(name) && !name.startsWith(database))
    .sort()
}

/** Every file under the kept names, as paths below DATA_DIR with forward slashes. */
export function dataFiles(dataDir: string, databaseFile: string): string[] {
  return dataNames(dataDir, databaseFile).flatMap((name) => filesBelow(dataDir, name))
}

/** Every file below a folder, as paths with forward slashes. Links are not followed. */
export const filesIn = (folder: string): string[] => childrenOf(folder).flatMap((name) => filesBelow(folder, name))

function filesBelow(folder: string, name: string): string[] {
  const kind = lstatSync(path.join(folder, name), { throwIfNoEntry: false })
  if (kind?.isFile()) return [name]
  if (!kind?.isDirectory()) return []
  return childrenOf(path.join(folder, name)).flatMap((child) => filesBelow(folder, `${name}/${child}`))
}

const childrenOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !isPassing(name))
    .sort()
