import { z } from 'zod'
import { cleanLine, cleanText } from '@/platform/typed-text'
import type { FileFault, FileFaultCode, KeptAttachment } from '@/shared/files/domain/attachment'
import { inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'

/** What a person may send us. */

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
  /** As it is typed, with blanks and words beside it. */
  phone: 80,
  reply: 5000,
  answer: 10_000,
} as const

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

/** Why a contact can't be read; each has a sentence of its own. */
export const phoneFaults = ['tooShort', 'tooLong', 'letters', 'several', 'countryMissing'] as const
export type PhoneFault = (typeof phoneFaults)[number]
export const emailFaults = ['noAt', 'several', 'spaces', 'comma', 'letters', 'tooLong', 'invalid'] as const
export type EmailFault = (typeof emailFaults)[number]

export type InquiryErrorCode =
  | 'required'
  | 'tooLong'
  | 'invalid'
  | PhoneFault
  | EmailFault
  /** A number that takes no messages: asked about, and kept where the person says so. */
  | 'takesNoMessages'
  | 'contactMissing'
  | 'neededForReply'
  | 'unknown'
  | FileFaultCode
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
  /** The number, as it was typed, that the person keeps although it takes no messages. */
  keptPhone?: string
  email: string
  replyChannel: string
  replyLocale: string
  hasConsented: boolean
}

/** How contacts are read. They are given, because this file is read by browsers too. */
export interface ContactReaders {
  phone(
    typed: string,
  ): { status: 'ok'; number: string; takesMessages: boolean } | { status: 'invalid'; fault: PhoneFault }
  email(typed: string): { status: 'ok'; address: string } | { status: 'invalid'; fault: EmailFault }
}

const oneOf = <Value extends string>(values: readonly Value[], typed: string): Value | undefined =>
  values.find((value) => value === typed)
/** More than any field takes, so that an absurd text is refused by its limit before it is read to its end. */
const READ = { line: 1000, text: 2 * limits.answer } as const
const line = z.string().transform((typed) => cleanLine(typed.slice(0, READ.line)))
const text = z.string().transform((typed) => cleanText(typed.slice(0, READ.text)))

/** What a browser posts, whatever it says: every rule is checked below, so that all faults are told at once. */
const typedInquiry = z.object({
  kind: z.string(),
  service: line.pipe(z.string().max(200, 'unknown')),
  subject: line,
  message: text,
  isAnonymous: z.boolean(),
  name: line,
  phone: line,
  keptPhone: line.default(''),
  email: line,
  replyChannel: z.string(),
  replyLocale: z.string(),
  hasConsented: z.boolean(),
})

/**
 * The inquiry form. Issues carry an {@link InquiryErrorCode} as their message and one field as their path.
 */
export const inquirySchema = (read: ContactReaders) =>
  typedInquiry.transform((typed, context) => {
    const faults: InquiryErrors = {}
    const fault = (field: InquiryField, code: InquiryErrorCode) => {
      faults[field] ??= code
    }
    const checkLength = (field: 'subject' | 'message' | 'name') => {
      if (typed[field].length > limits[field]) fault(field, 'tooLong')
    }
    const kind = oneOf(inquiryKinds, typed.kind)
    const replyLocale = oneOf(replyLocales, typed.replyLocale)
    const replyChannel = oneOf(replyChannels, typed.replyChannel || 'tracking')
    if (!kind) fault('kind', 'required')
    if (!replyLocale) fault('replyLocale', 'required')
    if (!typed.subject) fault('subject', 'required')
    if (!typed.message) fault('message', 'required')
    checkLength('subject')
    checkLength('message')
    if (!typed.hasConsented) fault('consent', 'required')

    const phone = typed.phone ? read.phone(typed.phone) : null
    const email = typed.email ? read.email(typed.email) : null
    if (!typed.isAnonymous) {
      if (!typed.name) fault('name', 'required')
      checkLength('name')
      if (phone?.status === 'invalid') fault('phone', phone.fault)
      else if (phone && !phone.takesMessages && typed.keptPhone !== typed.phone) fault('phone', 'takesNoMessages')
      if (email?.status === 'invalid') fault('email', email.fault)
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
      : {
          ...said,
          name: typed.name,
          phone: phone?.status === 'ok' ? phone.number : null,
          email: email?.status === 'ok' ? email.address : null,
          replyChannel: replyChannel ?? ('tracking' as const),
        }
  })

export type ValidInquiry = z.output<ReturnType<typeof inquirySchema>>

/** A person's reply on the tracking page. */
export const replySchema = z.object({ text: text.pipe(z.string().min(1, 'required').max(limits.reply, 'tooLong')) })

/** Why a form that is in order was not taken. `again`: sending once more will do. */
export type NotAccepted = 'tooMany' | 'again' | 'unavailable'

/** What the contact form shows: nothing yet, or what was typed and what became of it. */
export interface InquiryFormState {
  outcome: 'fresh' | 'invalid' | NotAccepted
  errors: InquiryErrors
  values: InquiryValues | null
  /** Null until the form was posted once. */
  submissionKey: string | null
  kept: KeptAttachment[]
  faultyFiles: FileFault[]
}

export const freshInquiryForm: InquiryFormState = {
  outcome: 'fresh',
  errors: {},
  values: null,
  submissionKey: null,
  kept: [],
  faultyFiles: [],
}

export interface TrackFormState {
  outcome: 'fresh' | 'invalid' | 'unknown' | 'tooMany' | 'unavailable'
  errors: { reference?: 'required' | 'invalid'; code?: 'required' | 'invalid' }
  reference: string
  code: string
}

export const freshTrackForm: TrackFormState = { outcome: 'fresh', errors: {}, reference: '', code: '' }

export interface ReplyFormState {
  /** `expired`: its link has run out; `unknown`: the case is not kept any more. */
  outcome: 'fresh' | 'invalid' | NotAccepted | 'expired' | 'unknown'
  errors: { reply?: InquiryErrorCode; attachments?: InquiryErrorCode }
  text: string
  replyKey: string
  /** With which it was posted; null until then. */
  replyToken: string | null
  kept: KeptAttachment[]
  faultyFiles: FileFault[]
}
