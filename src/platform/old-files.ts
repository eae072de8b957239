import { readdir, stat } from 'node:fs/promises'

/** The sorted entries of a folder; empty when it does not exist. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort()
}

/** Whether a file or folder was last changed before `before`. False when it no longer exists. */
export async function isOlder(file: string, before: Date): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  return found !== null && found.mtimeMs < before.getTime()
}
