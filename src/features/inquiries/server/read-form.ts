import { westernDigits } from '@/platform/arabic'
import { keptFilesField } from '@/shared/intake/form-fields'
import { formKeyOf, formLine, formText } from '@/shared/intake/form-text'
import type { InquiryValues } from '../schema'

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

/** A key of this form if it has a usable one, else a new one. */
export const submissionKeyOf = (form: FormData): string => formKeyOf(form).submissionKey

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
      kind: formText(form, 'kind'),
      service: formText(form, 'service'),
      subject: formLine(form, 'subject'),
      message: formText(form, 'message'),
      isAnonymous: form.get('isAnonymous') === 'yes',
      name: formLine(form, 'name'),
      // In one kind of digits: those of Arabic would come back with their groups in reverse order.
      phone: westernDigits(formLine(form, 'phone')),
      keptPhone: westernDigits(formLine(form, 'keptPhone')),
      email: formLine(form, 'email'),
      replyChannel: formText(form, 'replyChannel'),
      replyLocale: formText(form, 'replyLocale'),
      hasConsented: form.get('consent') === 'yes',
    },
    ...formKeyOf(form),
    files: filesOf(form),
    ...keptFilesOf(form),
    proof: formText(form, 'proof'),
    honeypot: formText(form, 'website'),
  }
}
