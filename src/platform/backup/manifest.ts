import { createHash } from 'node:crypto'
import { z } from 'zod'

export const MANIFEST_NAME = 'manifest.json'
/** The database's file name inside a backup. */
export const DATABASE_NAME = 'database.sqlite'

const relativePath = z
  .string()
  .max(500)
  // Refuses names that would be written outside of the target folder.
  .refine(
    (name) => name.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !/[\\\0]/.test(name),
  )

const manifest = z.object({
  format: z.literal(1),
  /** ISO 8601, UTC. */
  madeAt: z.string(),
  /** The schema steps that the database has had. */
  migrations: z.array(z.string()),
  files: z.array(
    z.object({ path: relativePath, bytes: z.number().int().nonnegative(), sha256: z.string().length(64) }),
  ),
})
export type Manifest = z.infer<typeof manifest>

/** Says in one sentence why a backup can't be made or restored. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/** @throws BackupError when it isn't a manifest of ours */
export function parseManifest(text: string): Manifest {
  try {
    return manifest.parse(JSON.parse(text))
  } catch {
    throw new BackupError('The file is not a backup of this system, or of a later version of it.')
  }
}

export const isRelativePath = (name: string): boolean => relativePath.safeParse(name).success

/** Fingerprint of a backup: of its list of files with theirs. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex')
