import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionSlug,
  Payload,
  PayloadRequest,
  Where,
} from 'payload'
import { afterCommit, afterRollback } from '@/platform/after-commit'
import type { Job } from '@/platform/jobs'
import { asSystem, asSystemWithin } from '@/platform/system-payload'

/** Longer than any command runs. */
const SURELY_OVER_MS = 5 * 60_000
const MAX_FILES = 1000

interface Uploads {
  collection: CollectionSlug
  directory: string
}

/**
 * Keeps a file under a second name until the command that deletes or replaces it has ended, and restores it if the
 * command fails. Payload deletes it earlier.
 */
export function heldFiles({ collection, directory }: Uploads): {
  beforeOperation: CollectionBeforeOperationHook
  beforeChange: CollectionBeforeChangeHook
  beforeDelete: CollectionBeforeDeleteHook
  job: Job
} {
  const held = path.join(directory, '.held')
  const inPlace = (name: string) => path.join(directory, path.basename(name))
  const aside = (name: string) => path.join(held, path.basename(name))

  const putBack = async (name: string) => {
    if (existsSync(inPlace(name))) await rm(aside(name), { force: true })
    else await rename(aside(name), inPlace(name))
  }

  const hold = async (name: string, req: PayloadRequest) => {
    const isUndoable = await afterRollback(req, async () => {
      if (existsSync(aside(name))) await putBack(name)
    })
    if (!isUndoable || !existsSync(inPlace(name))) return
    await mkdir(held, { recursive: true })
    await rm(aside(name), { force: true })
    // A copy, where the file system has no hard links.
    await link(inPlace(name), aside(name)).catch(() => copyFile(inPlace(name), aside(name)))
    await afterCommit(req, () => rm(aside(name), { force: true }))
  }

  return {
    async beforeOperation({ args, operation, req }) {
      if (operation !== 'update' || !req.file) return
      const { id, where } = args as { id?: string; where?: Where }
      const names = await namesOf(req, collection, id ? { id: { equals: id } } : where)
      for (const name of names) await hold(name, req)
    },

    async beforeDelete({ id, req }) {
      for (const name of await namesOf(req, collection, { id: { equals: id } })) await hold(name, req)
    },

    /** A new file of a command that is refused belongs to nothing. */
    async beforeChange({ data, originalDoc, req }) {
      const name: unknown = data.filename
      if (req.file && typeof name === 'string' && name !== originalDoc?.filename) {
        await afterRollback(req, () => rm(inPlace(name), { force: true }))
      }
      return data
    },

    job: {
      name: `held-files-${collection}`,
      /** What a process that died held. */
      async run(payload, now) {
        const names = await readdir(held).catch(() => [])
        let count = 0
        for (const name of names) {
          const { ctimeMs } = await stat(aside(name))
          if (now.getTime() - ctimeMs < SURELY_OVER_MS) continue
          if (await isNamed(payload, collection, name)) await putBack(name)
          else await rm(aside(name), { force: true })
          count += 1
        }
        return count
      },
    },
  }
}

async function namesOf(req: PayloadRequest, collection: CollectionSlug, where: Where | undefined): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection,
    where: where ?? {},
    limit: MAX_FILES,
    depth: 0,
    pagination: false,
    ...asSystemWithin(req, 'keep-rules'),
  })
  return docs.flatMap((doc) => ('filename' in doc && typeof doc.filename === 'string' ? [doc.filename] : []))
}

async function isNamed(payload: Payload, collection: CollectionSlug, filename: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection,
    where: { filename: { equals: filename } },
    ...asSystem('job'),
  })
  return totalDocs > 0
}
