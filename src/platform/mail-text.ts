import type { Locale } from '@/i18n/routing'

/** Mails as text and as simple HTML: no pictures, nothing fetched, no tracking. */
export interface MailText {
  subject: string
  text: string
  html: string
}

export type MailPart =
  | { kind: 'paragraph'; text: string }
  /** A number to keep: shown on its own line, left to right. */
  | { kind: 'number'; term: string; value: string }
  /** What somebody wrote, in their own direction. */
  | { kind: 'quote'; text: string }
  | { kind: 'link'; label: string; url: string }

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

function asText(parts: readonly MailPart[]): string {
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

function asHtml(subject: string, parts: readonly MailPart[], locale: Locale): string {
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

/** A mail of these parts, one under the other. */
export const composeMail = (subject: string, parts: readonly MailPart[], locale: Locale): MailText => ({
  subject,
  text: asText(parts),
  html: asHtml(subject, parts, locale),
})
