import { keyedDigits, keyedHash } from '@/platform/crypto'
import { hashLabels } from '../domain/encryption-contexts'
import { trackingCodeDigits } from '../domain/tracking-code'

/** The tracking code of a submission: derived, so that only its hash is stored and a mail can still name it. */
export const trackingCodeOf = (submissionKey: string): string =>
  keyedDigits(submissionKey, hashLabels.trackingCode, trackingCodeDigits)

export const trackingCodeHash = (code: string): string => keyedHash(code, hashLabels.code)
