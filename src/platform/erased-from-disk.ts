import type { Payload } from 'payload'
import { truncateLog } from '@/platform/database'
import type { Job } from '@/platform/jobs'

/** True at the start, because a process may have died between an erasure and this. */
let isPending = true

/** Call this after rows or texts were erased. */
export function noteErasure(): void {
  isPending = true
}

/**
 * Removes erased data from the disk. The database overwrites what it deletes, but its write-ahead log keeps the
 * earlier pages until a checkpoint; while another process reads from the log, this waits for the next round.
 */
export const eraseFromDisk: Job = {
  name: 'erase-from-disk',
  async run(payload: Payload) {
    if (isPending && (await truncateLog(payload))) isPending = false
    return 0
  },
}
