import { z } from 'zod'
import { replyChannels, replyLocales } from '@/shared/casework/schema'
import type { FileError, FileErrorCode, KeptAttachment } from '@/shared/files/domain/attachment'
import type { NotAccepted } from '@/shared/intake/domain/posted'
import type { Suggestion } from '@/shared/intake/domain/suggestion'
import { filled, line, text } from '@/shared/intake/domain/typed-fields'
import { inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'

/** What a person may send us. */

export const limits = {
  subject: 120,
  message: 5000,
  name: 80,
  /** RFC 5321, 4.5.3.1. */
  email: 254,
  /** As it is typed, with blanks and words beside it. */
  phone: 80,
} as const

/** The form's fields, in the order they stand on the page. */
export const inquiryFields = [
  'kind',
  'service',
  'subject',
  'message',
  'attachments',
  'isSensitive',
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
export const phoneErrors = ['tooShort', 'tooLong', 'letters', 'several', 'countryMissing'] as const
export type PhoneError = (typeof phoneErrors)[number]
export const emailErrors = ['noAt', 'several', 'spaces', 'comma', 'letters', 'tooLong', 'invalid'] as const
export type EmailError = (typeof emailErrors)[number]

export type InquiryErrorCode =
  | 'required'
  | 'tooLong'
  | 'invalid'
  | PhoneError
  | EmailError
  /** A number that takes no messages: asked about, and kept where the person says so. */
  | 'takesNoMessages'
  | 'contactMissing'
  | 'neededForReply'
  | 'unknown'
  | FileErrorCode
export type InquiryErrors = Partial<Record<InquiryField, InquiryErrorCode>>

/** What was typed, as it was typed, to come back with the errors. */
export interface InquiryValues {
  kind: string
  service: string
  subject: string
  message: string
  isSensitive?: boolean
  isAnonymous: boolean
  name: string
  phone: string
  /** The number, as it was typed, that the person keeps although it takes no messages. */
  keptPhone?: string
  email: string
  replyChannel: string
  replyLocale: string
  consent: boolean
}

/** How contacts are read. They are given, because this file is read by browsers too. */
export interface ContactReaders {
  phone(
    typed: string,
  ): { status: 'ok'; number: string; takesMessages: boolean } | { status: 'invalid'; error: PhoneError }
  email(typed: string): { status: 'ok'; address: string } | { status: 'invalid'; error: EmailError }
}

const said = {
  kind: z.enum(inquiryKinds, 'required'),
  service: line.pipe(z.string().max(200, 'unknown')).transform((slug) => slug || null),
  subject: line.pipe(filled(limits.subject)),
  message: text.pipe(filled(limits.message)),
  isSensitive: z.boolean().default(false),
  replyLocale: z.enum(replyLocales, 'required'),
  consent: z.literal(true, 'required'),
}

/** Nothing is kept of what the fields held before the person chose to stay anonymous. */
const anonymous = z.object({ ...said, isAnonymous: z.literal(true) }).transform(({ consent: _, ...inquiry }) => ({
  ...inquiry,
  name: null,
  phone: null,
  email: null,
  replyChannel: 'tracking' as const,
}))

/** A rule between fields, checked whatever is wrong with single ones, so that all errors are reported at once. */
const rule = (field: InquiryField, error: InquiryErrorCode) => ({ path: [field], error, when: () => true })

/** A contact is null when it was left out. The rules ignore one that can't be read, which has an error of its own. */
const named = (read: ContactReaders) =>
  z
    .object({
      ...said,
      isAnonymous: z.literal(false),
      name: line.pipe(filled(limits.name)),
      phone: line.transform((typed, context) => {
        if (!typed) return null
        const phone = read.phone(typed)
        if (phone.status === 'ok') return { typed, ...phone }
        context.addIssue(phone.error)
        return z.NEVER
      }),
      keptPhone: line.default(''),
      email: line.transform((typed, context) => {
        if (!typed) return null
        const email = read.email(typed)
        if (email.status === 'ok') return email.address
        context.addIssue(email.error)
        return z.NEVER
      }),
      replyChannel: z.preprocess((typed) => typed || 'tracking', z.enum(replyChannels, 'required')),
    })
    .refine(({ phone, email }) => phone !== null || email !== null, rule('phone', 'contactMissing'))
    .refine(
      ({ phone, email, replyChannel }) => replyChannel !== 'phone' || phone !== null || email === null,
      rule('phone', 'neededForReply'),
    )
    .refine(
      ({ phone, email, replyChannel }) => replyChannel !== 'email' || email !== null || phone === null,
      rule('email', 'neededForReply'),
    )
    .refine(
      ({ phone, keptPhone }) => phone?.takesMessages !== false || phone.typed === keptPhone,
      rule('phone', 'takesNoMessages'),
    )
    .transform(({ consent: _, keptPhone: __, phone, ...inquiry }) => ({ ...inquiry, phone: phone?.number ?? null }))

/** The inquiry form. Issues carry an {@link InquiryErrorCode} as their message and one field as their path. */
export const inquirySchema = (read: ContactReaders) => z.discriminatedUnion('isAnonymous', [anonymous, named(read)])

export type ValidInquiry = z.output<ReturnType<typeof inquirySchema>>

/** What the contact form shows: nothing yet, or what was typed and what became of it. */
export interface InquiryFormState {
  outcome: 'fresh' | 'invalid' | 'looked' | NotAccepted
  errors: InquiryErrors
  values: InquiryValues | null
  /** Null until the form was posted once. */
  submissionKey: string | null
  kept: KeptAttachment[]
  rejectedFiles: FileError[]
  /** What the site already answers, where that was asked or the form came back. */
  suggestions: readonly Suggestion[]
}

export const freshInquiryForm: InquiryFormState = {
  outcome: 'fresh',
  errors: {},
  values: null,
  submissionKey: null,
  kept: [],
  rejectedFiles: [],
  suggestions: [],
}
