import { rm } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/platform/env'
import type { Job } from '@/platform/jobs'
import { isOlder, namesIn } from '@/platform/old-files'

/** Longer than any backup takes. */
const LEFT_MS = 24 * 3_600_000

/** Deletes folders left by a killed backup or restore, which hold copies of all data. */
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
