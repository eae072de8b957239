import type { Job } from '@/platform/jobs'
import { clearOutbox } from '@/platform/mail'

const HOUR_MS = 3_600_000

let nextAt = 0

/** Once an hour: mails that nobody fetched from the outbox go, with what they say about people. */
export const emptyOutbox: Job = {
  name: 'outbox',
  async run(_payload, now) {
    if (now.getTime() < nextAt) return 0
    nextAt = now.getTime() + HOUR_MS
    return clearOutbox(now)
  },
}
