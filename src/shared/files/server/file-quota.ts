import { statfs } from 'node:fs/promises'
import { env } from '@/platform/env'
import { rateLimiter } from '@/platform/rate-limit'
import { attachmentLimits } from '../domain/attachment'

/** Why a file is not taken although it is in order. */
export type FileRefusal = 'quota' | 'noRoom'

const MB = 1024 * 1024
const HOUR = 3600

const filesPerAddress = () =>
  rateLimiter({
    name: 'files-address',
    by: 'address',
    points: env().LIMIT_SUBMISSIONS_PER_ADDRESS * attachmentLimits.files,
    seconds: HOUR,
  })

const megabytesPerAddress = () =>
  rateLimiter({
    name: 'megabytes-address',
    by: 'address',
    points: env().LIMIT_UPLOAD_MEGABYTES_PER_ADDRESS,
    seconds: HOUR,
  })

const megabytesInAll = () => rateLimiter({ name: 'megabytes-all', points: env().LIMIT_UPLOAD_MEGABYTES, seconds: HOUR })

/** Left for the database: a disk without room for a row is worse than a form without a picture. */
const KEPT_FREE = 512 * MB

async function hasRoom(bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(env().dataDir)
  return bavail * bsize - bytes > KEPT_FREE
}

/**
 * Counts a file that somebody sent and that is about to be stored. Files may come with forms that are
 * then refused, so they are counted on their own: by how many they are and how large, from one address and in all.
 * @returns why it is not taken, or null
 */
export async function countFile(clientAddress: string, bytes: number): Promise<FileRefusal | null> {
  if (!(await hasRoom(bytes))) return 'noRoom'
  const megabytes = Math.ceil(bytes / MB)
  const isWithin =
    (await filesPerAddress().consume(clientAddress)) &&
    (await megabytesPerAddress().consume(clientAddress, megabytes)) &&
    (await megabytesInAll().consume('all', megabytes))
  return isWithin ? null : 'quota'
}

/** Whether a write failed because the disk is full or may not be written to. */
export const isWithoutRoom = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EROFS'].includes(String(error.code))
