import { readdir, stat } from 'node:fs/promises'

/** What is in a folder, in order; nothing when it is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort()
}

/** Whether a file or folder has not changed since `before`. False when it has gone meanwhile. */
export async function isOlder(file: string, before: Date): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  return found !== null && found.mtimeMs < before.getTime()
}
