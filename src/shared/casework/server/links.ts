import type { Inquiry } from '@/payload-types'
import { seal, unseal } from '@/platform/crypto'
import type { Contact } from '../schema'

/** Sealed addresses: what they lead to can be neither read nor guessed, and can't be altered. */

const HOUR_MS = 3_600_000
const RECEIPT_MS = 24 * HOUR_MS
const TRACKING_MS = 2 * HOUR_MS
const REPLY_MS = 24 * HOUR_MS
const OWN_CASES_MS = HOUR_MS

/** How long a link opens a case that was sent to who lost the code. */
export const mailedLinkMs = 24 * HOUR_MS

interface Handle {
  submissionKey: string
  /** See {@link CaseLink}; none in links from before codes could be issued again. */
  codeIssue?: number
}

/** What a link opens: a case, until its code is issued again. */
export interface CaseLink {
  submissionKey: string
  /** Which of the case's codes it was made under: 0 for the first. */
  codeIssue: number
}

type Linked = Pick<Inquiry, 'submissionKey' | 'codeIssue'>

const handleOf = ({ submissionKey, codeIssue }: Linked): Handle => ({
  submissionKey,
  ...(codeIssue ? { codeIssue } : {}),
})

const linkOf = (handle: Handle | null): CaseLink | null =>
  handle && { submissionKey: handle.submissionKey, codeIssue: handle.codeIssue ?? 0 }

/** The receipt's token, valid for a day. */
export const receiptToken = (submissionKey: string, now: Date): string =>
  seal<Handle>({ submissionKey }, 'receipt', now.getTime() + RECEIPT_MS)

export const readReceiptToken = (token: string, now: Date): CaseLink | null =>
  linkOf(unseal<Handle>(token, 'receipt', now.getTime()))

/** When a tracking page's token ends: two hours after the code was typed in, at an instant, or never in a mail. */
type End = { from: Date } | { until: Date } | 'none'

function endOf(end: End): number | null {
  if (end === 'none') return null
  return 'from' in end ? end.from.getTime() + TRACKING_MS : end.until.getTime()
}

export const trackingToken = (row: Linked, { end }: { end: End }): string =>
  seal<Handle>(handleOf(row), 'track', endOf(end))

export const readTrackingToken = (token: string, now: Date): CaseLink | null =>
  linkOf(unseal<Handle>(token, 'track', now.getTime()))

/**
 * A reply form's own token: it opens nothing and lets words be added for a day, so that a person who
 * writes for longer than the page stays open loses nothing.
 */
export const replyToken = (row: Linked, now: Date): string =>
  seal<Handle>(handleOf(row), 'reply', now.getTime() + REPLY_MS)

export const readReplyToken = (token: string, now: Date): CaseLink | null =>
  linkOf(unseal<Handle>(token, 'reply', now.getTime()))

/** Opens the list of a contact's cases for an hour. */
export const ownCasesToken = ({ kind, index }: Contact, now: Date): string =>
  seal<Contact>({ kind, index }, 'own-cases', now.getTime() + OWN_CASES_MS)

export const readOwnCasesToken = (token: string, now: Date): Contact | null =>
  unseal<Contact>(token, 'own-cases', now.getTime())
