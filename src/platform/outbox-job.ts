import type { Job } from '@/platform/jobs'
import { clearOutbox } from '@/platform/mail'

/** Mails that nobody fetched from the outbox go, with what they say about people. */
export const emptyOutbox: Job = { name: 'outbox', run: (_payload, now) => clearOutbox(now) }
