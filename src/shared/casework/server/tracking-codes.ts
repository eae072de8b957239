import type { Inquiry } from '@/payload-types'
import { keyedDigits, keyedHash, keyedSymbols } from '@/platform/crypto'
import { earlierCodeLength, trackingCodeLength, trackingCodeSymbols } from '@/shared/casework/domain/tracking-code'
import { hashLabels } from '../domain/encryption-contexts'

/** Codes are derived from the submission, so that only their hash is stored and a mail can still name them. */

export const newTrackingCode = (submissionKey: string): string =>
  keyedSymbols(submissionKey, hashLabels.shortTrackingCode, trackingCodeSymbols, trackingCodeLength)

export const earlierTrackingCode = (submissionKey: string): string =>
  keyedDigits(submissionKey, hashLabels.trackingCode, earlierCodeLength)

export const trackingCodeHash = (code: string): string => keyedHash(code, hashLabels.code)

/** The code of a case. Which form it has is told by its hash: a case has one code, so that two don't halve the guessing. */
export function trackingCodeOf({ submissionKey, codeHash }: Pick<Inquiry, 'submissionKey' | 'codeHash'>): string {
  const code = newTrackingCode(submissionKey)
  return trackingCodeHash(code) === codeHash ? code : earlierTrackingCode(submissionKey)
}
