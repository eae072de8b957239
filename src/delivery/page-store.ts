import { createHash } from 'node:crypto'
import { existsSync, renameSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { logger } from '@/platform/logger'
import { type Compressed, type Content, prepareAnswer } from './answer'
import type { CachedPage } from './page-cache'

/** Where finished pages are kept between starts. An earlier version called the folder `shelf`. */
export function pageCacheDirectory(dataDir: string): string {
  const [directory, earlier] = [path.join(dataDir, 'page-cache'), path.join(dataDir, 'shelf')]
  try {
    if (!existsSync(directory) && existsSync(earlier)) renameSync(earlier, directory)
  } catch (error) {
    // Another process did it, or the disk is read-only: the pages are rendered again.
    logger.warn({ err: error }, 'the earlier page cache could not be taken over')
  }
  return directory
}

const KEPT_BUILDS = 3
const UNFINISHED_MS = 600_000

/** What stands before a page's bytes in its file. */
export interface StoredHead {
  key: string
  content: Omit<Content, 'body'>
  queryNames: readonly string[]
  revision: number
  day: string
  lengths: [plain: number, br: number, gzip: number]
  renderedAt: string
}

/** Finished pages on disk: a folder for each build, a file for each page. */
export class PageStore {
  private readonly folder: string
  private earlierFolders: Promise<string[]> | null = null

  constructor(
    private readonly directory: string,
    buildId: string,
  ) {
    this.folder = path.join(directory, buildId)
  }

  /** The newest stored copy: this build's, or one of an earlier build, which is stale. */
  async read(key: string): Promise<{ copy: CachedPage; isOfThisBuild: boolean } | undefined> {
    for (const folder of [this.folder, ...(await this.earlier())]) {
      const copy = await readCopy(path.join(folder, fileName(key)), key)
      if (copy) return { copy, isOfThisBuild: folder === this.folder }
    }
    return undefined
  }

  async write(head: StoredHead, body: Buffer, { br, gzip }: Compressed): Promise<void> {
    const json = Buffer.from(`${JSON.stringify(head)}\n`)
    const file = path.join(this.folder, fileName(head.key))
    const temporary = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}.tmp`
    await mkdir(this.folder, { recursive: true })
    await writeFile(temporary, Buffer.concat([json, body, br ?? Buffer.alloc(0), gzip ?? Buffer.alloc(0)]))
    await rename(temporary, file)
  }

  async remove(key: string): Promise<void> {
    for (const folder of [this.folder, ...(await this.earlier())]) {
      await rm(path.join(folder, fileName(key)), { force: true })
    }
  }

  /** Removes the folders of builds that are no fallback any more, and files left half written by a kill. */
  async prune(): Promise<void> {
    const unfinished = (await readdir(this.folder).catch(() => [])).filter((name) => name.endsWith('.tmp'))
    for (const name of unfinished) {
      const file = path.join(this.folder, name)
      const found = await stat(file).catch(() => null)
      // Another process may be writing now.
      if (found && found.mtimeMs < Date.now() - UNFINISHED_MS) await rm(file, { force: true })
    }
    for (const folder of (await this.earlier()).slice(KEPT_BUILDS - 1))
      await rm(folder, { recursive: true, force: true })
    this.earlierFolders = null
  }

  /** Folders of earlier builds, newest first. */
  private earlier(): Promise<string[]> {
    this.earlierFolders ??= listByAge(this.directory).then((folders) =>
      folders.filter((folder) => folder !== this.folder),
    )
    return this.earlierFolders
  }
}

const fileName = (key: string): string => `${createHash('sha256').update(key).digest('base64url').slice(0, 32)}.page`

async function listByAge(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  const folders = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async (entry) => {
        const folder = path.join(directory, entry.name)
        return { folder, age: (await stat(folder)).mtimeMs }
      }),
  )
  return folders.sort((left, right) => right.age - left.age).map(({ folder }) => folder)
}

/** A stored copy, or undefined when there is none or it is not whole. */
async function readCopy(file: string, key: string): Promise<CachedPage | undefined> {
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) return undefined
  try {
    const end = bytes.indexOf(0x0a)
    const head = JSON.parse(bytes.subarray(0, end).toString()) as StoredHead
    const [plain, br, gzip] = head.lengths
    const start = end + 1
    if (head.key !== key || bytes.byteLength !== start + plain + br + gzip) return undefined
    const body = bytes.subarray(start, start + plain)
    const answer = prepareAnswer(
      { ...head.content, body },
      {
        br: br > 0 ? bytes.subarray(start + plain, start + plain + br) : null,
        gzip: gzip > 0 ? bytes.subarray(start + plain + br) : null,
      },
    )
    return { answer, queryNames: head.queryNames, revision: head.revision, day: head.day, isUsed: false }
  } catch {
    return undefined
  }
}
