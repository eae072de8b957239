import { keyedDigits, keyedHash } from '@/platform/crypto'
import { trackingCodeDigits } from '@/shared/casework/domain/tracking-code'
import { hashLabels } from '../domain/encryption-contexts'

/** The tracking code of a submission: derived, so that only its hash is stored and a mail can still name it. */
export const trackingCodeOf = (submissionKey: string): string =>
  keyedDigits(submissionKey, hashLabels.trackingCode, trackingCodeDigits)

export const trackingCodeHash = (code: string): string => keyedHash(code, hashLabels.code)
