import type { Payload } from 'payload'
import { truncateLog } from '@/platform/database'
import type { Job } from '@/platform/jobs'

/** At the start too: a process may have died between an erasure and this. */
let isPending = true

/** To be called after rows or their words were erased. */
export function noteErasure(): void {
  isPending = true
}

/**
 * Takes what was erased off the disk as well. The database overwrites what it deletes, but its log
 * holds the earlier pages until it is written over; another process that reads from it at this
 * moment makes this wait for the next round.
 */
export const eraseFromDisk: Job = {
  name: 'erase-from-disk',
  async run(payload: Payload) {
    if (isPending && (await truncateLog(payload))) isPending = false
    return 0
  },
}
