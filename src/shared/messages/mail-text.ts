import type { Locale } from '@/i18n/routing'

/** Mails as text and as simple HTML: no pictures, nothing fetched, no tracking. */
export interface MailText {
  /** As the mail program shows it in place of the address. */
  senderName: string
  subject: string
  text: string
  html: string
}

export type MailPart =
  | { kind: 'paragraph'; text: string }
  /** Over a part of a mail that lists several things. */
  | { kind: 'heading'; text: string }
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

/** Mail programs read no style sheet reliably; these few stand beside what they are for. */
const styles = {
  body: "margin:0;padding:24px;font:17px/1.7 'Segoe UI',Tahoma,Arial,sans-serif;color:#2a1425;background:#fffcf7",
  heading: 'margin:32px 0 8px;font-size:20px',
  number: 'font-size:22px',
  quote: {
    rtl: 'margin:0;padding:0 16px;border-right:4px solid #d8c4a6',
    ltr: 'margin:0;padding:0 16px;border-left:4px solid #d8c4a6',
  },
  link: 'color:#6a1b57;font-weight:bold',
  second: 'margin-top:32px;padding-top:16px;border-top:1px solid #d8c4a6',
} as const

const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr')

function asBody(parts: readonly MailPart[], locale: Locale): string {
  const direction = directionOf(locale)
  const body = parts.map((part) => {
    switch (part.kind) {
      case 'paragraph':
        return `<p>${escapeHtml(part.text)}</p>`
      case 'heading':
        return `<h2 style="${styles.heading}">${escapeHtml(part.text)}</h2>`
      case 'number':
        return `<p>${escapeHtml(part.term)}<br><b dir="ltr" style="${styles.number}">${escapeHtml(part.value)}</b></p>`
      case 'quote':
        return `<blockquote dir="auto" style="${styles.quote[direction]}">${escapeHtml(part.text).replace(/\n/g, '<br>')}</blockquote>`
      default:
        return `<p><a href="${escapeHtml(part.url)}" style="${styles.link}">${escapeHtml(part.label)}</a></p>`
    }
  })
  return body.join('')
}

const asHtml = (subject: string, body: string, locale: Locale): string =>
  `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head><body style="${styles.body}">${body}</body></html>`

/** A mail of these parts, one under the other. */
export const composeMail = (
  { subject, senderName }: Pick<MailText, 'subject' | 'senderName'>,
  parts: readonly MailPart[],
  locale: Locale,
): MailText => ({
  senderName,
  subject,
  text: asText(parts),
  html: asHtml(subject, asBody(parts, locale), locale),
})

interface MailInOneLanguage {
  subject: string
  parts: readonly MailPart[]
}

/** The same mail in Arabic and then in English, for somebody whose language isn't known. */
export function composeMailInBoth(senderName: string, mails: Record<Locale, MailInOneLanguage>): MailText {
  const { ar, en } = mails
  const subject = `${ar.subject} / ${en.subject}`
  const english = `<div lang="en" dir="ltr" style="${styles.second}">${asBody(en.parts, 'en')}</div>`
  return {
    senderName,
    subject,
    text: `${asText(ar.parts)}\n———\n\n${asText(en.parts)}`,
    html: asHtml(subject, `${asBody(ar.parts, 'ar')}${english}`, 'ar'),
  }
}
