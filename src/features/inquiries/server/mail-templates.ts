import { createTranslator } from 'next-intl'
import { messagesFor } from '@/i18n/messages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { env } from '@/platform/env'

/** Mails as text and as simple HTML: no pictures, nothing fetched, no tracking. */
export interface MailText {
  subject: string
  text: string
  html: string
}

type Part =
  | { kind: 'paragraph'; text: string }
  /** A number to keep: shown on its own line, left to right. */
  | { kind: 'number'; term: string; value: string }
  /** What somebody wrote, in their own direction. */
  | { kind: 'quote'; text: string }
  | { kind: 'link'; label: string; url: string }

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

function asText(parts: readonly Part[]): string {
  const lines = parts.map((part) => {
    switch (part.kind) {
      case 'number':
        return `${part.term}\n${part.value}`
      case 'link':
        return `${part.label}\n${part.url}`
      default:
        return part.text
    }
  })
  return `${lines.join('\n\n')}\n`
}

function asHtml(subject: string, parts: readonly Part[], locale: Locale): string {
  const body = parts.map((part) => {
    switch (part.kind) {
      case 'paragraph':
        return `<p>${escapeHtml(part.text)}</p>`
      case 'number':
        return `<p>${escapeHtml(part.term)}<br><b dir="ltr">${escapeHtml(part.value)}</b></p>`
      case 'quote':
        return `<blockquote dir="auto">${escapeHtml(part.text).replace(/\n/g, '<br>')}</blockquote>`
      default:
        return `<p><a href="${escapeHtml(part.url)}">${escapeHtml(part.label)}</a></p>`
    }
  })
  const direction = locale === 'ar' ? 'rtl' : 'ltr'
  return `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>${body.join('')}</body></html>`
}

const compose = (subject: string, parts: readonly Part[], locale: Locale): MailText => ({
  subject,
  text: asText(parts),
  html: asHtml(subject, parts, locale),
})

const translator = (locale: Locale) =>
  createTranslator({ locale, messages: messagesFor(locale), namespace: 'mail', timeZone: 'Asia/Riyadh' })

const trackingUrl = (locale: Locale, token: string): string => `${env().siteUrl}${href(locale, `/track/${token}`)}`

export interface MailFacts {
  locale: Locale
  /** As it is shown: `241 058 736`. */
  reference: string
  token: string
}

/** "It reached us": both numbers and the link. */
export function acknowledgementMail({ locale, reference, token, code }: MailFacts & { code: string }): MailText {
  const t = translator(locale)
  return compose(
    t('acknowledgement.subject', { reference }),
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t('acknowledgement.received') },
      { kind: 'number', term: t('reference'), value: reference },
      { kind: 'number', term: t('code'), value: code },
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
  return compose(
    t(`${type}.subject`, { reference }),
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t(`${type}.lead`, { reference }) },
      { kind: 'quote', text: words },
      { kind: 'paragraph', text: t(`${type}.next`) },
      { kind: 'link', label: t('track'), url: trackingUrl(locale, token) },
      { kind: 'paragraph', text: t('closing') },
    ],
    locale,
  )
}
