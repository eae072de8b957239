import { westernDigits } from '@/platform/arabic'
import { randomToken } from '@/platform/crypto'
import { typedLine, typedText } from '@/platform/typed-text'
import { formKeyField, keptFilesField } from '@/shared/intake/form-fields'
import { type InquiryValues, limits } from '../schema'

export interface PostedInquiry {
  values: InquiryValues
  /** The form's own key, made by its script or by the page that came back; a new one otherwise. */
  submissionKey: string
  /** Whether it came without a key: its page runs no script, and was not sent before. */
  isKeyless?: boolean
  files: File[]
  /** Ids of kept attachments that the form showed. Forms that were opened before an upgrade don't say. */
  kept?: string[] | undefined
  /** Those of them that the person wants out again. */
  removed: string[]
  proof: string
  /** What only a machine fills in. */
  honeypot: string
}

/** 128 random bits and more, URL-safe. */
const submissionKeyShape = /^[A-Za-z0-9_-]{22,64}$/

/** More than any field takes, so that an absurd one is refused by its limit and not echoed whole. */
const CUT = limits.answer * 2

const textOf = (form: FormData, name: string): string => typedText(form.get(name), CUT)
const lineOf = (form: FormData, name: string): string => typedLine(form.get(name), CUT)

const postedKey = (form: FormData): string | null => {
  const posted = textOf(form, formKeyField)
  return submissionKeyShape.test(posted) ? posted : null
}

/** A key of this form if it has a usable one, else a new one. */
export const submissionKeyOf = (form: FormData): string => postedKey(form) ?? randomToken()

/** Ids that the form names: of the kept files that it showed, and of those to be removed. */
export function keptFilesOf(form: FormData): Pick<PostedInquiry, 'kept' | 'removed'> {
  const shown = form.get(keptFilesField)
  return {
    kept: typeof shown === 'string' ? shown.split(' ').filter(Boolean) : undefined,
    removed: form.getAll('removeAttachment').filter((entry) => typeof entry === 'string'),
  }
}

/** Files that were chosen; an empty file input posts one nameless file of no bytes. */
export function filesOf(form: FormData): File[] {
  return form.getAll('attachments').filter((entry): entry is File => typeof entry !== 'string' && entry.name !== '')
}

/** What was posted, as text, unchecked. */
export function readInquiryForm(form: FormData): PostedInquiry {
  return {
    values: {
      kind: textOf(form, 'kind'),
      service: textOf(form, 'service'),
      subject: lineOf(form, 'subject'),
      message: textOf(form, 'message'),
      isAnonymous: form.get('isAnonymous') === 'yes',
      name: lineOf(form, 'name'),
      // In one kind of digits: those of Arabic would come back with their groups in reverse order.
      phone: westernDigits(lineOf(form, 'phone')),
      keptPhone: westernDigits(lineOf(form, 'keptPhone')),
      email: lineOf(form, 'email'),
      replyChannel: textOf(form, 'replyChannel'),
      replyLocale: textOf(form, 'replyLocale'),
      hasConsented: form.get('consent') === 'yes',
    },
    submissionKey: submissionKeyOf(form),
    isKeyless: postedKey(form) === null,
    files: filesOf(form),
    ...keptFilesOf(form),
    proof: textOf(form, 'proof'),
    honeypot: textOf(form, 'website'),
  }
}

export const formText = textOf
