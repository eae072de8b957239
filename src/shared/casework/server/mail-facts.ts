import type { Payload } from 'payload'
import { messagesFor } from '@/i18n/messages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { env } from '@/platform/env'
import { associationName } from '@/shared/directory/association-name'

/** What every mail about a case says. */
export interface MailFacts {
  locale: Locale
  /** Who writes: the association's name. */
  sender: string
  /** As it is shown: `241 058 736`. */
  reference: string
  /** Of the tracking page. */
  token: string
}

/** Who signs: the association by the name that it gave itself, else by the one of its policy. */
export const senderOf = async (payload: Payload, locale: Locale): Promise<string> =>
  (await associationName(payload, locale)) ?? messagesFor(locale).mail.closing

export const trackingUrl = (locale: Locale, token: string): string =>
  `${env().siteUrl}${href(locale, `/track/${token}`)}`

/** Short enough for a text message: reference and code open the case as if they had been typed. */
export const shortTrackingUrl = (locale: Locale, reference: string, code: string): string =>
  trackingUrl(locale, `${reference}${code}`)

export const ownCasesUrl = (locale: Locale, token: string): string =>
  `${env().siteUrl}${href(locale, `/track/own/${token}`)}`

/**
 * Groups of digits joined by no-break spaces, which the bidirectional algorithm (UAX 9, W4) counts to
 * the number: plain ones would show the groups in reverse order inside an Arabic sentence.
 */
export const joinGroups = (groups: string): string => groups.replaceAll(' ', '\u00a0')
