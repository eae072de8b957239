import type { Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import type { Inquiry } from '@/payload-types'
import { logger } from '@/platform/logger'
import { hasSms, sendSms } from '@/platform/sms/send-sms'
import { readTelephone } from '@/platform/telephone'
import type { ToldStep } from '@/shared/casework/domain/told-steps'
import { smsParts } from '@/shared/messages/sms-text'
import { shortTrackingUrl } from './mail-facts'
import { trackingCodeOf } from './tracking-codes'

/** Whether a person with these contacts is told by text message; they may be encrypted. */
export const isToldBySms = ({ email, phone }: { email?: string | null; phone?: string | null }): boolean =>
  hasSms() && !email && Boolean(phone)

/** The number to send text messages to; null where there is a mail address, no number, or one that takes none. */
export function smsNumberOf(contacts: { email: string | null; phone: string | null }): string | null {
  if (!isToldBySms(contacts)) return null
  const read = readTelephone(contacts.phone ?? '')
  return read.status === 'ok' && read.takesMessages ? read.number : null
}

export type SmsKind = 'received' | 'link' | ToldStep

/** The reference and a link, and nothing of what the case says. */
export const smsText = (
  kind: SmsKind,
  row: Pick<Inquiry, 'reference' | 'submissionKey' | 'codeHash' | 'codeIssue'>,
  locale: Locale,
): string =>
  translator('mail.sms', locale)(kind, {
    reference: row.reference,
    url: shortTrackingUrl(locale, row.reference, trackingCodeOf(row)),
  })

/** More is paid for without saying more: the site's address is too long for two. */
const MAX_PARTS = 2

/** @throws SmsRefused when the number is refused for good */
export async function sendCaseSms(
  kind: SmsKind,
  row: Inquiry,
  { to, locale = row.locale, messageId }: { to: string; locale?: Locale; messageId: string },
): Promise<void> {
  const text = smsText(kind, row, locale)
  const parts = smsParts(text)
  if (parts > MAX_PARTS) logger.warn({ kind, parts }, 'a text message is longer than two parts')
  await sendSms({ to, text, messageId })
}
