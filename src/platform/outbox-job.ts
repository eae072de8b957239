import type { Job } from '@/platform/jobs'
import { clearOutbox } from '@/platform/mail'

/** Deletes old mails from the outbox, which hold personal data. */
export const emptyOutbox: Job = { name: 'outbox', run: (_payload, now) => clearOutbox(now) }
