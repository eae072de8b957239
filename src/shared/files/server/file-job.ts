import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Job } from '@/platform/jobs'
import { isOlder, namesIn } from '@/platform/old-files'
import { asSystem } from '@/platform/system-payload'
import { attachmentsDir } from './attachments'

/** Longer than a file takes to be written and to get its row. */
const UNFINISHED_MS = 3_600_000
/** Folders in a round: all of them, of which there are 4,096 at most, are seen in some ten minutes. */
const FOLDERS = 64

/** Where the last round ended. */
let last = ''

async function withoutRow(payload: Payload, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const { docs } = await payload.find({
    collection: 'attachments',
    where: { storageKey: { in: [...names] } },
    select: { storageKey: true },
    limit: names.length,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  return names.filter((name) => !docs.some(({ storageKey }) => storageKey === name))
}

/** What a kill left on the disk: files half written, and files whose row was not yet written or is gone. */
export const fileJob: Job = {
  name: 'attachment-files',
  async run(payload, now) {
    const root = attachmentsDir()
    const folders = await namesIn(root)
    const before = new Date(now.getTime() - UNFINISHED_MS)
    const ahead = folders.filter((folder) => folder > last).slice(0, FOLDERS)
    last = ahead.length < FOLDERS ? '' : (ahead.at(-1) ?? '')
    let removed = 0
    for (const folder of ahead) {
      const old: string[] = []
      for (const name of await namesIn(path.join(root, folder))) {
        if (await isOlder(path.join(root, folder, name), before)) old.push(name)
      }
      const unfinished = old.filter((name) => name.endsWith('.part'))
      const lost = await withoutRow(
        payload,
        old.filter((name) => !name.endsWith('.part')),
      )
      for (const name of [...unfinished, ...lost]) {
        await rm(path.join(root, folder, name), { force: true })
        removed += 1
      }
    }
    return removed
  },
}
