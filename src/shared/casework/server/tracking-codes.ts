import type { Inquiry } from '@/payload-types'
import { keyedDigits, keyedHash, keyedSymbols } from '@/platform/crypto'
import { earlierCodeLength, trackingCodeLength, trackingCodeSymbols } from '@/shared/casework/domain/tracking-code'
import { hashLabels } from '../domain/encryption-contexts'

/** Codes are derived from the submission, so that only their hash is stored and a mail can still name them. */

/** @param issue 0 for the code at reception, then the step that issued it again */
export const newTrackingCode = (submissionKey: string, issue = 0): string =>
  keyedSymbols(
    issue === 0 ? submissionKey : `${submissionKey}#${issue}`,
    hashLabels.shortTrackingCode,
    trackingCodeSymbols,
    trackingCodeLength,
  )

export const earlierTrackingCode = (submissionKey: string): string =>
  keyedDigits(submissionKey, hashLabels.trackingCode, earlierCodeLength)

export const trackingCodeHash = (code: string): string => keyedHash(code, hashLabels.code)

/** The code of a case. Which form it has is told by its hash: a case has one code, so that two don't halve the guessing. */
export function trackingCodeOf({
  submissionKey,
  codeHash,
  codeIssue,
}: Pick<Inquiry, 'submissionKey' | 'codeHash' | 'codeIssue'>): string {
  const code = newTrackingCode(submissionKey, codeIssue ?? 0)
  return trackingCodeHash(code) === codeHash ? code : earlierTrackingCode(submissionKey)
}
