import { westernDigits } from '@/platform/arabic'
import { type PostedFiles, postedFilesOf } from '@/shared/files/server/posted-files'
import { formKeyOf, formLine, formText } from '@/shared/intake/form-text'
import type { InquiryValues } from '../schema'

export interface PostedInquiry extends PostedFiles {
  values: InquiryValues
  /** The form's own key, made by its script or by the page that came back; a new one otherwise. */
  submissionKey: string
  /** Whether it came without a key: its page runs no script, and was not sent before. */
  isKeyless?: boolean
  proof: string
  /** The person asks whether the site has an answer, and sends nothing yet. */
  isLooking?: boolean
  /** What only a machine fills in. */
  honeypot: string
}

/** What was posted, as text, unchecked. */
export function readInquiryForm(form: FormData): PostedInquiry {
  return {
    values: {
      kind: formText(form, 'kind'),
      service: formText(form, 'service'),
      subject: formLine(form, 'subject'),
      message: formText(form, 'message'),
      isSensitive: form.get('isSensitive') === 'yes',
      isAnonymous: form.get('isAnonymous') === 'yes',
      name: formLine(form, 'name'),
      // In one kind of digits: those of Arabic would come back with their groups in reverse order.
      phone: westernDigits(formLine(form, 'phone')),
      keptPhone: westernDigits(formLine(form, 'keptPhone')),
      email: formLine(form, 'email'),
      replyChannel: formText(form, 'replyChannel'),
      replyLocale: formText(form, 'replyLocale'),
      consent: form.get('consent') === 'yes',
    },
    ...formKeyOf(form),
    ...postedFilesOf(form),
    isLooking: formText(form, 'look') === 'yes',
    proof: formText(form, 'proof'),
    honeypot: formText(form, 'website'),
  }
}
