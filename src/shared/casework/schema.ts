import { z } from 'zod'
import type { FileError, FileErrorCode, KeptAttachment } from '@/shared/files/domain/attachment'
import type { NotAccepted } from '@/shared/intake/domain/posted'
import { filled, text } from '@/shared/intake/domain/typed-fields'

/** Option lists of every case, and what a person may add to theirs. */

/** How a person agreed to what we keep: by the site's form, or in words or writing to a member of staff. */
export const consentForms = ['on-form', 'spoken', 'written'] as const
export type ConsentForm = (typeof consentForms)[number]

/** How a person wants the answer; `tracking` is on the tracking page only. */
export const replyChannels = ['email', 'phone', 'tracking'] as const
export type ReplyChannel = (typeof replyChannels)[number]

export const replyLocales = ['ar', 'en'] as const

/** Characters of what a person adds, and of what staff write: a question, a note, a reason, and an answer. */
export const limits = { reply: 5000, answer: 10_000 } as const

/** A person's reply on the tracking page. */
export const replySchema = z.object({ text: text.pipe(filled(limits.reply)) })

export interface TrackFormState {
  outcome: 'fresh' | 'invalid' | 'unknown' | 'tooMany' | 'unavailable'
  errors: { reference?: 'required' | 'invalid'; code?: 'required' | 'invalid' }
  reference: string
  code: string
}

export const freshTrackForm: TrackFormState = { outcome: 'fresh', errors: {}, reference: '', code: '' }

/** By which a person can be found and written to. */
export const contactKinds = ['email', 'phone'] as const

/** A contact as cases are found by it: a keyed hash, never the address itself. */
export interface Contact {
  kind: (typeof contactKinds)[number]
  index: string
}

export interface LostFormErrors {
  contact?: 'required' | 'invalid'
  reference?: 'invalid'
}

export interface LostFormState {
  outcome: 'fresh' | 'invalid' | NotAccepted
  errors: LostFormErrors
  contact: string
  reference: string
}

export const freshLostForm: LostFormState = { outcome: 'fresh', errors: {}, contact: '', reference: '' }

export interface ReplyFormState {
  /** `expired`: its link has run out; `unknown`: the case is not kept any more. */
  outcome: 'fresh' | 'invalid' | NotAccepted | 'expired' | 'unknown'
  errors: { reply?: 'required' | 'tooLong'; attachments?: FileErrorCode }
  text: string
  replyKey: string
  /** With which it was posted; null until then. */
  replyToken: string | null
  kept: KeptAttachment[]
  rejectedFiles: FileError[]
}
