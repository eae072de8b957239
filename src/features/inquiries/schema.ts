import { z } from 'zod'

/** What a person may send us. */
export const kinds = ['question', 'guidance', 'suggestion', 'complaint'] as const
export type Kind = (typeof kinds)[number]

/** The five channels of the association's policy, in its order. */
export const channels = ['interview', 'telephone', 'social-media', 'letter', 'website'] as const
export type Channel = (typeof channels)[number]

/** Those in which a member of staff writes down what a person said or sent. */
export const recordedChannels = ['interview', 'telephone', 'social-media', 'letter'] as const

/** How a person agreed to what we keep: by the site's form, or in words or writing to a member of staff. */
export const consentForms = ['on-form', 'spoken', 'written'] as const
export type ConsentForm = (typeof consentForms)[number]

/** How a person wants the answer; `tracking` is on the tracking page only. */
export const replyChannels = ['email', 'phone', 'tracking'] as const
export type ReplyChannel = (typeof replyChannels)[number]

export const replyLocales = ['ar', 'en'] as const

export const limits = {
  subject: 120,
  message: 5000,
  name: 80,
  /** RFC 5321, 4.5.3.1. */
  email: 254,
  phone: 30,
  reply: 5000,
  answer: 10_000,
  attachments: 3,
  /** Bytes of one attachment. */
  attachmentBytes: 5 * 1024 * 1024,
} as const

export const attachmentTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic'] as const
export type AttachmentType = (typeof attachmentTypes)[number]

/** The form's fields, in the order they stand on the page. */
export const inquiryFields = [
  'kind',
  'service',
  'subject',
  'message',
  'attachments',
  'isAnonymous',
  'name',
  'phone',
  'email',
  'replyChannel',
  'replyLocale',
  'consent',
] as const
export type InquiryField = (typeof inquiryFields)[number]

export type InquiryErrorCode =
  | 'required'
  | 'tooLong'
  | 'invalid'
  | 'contactMissing'
  | 'neededForReply'
  | 'unknown'
  | 'tooMany'
  | 'tooLarge'
  | 'wrongType'
  | 'empty'
export type InquiryErrors = Partial<Record<InquiryField, InquiryErrorCode>>

/** What was typed, as it was typed, to come back with the errors. */
export interface InquiryValues {
  kind: string
  service: string
  subject: string
  message: string
  isAnonymous: boolean
  name: string
  phone: string
  email: string
  replyChannel: string
  replyLocale: string
  hasConsented: boolean
}

const isEmail = (typed: string) => z.email().safeParse(typed).success
const oneOf = <Value extends string>(values: readonly Value[], typed: string): Value | undefined =>
  values.find((value) => value === typed)
const trimmed = z.string().trim()

/** What a browser posts, whatever it says: every rule is checked below, so that all faults are told at once. */
const typedInquiry = z.object({
  kind: z.string(),
  service: trimmed.max(200, 'unknown'),
  subject: trimmed,
  message: trimmed,
  isAnonymous: z.boolean(),
  name: trimmed,
  phone: trimmed,
  email: trimmed,
  replyChannel: z.string(),
  replyLocale: z.string(),
  hasConsented: z.boolean(),
})

/**
 * The inquiry form. `normalisePhone` gives E.164 or null for what isn't a telephone number.
 * Issues carry an {@link InquiryErrorCode} as their message and one field as their path.
 */
export const inquirySchema = (normalisePhone: (typed: string) => string | null) =>
  typedInquiry.transform((typed, context) => {
    const faults: InquiryErrors = {}
    const fault = (field: InquiryField, code: InquiryErrorCode) => {
      faults[field] ??= code
    }
    const checkLength = (field: 'subject' | 'message' | 'name' | 'phone' | 'email') => {
      if (typed[field].length > limits[field]) fault(field, 'tooLong')
    }
    const kind = oneOf(kinds, typed.kind)
    const replyLocale = oneOf(replyLocales, typed.replyLocale)
    const replyChannel = oneOf(replyChannels, typed.replyChannel || 'tracking')
    if (!kind) fault('kind', 'required')
    if (!replyLocale) fault('replyLocale', 'required')
    if (!typed.subject) fault('subject', 'required')
    if (!typed.message) fault('message', 'required')
    checkLength('subject')
    checkLength('message')
    if (!typed.hasConsented) fault('consent', 'required')

    const phone = typed.phone ? normalisePhone(typed.phone) : null
    const email = isEmail(typed.email) ? typed.email.toLowerCase() : null
    if (!typed.isAnonymous) {
      if (!typed.name) fault('name', 'required')
      checkLength('name')
      checkLength('phone')
      checkLength('email')
      if (typed.phone && !phone) fault('phone', 'invalid')
      if (typed.email && !email) fault('email', 'invalid')
      if (!typed.phone && !typed.email) fault('phone', 'contactMissing')
      else if (replyChannel === 'phone' && !typed.phone) fault('phone', 'neededForReply')
      else if (replyChannel === 'email' && !typed.email) fault('email', 'neededForReply')
      if (!replyChannel) fault('replyChannel', 'required')
    }
    for (const [field, message] of Object.entries(faults)) {
      context.addIssue({ code: 'custom', path: [field], message })
    }
    if (!kind || !replyLocale || Object.keys(faults).length > 0) return z.NEVER

    const { subject, message, isAnonymous } = typed
    const said = { kind, service: typed.service || null, subject, message, isAnonymous, replyLocale }
    // Who stays anonymous leaves no trace, even of what the fields held before the choice.
    return isAnonymous
      ? { ...said, name: null, phone: null, email: null, replyChannel: 'tracking' as const }
      : { ...said, name: typed.name, phone, email, replyChannel: replyChannel ?? ('tracking' as const) }
  })

export type ValidInquiry = z.output<ReturnType<typeof inquirySchema>>

/** A person's reply on the tracking page. */
export const replySchema = z.object({ text: trimmed.min(1, 'required').max(limits.reply, 'tooLong') })

/** A file that is kept for a form, as its sender sees it. */
export interface KeptAttachment {
  id: string
  name: string
  /** Bytes. */
  size: number
}

/** Why a form that is in order was not taken. `again`: sending once more will do. */
export type NotTaken = 'tooMany' | 'again' | 'unavailable'

/** What the contact form shows: nothing yet, or what was typed and what became of it. */
export interface InquiryFormState {
  outcome: 'fresh' | 'invalid' | NotTaken
  errors: InquiryErrors
  values: InquiryValues | null
  /** Null until the form was posted once. */
  submissionKey: string | null
  kept: KeptAttachment[]
}

export const freshInquiryForm: InquiryFormState = {
  outcome: 'fresh',
  errors: {},
  values: null,
  submissionKey: null,
  kept: [],
}

export interface TrackFormState {
  outcome: 'fresh' | 'invalid' | 'unknown' | 'tooMany' | 'unavailable'
  errors: { reference?: 'required' | 'invalid'; code?: 'required' | 'invalid' }
  reference: string
  code: string
}

export const freshTrackForm: TrackFormState = { outcome: 'fresh', errors: {}, reference: '', code: '' }

export interface ReplyFormState {
  outcome: 'fresh' | 'invalid' | NotTaken
  errors: { reply?: InquiryErrorCode; attachments?: InquiryErrorCode }
  text: string
  replyKey: string
  kept: KeptAttachment[]
}
