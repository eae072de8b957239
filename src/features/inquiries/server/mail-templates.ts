import { createTranslator } from 'next-intl'
import type { Payload } from 'payload'
import { messagesFor } from '@/i18n/messages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { env } from '@/platform/env'
import { associationName } from '@/shared/directory/association-name'
import { composeMail, type MailText } from '@/shared/messages/mail-text'

const translator = (locale: Locale) =>
  createTranslator({ locale, messages: messagesFor(locale), namespace: 'mail', timeZone: 'Asia/Riyadh' })

const trackingUrl = (locale: Locale, token: string): string => `${env().siteUrl}${href(locale, `/track/${token}`)}`

/**
 * Groups of digits joined by no-break spaces, which the bidirectional algorithm (UAX 9, W4) counts to
 * the number: plain ones would show the groups in reverse order inside an Arabic sentence.
 */
const joined = (groups: string): string => groups.replaceAll(' ', '\u00a0')

export interface MailFacts {
  locale: Locale
  /** Who writes: the association's name. */
  sender: string
  /** As it is shown: `241 058 736`. */
  reference: string
  token: string
}

/** Who signs: the association by the name that it gave itself, else by the one of its policy. */
export const senderOf = async (payload: Payload, locale: Locale): Promise<string> =>
  (await associationName(payload, locale)) ?? translator(locale)('closing')

/** "It reached us": both numbers and the link. */
export function acknowledgementMail({
  locale,
  sender,
  reference,
  token,
  code,
}: MailFacts & { code: string }): MailText {
  const t = translator(locale)
  return composeMail(
    { senderName: sender, subject: t('acknowledgement.subject', { reference: joined(reference) }) },
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t('acknowledgement.received') },
      { kind: 'number', term: t('reference'), value: joined(reference) },
      { kind: 'number', term: t('code'), value: joined(code) },
      { kind: 'paragraph', text: t('acknowledgement.keep') },
      { kind: 'link', label: t('track'), url: trackingUrl(locale, token) },
      { kind: 'paragraph', text: sender },
    ],
    locale,
  )
}

/** The answer, or a question of ours, in its own words. */
export function wordsMail({
  locale,
  sender,
  reference,
  token,
  type,
  words,
}: MailFacts & { type: 'answered' | 'asked'; words: string }): MailText {
  const t = translator(locale)
  return composeMail(
    { senderName: sender, subject: t(`${type}.subject`, { reference: joined(reference) }) },
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t(`${type}.lead`, { reference: joined(reference) }) },
      { kind: 'quote', text: words },
      { kind: 'paragraph', text: t(`${type}.next`) },
      { kind: 'link', label: t('track'), url: trackingUrl(locale, token) },
      { kind: 'paragraph', text: sender },
    ],
    locale,
  )
}
