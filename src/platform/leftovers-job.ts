import { rm } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/platform/env'
import type { Job } from '@/platform/jobs'
import { isOlder, namesIn } from '@/platform/old-files'

/** No backup takes as long. */
const LEFT_MS = 24 * 3_600_000

/** Folders of a backup or a restoration that was killed go, with the copies of everything in them. */
export const leftoversJob: Job = {
  name: 'leftovers',
  async run(_payload, now) {
    const { dataDir } = env()
    let removed = 0
    const before = new Date(now.getTime() - LEFT_MS)
    for (const name of await namesIn(dataDir)) {
      const folder = path.join(dataDir, name)
      if (!/^\.(backing-up|restoring)-/.test(name) || !(await isOlder(folder, before))) continue
      await rm(folder, { recursive: true, force: true })
      removed += 1
    }
    return removed
  },
}
