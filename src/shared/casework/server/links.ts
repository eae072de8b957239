import { seal, unseal } from '@/platform/crypto'

/** Sealed addresses: what they lead to can be neither read nor guessed, and can't be altered. */

const HOUR_MS = 3_600_000
const RECEIPT_MS = 24 * HOUR_MS
const TRACKING_MS = 2 * HOUR_MS
const REPLY_MS = 24 * HOUR_MS

interface Handle {
  submissionKey: string
}

/** The receipt's token, valid for a day. */
export const receiptToken = (submissionKey: string, now: Date): string =>
  seal<Handle>({ submissionKey }, 'receipt', now.getTime() + RECEIPT_MS)

export const readReceiptToken = (token: string, now: Date): string | null =>
  unseal<Handle>(token, 'receipt', now.getTime())?.submissionKey ?? null

/** A tracking page's token: for two hours after the code was typed in, or for good in a mail. */
export const trackingToken = (submissionKey: string, { end }: { end: { from: Date } | 'none' }): string =>
  seal<Handle>({ submissionKey }, 'track', end === 'none' ? null : end.from.getTime() + TRACKING_MS)

export const readTrackingToken = (token: string, now: Date): string | null =>
  unseal<Handle>(token, 'track', now.getTime())?.submissionKey ?? null

/**
 * A reply form's own token: it opens nothing and lets words be added for a day, so that a person who
 * writes for longer than the page stays open loses nothing.
 */
export const replyToken = (submissionKey: string, now: Date): string =>
  seal<Handle>({ submissionKey }, 'reply', now.getTime() + REPLY_MS)

export const readReplyToken = (token: string, now: Date): string | null =>
  unseal<Handle>(token, 'reply', now.getTime())?.submissionKey ?? null
