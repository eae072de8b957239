import { createTranslator } from 'next-intl'
import { messagesFor } from '@/i18n/messages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { env } from '@/platform/env'
import { composeMail, type MailText } from '@/platform/mail-text'

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
  /** As it is shown: `241 058 736`. */
  reference: string
  token: string
}

/** "It reached us": both numbers and the link. */
export function acknowledgementMail({ locale, reference, token, code }: MailFacts & { code: string }): MailText {
  const t = translator(locale)
  return composeMail(
    { senderName: t('closing'), subject: t('acknowledgement.subject', { reference: joined(reference) }) },
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t('acknowledgement.received') },
      { kind: 'number', term: t('reference'), value: joined(reference) },
      { kind: 'number', term: t('code'), value: joined(code) },
      { kind: 'paragraph', text: t('acknowledgement.keep') },
      { kind: 'link', label: t('track'), url: trackingUrl(locale, token) },
      { kind: 'paragraph', text: t('closing') },
    ],
    locale,
  )
}

/** The answer, or a question of ours, in its own words. */
export function wordsMail({
  locale,
  reference,
  token,
  type,
  words,
}: MailFacts & { type: 'answered' | 'asked'; words: string }): MailText {
  const t = translator(locale)
  return composeMail(
    { senderName: t('closing'), subject: t(`${type}.subject`, { reference: joined(reference) }) },
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t(`${type}.lead`, { reference: joined(reference) }) },
      { kind: 'quote', text: words },
      { kind: 'paragraph', text: t(`${type}.next`) },
      { kind: 'link', label: t('track'), url: trackingUrl(locale, token) },
      { kind: 'paragraph', text: t('closing') },
    ],
    locale,
  )
}
